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

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A line of a campaign's journal. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Entry.Began.class, name = "began"),
    @JsonSubTypes.Type(value = Entry.Intent.class, name = "intent"),
    @JsonSubTypes.Type(value = Entry.Outcome.class, name = "outcome"),
    @JsonSubTypes.Type(value = Entry.Released.class, name = "released"),
    @JsonSubTypes.Type(value = Entry.Suspended.class, name = "suspended"),
    @JsonSubTypes.Type(value = Entry.Finished.class, name = "finished")
})
sealed interface Entry {

    /**
     * The campaign began, or goes on through another account; the last one counts.
     *
     * @param time      when
     * @param provider  who sends it
     * @param account   a name of the account that tells nothing; null in the simulator
     * @param simulated whether nothing is really sent
     * @param size      of the file, in bytes
     * @param sha256    of the file, in hex
     */
    record Began(Instant time, String provider, String account, boolean simulated, long size, String sha256)
            implements Entry {
        /** Whose it is. */
        SendingAccount owner() {
            return new SendingAccount(provider, account, simulated);
        }

        /** The same campaign where another sends it from now on. */
        Began through(SendingAccount now) {
            return new Began(Instant.now(), now.provider(), now.account(), now.simulated(), size, sha256);
        }
    }

    /**
     * A block of rows is about to be sent: from here on its rows may have left.
     *
     * @param firstRow the number of its first row
     * @param rows     how many rows it has
     */
    record Intent(long firstRow, int rows) implements Entry {}

    /**
     * All rows up to one are settled and stand in the results file.
     *
     * @param lastRow      the number of the last settled row
     * @param resultsBytes how long the results file is with them
     * @param counts       of all rows so far
     */
    record Outcome(long lastRow, long resultsBytes, Counts counts) implements Entry {}

    /**
     * Nothing of the block that was about to be sent has left: it may go again.
     *
     * @param time when
     */
    record Released(Instant time) implements Entry {
        /** How long the block waits in all is counted from the first of these. */
        public Released {
            Objects.requireNonNull(time, "time");
        }
    }

    /**
     * A try of the block that was about to be sent is over, and nothing of it is in flight: rows that surely did not leave are tried
     * again, and those that were not handed over are still to be.
     *
     * @param attempts how often its rows were tried
     * @param outcomes what became of each of its rows, in their order; null of a row of which nothing is known, or nothing new
     */
    record Suspended(int attempts, List<RowOutcome> outcomes) implements Entry {

        /** The same with what was known before; that is null where nothing was. */
        Suspended after(Suspended earlier) {
            if (earlier == null) {
                return this;
            }
            List<RowOutcome> known = new ArrayList<>(earlier.outcomes);
            for (int row = 0; row < known.size(); row++) {
                known.set(row, outcomes.get(row) == null ? known.get(row) : outcomes.get(row));
            }
            return new Suspended(attempts, known);
        }
    }

    /** All rows are settled; the file is to be moved away. */
    record Finished() implements Entry {}
}
