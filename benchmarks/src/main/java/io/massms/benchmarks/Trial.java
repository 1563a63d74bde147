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

import io.massms.benchmarks.csv.CsvRun;
import io.massms.benchmarks.tracker.PollRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs loads, each in a new process, and holds their receipts against the provider's count. */
final class Trial {
    private static final String CAMPAIGN_OPTIONS = "-Xmx256m";

    private final ProviderProcess provider;
    private final String javaOptions;
    private final int warmUpSeconds;
    private final int seconds;
    private final long rows;

    Trial(ProviderProcess provider, String javaOptions, int warmUpSeconds, int seconds, long rows) {
        this.provider = provider;
        this.javaOptions = javaOptions;
        this.warmUpSeconds = warmUpSeconds;
        this.seconds = seconds;
        this.rows = rows;
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
        Process process = new ProcessBuilder(command(load))
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

    private List<String> command(Load load) {
        String uri = provider.uri().toString();
        if (load.isPoll()) {
            return Java.command(javaOptions, PollRun.class, uri, Integer.toString(load.recipients()));
        }
        return load.isCampaign()
                ? Java.command(
                        CAMPAIGN_OPTIONS,
                        CsvRun.class,
                        load.sender(),
                        uri,
                        Long.toString(load.rowsOf(rows)),
                        Boolean.toString(load.recipients() == 1))
                : Java.command(
                        javaOptions,
                        LoadRun.class,
                        load.sender(),
                        uri,
                        Integer.toString(load.inFlight()),
                        Integer.toString(load.recipients()),
                        Integer.toString(warmUpSeconds),
                        Integer.toString(seconds));
    }
}
