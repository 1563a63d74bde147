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
package io.massms.benchmarks.csv;

import io.massms.benchmarks.LoadResult;
import io.massms.benchmarks.Mark;
import io.massms.benchmarks.Wire;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Runs one job in this process twice, the first time to warm up, and prints how the second went. */
public final class CsvRun {
    private CsvRun() {}

    /** Job, provider, rows, whether each has a text of its own. */
    public static void main(String[] arguments) throws Exception {
        long rows = Long.parseLong(arguments[2]);
        boolean personalised = Boolean.parseBoolean(arguments[3]);
        Path directory = Files.createTempDirectory("sms-csv");
        try (CsvJob job = job(arguments[0], directory, URI.create(arguments[1]), personalised)) {
            Path first = CampaignCsv.write(directory.resolve("first.csv"), rows, personalised);
            Path second = CampaignCsv.write(directory.resolve("second.csv"), rows, personalised);
            long accepted = accepted(job.run(first, "warm-up"));
            Mark from = Mark.now();
            Path results = job.run(second, "measured");
            Mark to = Mark.now();
            System.out.println(LoadResult.between(from, to, rows, accepted + accepted(results)));
        } finally {
            delete(directory);
        }
        System.exit(0);
    }

    private static CsvJob job(String name, Path directory, URI provider, boolean personalised) throws Exception {
        String bulk = personalised ? "linktosms" : "markettext";
        return switch (name) {
            case "csv-alone" -> new CopyJob(directory);
            case "csv-camel-http" -> new RouteJob(directory, provider);
            case "csv-gateway" -> new GatewayJob(directory.resolve("gateway"), provider, bulk, true);
            case "csv-gateway-untracked" -> new GatewayJob(directory.resolve("gateway"), provider, bulk, false);
            default -> throw new IllegalArgumentException("There is no job '" + name + "'");
        };
    }

    private static long accepted(Path results) throws IOException {
        try (Stream<String> lines = Files.lines(results)) {
            return lines.filter(line -> line.contains("," + Wire.STATE + ",")).count();
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        }
    }
}
