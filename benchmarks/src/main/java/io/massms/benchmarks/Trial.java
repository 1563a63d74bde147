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
import java.nio.charset.StandardCharsets;

/** Runs loads, each in a new process, and holds their receipts against the provider's count. */
final class Trial {
    private final ProviderProcess provider;
    private final String javaOptions;
    private final int warmUpSeconds;
    private final int seconds;

    Trial(ProviderProcess provider, String javaOptions, int warmUpSeconds, int seconds) {
        this.provider = provider;
        this.javaOptions = javaOptions;
        this.warmUpSeconds = warmUpSeconds;
        this.seconds = seconds;
    }

    /**
     * Runs a load.
     *
     * @throws IllegalStateException where the sender's receipts are not exactly what the provider counted
     */
    LoadResult run(Load load) throws IOException, InterruptedException {
        provider.reset(load.latency());
        if (load.sender().equals(Wrk.NAME)) {
            return Wrk.run(provider.uri(), load, warmUpSeconds, seconds);
        }
        Process process = new ProcessBuilder(Java.command(
                        javaOptions,
                        LoadRun.class,
                        load.sender(),
                        provider.uri().toString(),
                        Integer.toString(load.inFlight()),
                        Integer.toString(load.recipients()),
                        Integer.toString(warmUpSeconds),
                        Integer.toString(seconds)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(load + " failed: " + output);
        }
        LoadResult result = LoadResult.parse(output);
        if (result.accepted() != provider.recipients()) {
            throw new IllegalStateException(load + ": the provider took " + provider.recipients()
                    + " recipients, the sender knows of " + result.accepted());
        }
        return result;
    }
}
