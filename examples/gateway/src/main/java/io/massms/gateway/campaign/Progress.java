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
package io.massms.gateway.campaign;

import io.massms.camel.model.SmsError;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** How a campaign goes, and who is told. */
final class Progress {
    private final String name;
    private final long expectedRows;
    private final long earlierRows;
    private final Path results;
    private final CampaignListener listener;
    private final Map<SmsError, Long> failures = new EnumMap<>(SmsError.class);
    private final long start = System.nanoTime();

    /**
     * Starts the watch.
     *
     * @param name         of the campaign
     * @param expectedRows about how many rows it has
     * @param earlierRows  how many were settled before
     * @param results      where its results are
     * @param listener     who is told
     */
    Progress(String name, long expectedRows, long earlierRows, Path results, CampaignListener listener) {
        this.name = name;
        this.expectedRows = expectedRows;
        this.earlierRows = earlierRows;
        this.results = results;
        this.listener = listener;
    }

    /** A row failed. */
    void failed(SmsError error) {
        failures.merge(error, 1L, Long::sum);
    }

    /** Tells where a campaign stands now. */
    void report(CampaignStatus.Phase phase, Counts counts, String trouble, DryRunTally dryRun) {
        DryRunReport report = dryRun == null ? null : dryRun.report();
        listener.changed(new CampaignStatus(
                name,
                phase,
                counts,
                expectedRows,
                rate(counts),
                Map.copyOf(failures),
                trouble,
                results.toString(),
                report));
    }

    private double rate(Counts counts) {
        return Math.max(0.001, (counts.rows() - earlierRows) * 1e9 / Math.max(1, System.nanoTime() - start));
    }
}
