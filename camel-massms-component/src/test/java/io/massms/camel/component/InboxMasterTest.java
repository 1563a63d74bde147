/*
 * Licensed under the Apache License, Version 2.0 (the "License"); you may not use this file except in
 * compliance with the License. You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software distributed under the License is
 * distributed on an "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and limitations under the License.
 */
package io.massms.camel.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.massms.camel.model.InboundSms;
import io.massms.simulator.SimulatedReply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.cluster.FileLockClusterService;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.processor.idempotent.FileIdempotentRepository;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Two processes under {@code master:}, one of which polls until it is killed (SIGKILL). */
class InboxMasterTest extends SmsTestSupport {
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final Map<String, Process> members = new HashMap<>();

    @AfterEach
    void killWhatIsLeft() {
        members.values().forEach(Process::destroyForcibly);
    }

    @Test
    void whenTheOneThatPollsIsKilledTheOtherTakesOverAndNothingIsLostOrComesTwice() throws Exception {
        start("ana");
        start("eva");
        replies("1", "2", "3");
        patiently().until(() -> done().size() == 3);
        replies("4", "wait", "6");
        patiently().until(() -> journal().stream().anyMatch(line -> line.contains("began wait")));
        String first = journal().get(0).split(" ")[0];
        assertThat(journal()).allMatch(line -> line.startsWith(first + " "));

        members.get(first).destroyForcibly().waitFor();
        Files.writeString(folder.resolve("go"), "on");
        replies("7");

        patiently().until(() -> done().size() >= 7 && nothingIsUnread());
        String other = first.equals("ana") ? "eva" : "ana";
        assertThat(done())
                .containsExactly(
                        first + " done 1",
                        first + " done 2",
                        first + " done 3",
                        first + " done 4",
                        other + " done wait",
                        other + " done 6",
                        other + " done 7");
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(90));
    }

    private static void replies(String... texts) {
        for (String text : texts) {
            simulator.reply("smsmasivos", "1144445555", text);
        }
    }

    private static boolean nothingIsUnread() {
        return simulator.replies().stream().allMatch(SimulatedReply::read);
    }

    private void start(String name) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                Member.class.getName()));
        command.addAll(List.of(name, simulator.baseUrl("smsmasivos"), folder.toString()));
        members.put(
                name,
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve(name + ".log").toFile())
                        .start());
    }

    private List<String> journal() throws IOException {
        Path journal = folder.resolve("journal");
        return Files.exists(journal) ? Files.readAllLines(journal) : List.of();
    }

    private List<String> done() throws IOException {
        return journal().stream().filter(line -> line.contains(" done ")).toList();
    }

    /** Runs in a process of its own. */
    public static final class Member {
        private Member() {}

        public static void main(String[] args) throws Exception {
            Path folder = Path.of(args[2]);
            DefaultCamelContext context = new DefaultCamelContext();
            FileLockClusterService cluster = new FileLockClusterService();
            cluster.setRoot(folder.resolve("cluster").toString());
            cluster.setAcquireLockDelay(200, TimeUnit.MILLISECONDS);
            cluster.setAcquireLockInterval(200, TimeUnit.MILLISECONDS);
            context.addService(cluster);
            context.getRegistry()
                    .bind(
                            "consumed",
                            FileIdempotentRepository.fileIdempotentRepository(
                                    folder.resolve("consumed").toFile()));
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("master:inbox:sms:smsmasivos?operation=inbox&apiKey=k&delay=50&initialDelay=0"
                                    + "&idempotentRepository=#consumed&baseUrl=" + args[1])
                            .process(exchange -> consume(
                                    args[0],
                                    exchange.getMessage()
                                            .getBody(InboundSms.class)
                                            .text(),
                                    folder));
                }
            });
            context.start();
            Thread.currentThread().join();
        }

        private static void consume(String name, String text, Path folder) throws IOException {
            note(folder, name + " began " + text);
            await().atMost(Duration.ofMinutes(5))
                    .until(() -> !text.equals("wait") || Files.exists(folder.resolve("go")));
            note(folder, name + " done " + text);
        }

        private static void note(Path folder, String line) throws IOException {
            Files.writeString(
                    folder.resolve("journal"),
                    line + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
        }
    }
}
