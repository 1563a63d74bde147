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
package io.massms.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The limit: a load generator in C that looks at no answer. It has no receipts to compare. */
final class Wrk {
    static final String NAME = "wrk";

    private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in");
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");

    private Wrk() {}

    static boolean isInstalled() {
        return Pattern.compile(":")
                .splitAsStream(System.getenv("PATH"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, NAME)));
    }

    static LoadResult run(URI provider, Load load, int warmUpSeconds, int seconds)
            throws IOException, InterruptedException {
        Path script = Files.createTempFile("post", ".lua");
        try {
            Files.writeString(
                    script,
                    "wrk.method=\"POST\"\nwrk.body=\"" + Wire.body(new Numbers(1).of(0))
                            + "\"\nwrk.headers[\"Content-Type\"]=\"" + Wire.FORM + "\"\n");
            execute(provider, load, script, Math.min(1, warmUpSeconds));
            return execute(provider, load, script, seconds);
        } finally {
            Files.delete(script);
        }
    }

    private static LoadResult execute(URI provider, Load load, Path script, int seconds)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        NAME,
                        "-t2",
                        "-c" + load.inFlight(),
                        "-d" + seconds + "s",
                        "-s" + script,
                        provider.resolve(Wire.PATH).toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Duration cpu = Duration.ZERO;
        while (process.isAlive()) {
            cpu = process.info().totalCpuDuration().orElse(cpu);
            Thread.sleep(20);
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        long requests = Long.parseLong(find(REQUESTS, output));
        return new LoadResult(
                requests, requests, (long) (1e9 * requests / Double.parseDouble(find(RATE, output))), cpu.toNanos(), 0);
    }

    private static String find(Pattern pattern, String output) {
        Matcher matcher = pattern.matcher(output);
        if (!matcher.find()) {
            throw new IllegalStateException("wrk says: " + output);
        }
        return matcher.group(1);
    }
}
