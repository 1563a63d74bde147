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

import io.massms.benchmarks.tracker.PostgresDatabase;
import io.massms.benchmarks.tracker.TrackerMemory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs everything, alternating, and prints one table. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Compares the sms component with what a user would do instead, and with the limit.")
final class Benchmarks implements Callable<Integer> {
    @Parameters(
            arity = "0..*",
            description = "Groups to run: throughput, latency, single, bulk, campaign,"
                    + " tracker, preparation, startup."
                    + " All where none is named.")
    private List<String> groups = List.of();

    @Option(names = "--rounds", defaultValue = "5", description = "How often each load runs (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "4", description = "How long a load is measured (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--warm-up",
            defaultValue = "25",
            description =
                    "Seconds before that (${DEFAULT-VALUE}). With few the baselines are not compiled yet, and look slow.")
    private int warmUp;

    @Option(names = "--rows", defaultValue = "1000000", description = "Of a campaign (${DEFAULT-VALUE}).")
    private long rows;

    @Option(names = "--quick", description = "One short round: tells that everything works, little more.")
    private boolean quick;

    @Option(names = "--sender", description = "Only rows about these senders, for example sms,plain.", split = ",")
    private List<String> senders = List.of();

    @Option(
            names = "--java-options",
            defaultValue = "-Xmx512m",
            description = "For the senders' processes (${DEFAULT-VALUE}).")
    private String javaOptions;

    /** Says on standard error what is under way, and prints the table at the end. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmarks()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        if (!Wrk.isInstalled()) {
            System.err.println("wrk is not installed: its rows are left out");
        }
        if (!PostgresDatabase.isNamed()) {
            System.err.println("PGHOST names no PostgreSQL server: rows with a tracker are left out");
        }
        Table table = new Table();
        try (ProviderProcess provider = new ProviderProcess()) {
            Trial trial =
                    new Trial(provider, javaOptions, quick ? 2 : warmUp, quick ? 2 : seconds, quick ? 20_000 : rows);
            for (Map.Entry<String, List<Row>> group : Groups.all().entrySet()) {
                if (wanted(group.getKey())) {
                    run(group, trial, table);
                }
            }
        }
        table.printLoads();
        System.out.println();
        table.printRatios();
        if (wanted(PreparationRun.NAME)) {
            System.out.println();
            PreparationRun.print(quick);
        }
        if (wanted(StartUp.NAME)) {
            System.out.println();
            StartUp.print(quick ? 1 : rounds);
        }
        if (wanted("tracker")) {
            TrackerMemory.print();
        }
        return 0;
    }

    private boolean wanted(String group) {
        return groups.isEmpty() || groups.contains(group);
    }

    private void run(Map.Entry<String, List<Row>> group, Trial trial, Table table) throws Exception {
        List<Row> rows = group.getValue().stream().filter(this::wanted).toList();
        for (int round = 1; round <= (quick ? 1 : rounds); round++) {
            Map<Load, LoadResult> results = new LinkedHashMap<>();
            for (Load load : Groups.loads(rows)) {
                System.err.printf("%s, round %d: %s%n", group.getKey(), round, load.sender());
                results.put(load, trial.run(load));
            }
            table.add(rows, results);
        }
    }

    private boolean wanted(Row row) {
        boolean possible = (Wrk.isInstalled() || !row.against().sender().equals(Wrk.NAME))
                && (PostgresDatabase.isNamed() || !row.ours().needsPostgres());
        return possible
                && (senders.isEmpty()
                        || senders.contains(row.ours().sender())
                                && senders.contains(row.against().sender()));
    }
}
