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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Collects the rounds of a group and prints them. */
final class Table {
    private final Map<Row, Spread> ratios = new LinkedHashMap<>();
    private final Map<Load, Spread> rates = new LinkedHashMap<>();
    private final Map<Load, Spread> cpu = new LinkedHashMap<>();
    private final Map<Load, Spread> bytes = new LinkedHashMap<>();

    void add(List<Row> rows, Map<Load, LoadResult> round) {
        for (Row row : rows) {
            LoadResult ours = round.get(row.ours());
            LoadResult against = round.get(row.against());
            if (ours != null && against != null) {
                ratios.computeIfAbsent(row, r -> new Spread())
                        .add(row.value().applyAsDouble(ours) / row.value().applyAsDouble(against));
            }
        }
        round.forEach((load, result) -> {
            rates.computeIfAbsent(load, l -> new Spread()).add(result.perSecond());
            cpu.computeIfAbsent(load, l -> new Spread()).add(result.cpuMicros());
            bytes.computeIfAbsent(load, l -> new Spread()).add(result.bytes());
        });
    }

    void printLoads() {
        print(
                "%-22s %9s %8s %11s %12s %12s %14s%n",
                "sender", "in flight", "latency", "recipients", "requests/s", "CPU/request", "bytes/request");
        rates.forEach((load, rate) -> print(
                "%-22s %9d %5d ms %11d %,12.0f %9.1f us %,14.0f%n",
                load.sender(),
                load.inFlight(),
                load.latency(),
                load.recipients(),
                rate.median(),
                cpu.get(load).median(),
                bytes.get(load).median()));
    }

    void printRatios() {
        print("%-76s %7s %7s %7s   %s%n", "ours against", "least", "median", "most", "goal");
        ratios.forEach((row, ratio) -> print(
                "%-76s %7.2f %7.2f %7.2f   %s %.2f %s%n",
                row.title(),
                ratio.least(),
                ratio.median(),
                ratio.most(),
                row.atLeast() ? "≥" : "≤",
                row.goal(),
                row.reached(ratio.median()) ? "✓" : "✗"));
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
