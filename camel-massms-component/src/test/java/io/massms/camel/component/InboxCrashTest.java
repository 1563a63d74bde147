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
import io.massms.simulator.Fault;
import io.massms.simulator.SimulatedReply;
import io.massms.simulator.SimulatedRequest;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.processor.idempotent.FileIdempotentRepository;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A consumer is killed (SIGKILL) and started again: every message arrives exactly once. */
class InboxCrashTest extends SmsTestSupport {
    @TempDir
    Path folder;

    private Process consumer;

    @AfterEach
    void killWhatIsLeft() {
        if (consumer != null) {
            consumer.destroyForcibly();
        }
    }

    @Test
    void betweenFetchAndCompletionNothingIsLostAndNothingComesTwice() throws Exception {
        replies("one", "wait", "three");
        start();
        patiently().until(() -> journal().contains("began wait"));
        kill();
        goOn();
        start();

        patiently().until(() -> nothingIsUnread());
        assertThat(done()).containsExactly("done one", "done wait", "done three");
    }

    @Test
    void betweenCompletionAndMarkingNothingComesTwice() throws Exception {
        replies("one", "two");
        simulator.fault(Fault.delay(Duration.ofMinutes(5))
                .accepted(false)
                .operation("inbox")
                .nth(3));
        start();
        patiently().until(() -> simulator.requests().stream().anyMatch(InboxCrashTest::marks));
        kill();
        assertThat(simulator.replies()).noneMatch(SimulatedReply::read);
        start();

        patiently().until(() -> nothingIsUnread());
        assertThat(done()).containsExactly("done one", "done two");
    }

    @Test
    void inTheMiddleOfAMarkingAnswerWhatItAloneMentionedIsNotLost() throws Exception {
        replies("one", "wait");
        simulator.fault(Fault.slowDrip(Duration.ofSeconds(1)).operation("inbox").nth(3));
        start();
        patiently().until(() -> journal().contains("began wait"));
        replies("late");
        goOn();
        patiently().until(() -> nothingIsUnread());
        kill();
        assertThat(done()).doesNotContain("done late");
        start();

        patiently().until(() -> done().contains("done late"));
        assertThat(done()).containsExactly("done one", "done wait", "done late");
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(60));
    }

    private static boolean marks(SimulatedRequest request) {
        return request.param("marcarcomoleidos").filter("1"::equals).isPresent();
    }

    private void replies(String... texts) {
        for (String text : texts) {
            simulator.reply("smsmasivos", "1144445555", text);
        }
    }

    private boolean nothingIsUnread() {
        return simulator.replies().stream().allMatch(SimulatedReply::read);
    }

    private void start() throws IOException {
        consumer = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Consumer.class.getName(),
                        simulator.baseUrl("smsmasivos"),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private void kill() throws InterruptedException {
        consumer.destroyForcibly().waitFor();
    }

    private void goOn() throws IOException {
        Files.writeString(folder.resolve("go"), "on");
    }

    private List<String> journal() throws IOException {
        Path journal = folder.resolve("journal");
        return Files.exists(journal) ? Files.readAllLines(journal) : List.of();
    }

    private List<String> done() throws IOException {
        return journal().stream().filter(line -> line.startsWith("done")).toList();
    }

    /** Runs in a process of its own. */
    public static final class Consumer {
        private Consumer() {}

        public static void main(String[] args) throws Exception {
            Path folder = Path.of(args[1]);
            DefaultCamelContext context = new DefaultCamelContext();
            File store = folder.resolve("consumed").toFile();
            context.getRegistry()
                    .bind("consumed", FileIdempotentRepository.fileIdempotentRepository(store, 1_000, 1_000_000));
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("sms:smsmasivos?operation=inbox&apiKey=k&delay=50&initialDelay=0&idempotentRepository=#consumed&baseUrl="
                                    + args[0])
                            .process(exchange -> {
                                String text = exchange.getMessage()
                                        .getBody(InboundSms.class)
                                        .text();
                                note(folder, "began " + text);
                                await().atMost(Duration.ofMinutes(5))
                                        .until(() -> !text.equals("wait") || Files.exists(folder.resolve("go")));
                                note(folder, "done " + text);
                            });
                }
            });
            context.start();
            Thread.currentThread().join();
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
