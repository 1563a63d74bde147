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
import java.util.Map;

/**
 * Where a campaign stands.
 *
 * @param name          under which it goes
 * @param phase         what it is doing
 * @param counts        what became of its rows so far
 * @param expectedRows  about how many rows it has; line breaks inside texts make it seem more
 * @param rowsPerSecond how fast it goes since it began or went on
 * @param failures      how many rows failed in this run, by reason
 * @param trouble       why it is held up, broke off or was refused, or null
 * @param results       where the results are
 * @param dryRun        what a dry run found, or null
 */
public record CampaignStatus(
        String name,
        Phase phase,
        Counts counts,
        long expectedRows,
        double rowsPerSecond,
        Map<SmsError, Long> failures,
        String trouble,
        String results,
        DryRunReport dryRun) {

    /** What a campaign is doing. */
    public enum Phase {
        /** Its rows are being sent. */
        RUNNING,
        /** It waits, because no row would leave now. */
        HELD_UP,
        /** It was stopped, and goes on at the next start. */
        STOPPED,
        /** Something on this machine went wrong; it is tried again. */
        BROKEN_OFF,
        /** Every row is settled. */
        DONE,
        /** Its file cannot be a campaign. */
        REFUSED
    }

    /** What is to be said of it by a process that comes after the one that ran it, and has seen no failure itself. */
    public CampaignStatus interrupted() {
        Phase now = phase == Phase.DONE || phase == Phase.REFUSED ? phase : Phase.STOPPED;
        return new CampaignStatus(
                name, now, counts, expectedRows, 0, Map.of(), now == phase ? trouble : null, results, dryRun);
    }

    /** The same with other counts. */
    public CampaignStatus withCounts(Counts others) {
        return new CampaignStatus(name, phase, others, expectedRows, rowsPerSecond, failures, trouble, results, dryRun);
    }

    /** How much of it is settled, from 0 to 1. */
    public double fraction() {
        long expected = Math.max(expectedRows, counts.rows());
        return expected == 0 ? 0 : (double) counts.rows() / expected;
    }

    /** How many seconds the rest takes at this speed. */
    public long secondsLeft() {
        return (long) (Math.max(0, expectedRows - counts.rows()) / rowsPerSecond);
    }

    /** For people: {@code 45,000 of about 50,000 rows, 44,990 accepted, 10 rejected, 0 uncertain, 950 rows/s, 5 s left}. */
    public String line() {
        return String.format(
                "%,d of about %,d rows, %s, %,.0f rows/s, %s left",
                counts.rows(), Math.max(expectedRows, counts.rows()), counts, rowsPerSecond, time(secondsLeft()));
    }

    /** The same for a line of a terminal: {@code 45,000 of 50,000 rows, 950/s, 5 s left, 10 rejected}. */
    public String shortLine() {
        return String.format(
                        "%,d of %,d rows, %,.0f/s, %s left",
                        counts.rows(), Math.max(expectedRows, counts.rows()), rowsPerSecond, time(secondsLeft()))
                + (counts.rejected() == 0 ? "" : String.format(", %,d rejected", counts.rejected()))
                + (counts.uncertain() == 0 ? "" : String.format(", %,d uncertain", counts.uncertain()));
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
