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

import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The parts of a message's preparation, by JMH. */
final class PreparationRun {
    static final String NAME = "preparation";

    private PreparationRun() {}

    static void print(boolean quick) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(PreparationBenchmark.class.getName())
                .include(DispatchBenchmark.class.getName())
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT);
        if (quick) {
            options.warmupIterations(1).measurementIterations(1).measurementTime(TimeValue.milliseconds(500));
        }
        System.out.println(
                "preparation: the goal is that 'message' costs at most 0.25 of the plain client's CPU a request");
        for (RunResult result : new Runner(options.build()).run()) {
            System.out.printf(
                    Locale.ROOT,
                    "%-22s %8.3f us %,10.0f bytes%n",
                    result.getPrimaryResult().getLabel(),
                    result.getPrimaryResult().getScore(),
                    result.getSecondaryResults().get("gc.alloc.rate.norm").getScore());
        }
    }
}
