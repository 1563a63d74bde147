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

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the operator how a campaign goes, a line every few seconds. */
final class Progress {
    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);

    private final String name;
    private final long expectedRows;
    private final long earlierRows;
    private final long interval;
    private final long start = System.nanoTime();
    private long lastLine = start;

    /**
     * Starts the watch.
     *
     * @param name         of the campaign
     * @param expectedRows about how many rows it has
     * @param earlierRows  how many were settled before
     * @param interval     between two lines
     */
    Progress(String name, long expectedRows, long earlierRows, Duration interval) {
        this.name = name;
        this.expectedRows = expectedRows;
        this.earlierRows = earlierRows;
        this.interval = interval.toNanos();
    }

    /** A line, if it is time for one. */
    void report(Counts counts) {
        long now = System.nanoTime();
        if (now - lastLine >= interval) {
            lastLine = now;
            double rate = rate(counts, now);
            long left = Math.max(0, expectedRows - counts.rows());
            LOG.info(
                    "{}: {} of about {} rows, {}, {} rows/s, {} left",
                    name,
                    String.format("%,d", counts.rows()),
                    String.format("%,d", Math.max(expectedRows, counts.rows())),
                    counts,
                    String.format("%,.0f", rate),
                    time((long) (left / rate)));
        }
    }

    /** The last line. */
    void finish(Counts counts, Object results) {
        long now = System.nanoTime();
        LOG.info(
                "{}: done, {} rows: {}; {} rows/s. Results: {}",
                name,
                String.format("%,d", counts.rows()),
                counts,
                String.format("%,.0f", rate(counts, now)),
                results);
    }

    private double rate(Counts counts, long now) {
        return Math.max(0.001, (counts.rows() - earlierRows) * 1e9 / Math.max(1, now - start));
    }

    private static String time(long seconds) {
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? seconds / 60 + " min " + seconds % 60 + " s"
                : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }
}
