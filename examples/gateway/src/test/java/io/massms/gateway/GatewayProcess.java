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
package io.massms.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The gateway in a process of its own, as a shell starts it in a directory. */
record GatewayProcess(Path directory) {

    /** What a process that has ended said. */
    record Ended(int exitCode, String out, String err) {}

    Process start(Map<String, String> environment, String... arguments) throws IOException {
        return start(environment, Stream.concat(java(), Stream.of(arguments)));
    }

    /** Through a shell, for which the gateway's command is {@code "$@"}. */
    Process shell(Map<String, String> environment, String line) throws IOException {
        return start(environment, Stream.concat(Stream.of("sh", "-c", line, "sh"), java()));
    }

    private static Stream<String> java() {
        return Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                GatewayApplication.class.getName());
    }

    private Process start(Map<String, String> environment, Stream<String> words) throws IOException {
        List<String> command = words.toList();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectError(directory.resolve("errors.txt").toFile());
        builder.environment().put("CAMEL_SERVER_PORT", Integer.toString(TestGateway.freePort())); // 8080 may be taken
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Runs a command that ends by itself. */
    Ended run(Map<String, String> environment, String... arguments) throws Exception {
        Process process = start(environment, arguments);
        process.getOutputStream().close();
        return end(process);
    }

    /** Waits for the end of a process, or ends it where it goes on for ever. */
    Ended end(Process process) throws Exception {
        CompletableFuture.delayedExecutor(30, TimeUnit.SECONDS).execute(process::destroyForcibly);
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), out, errors());
    }

    String errors() throws IOException {
        return Files.readString(directory.resolve("errors.txt"));
    }
}
