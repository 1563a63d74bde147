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

import static org.awaitility.Awaitility.await;

import io.massms.camel.model.InboundSms;
import io.massms.simulator.SimulatedReply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Consumers in processes of their own, which can be killed. What they took stands in a journal, in the order of its happening. The message
 * "wait" takes them until they are told to go on.
 */
abstract class InboxProcessSupport extends SmsTestSupport {
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final Map<String, Process> processes = new HashMap<>();

    @AfterEach
    void killWhatIsLeft() {
        processes.values().forEach(Process::destroyForcibly);
    }

    /** Runs a class with a name, the provider's address and the folder. */
    final void start(Class<?> main, String name) throws IOException {
        processes.put(
                name,
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                main.getName(),
                                name,
                                simulator.baseUrl("smsmasivos"),
                                folder.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(
                                folder.resolve(name + ".log").toFile()))
                        .start());
    }

    final void kill(String name) throws InterruptedException {
        processes.get(name).destroyForcibly().waitFor();
    }

    final void goOn() throws IOException {
        Files.writeString(folder.resolve("go"), "on");
    }

    final List<String> journal() throws IOException {
        Path journal = folder.resolve("journal");
        return Files.exists(journal) ? Files.readAllLines(journal) : List.of();
    }

    final List<String> done() throws IOException {
        return journal().stream().filter(line -> line.contains(" done ")).toList();
    }

    static void replies(String... texts) {
        for (String text : texts) {
            simulator.reply("smsmasivos", "1144445555", text);
        }
    }

    static boolean nothingIsUnread() {
        return simulator.replies().stream().allMatch(SimulatedReply::read);
    }

    static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(90));
    }

    /** What a process does with a message. */
    static Processor consume(String name, Path folder) {
        return exchange -> {
            String text = text(exchange);
            note(folder, name + " began " + text);
            await().atMost(Duration.ofMinutes(5))
                    .until(() -> !text.equals("wait") || Files.exists(folder.resolve("go")));
            note(folder, name + " done " + text);
        };
    }

    private static String text(Exchange exchange) {
        return exchange.getMessage().getBody(InboundSms.class).text();
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
