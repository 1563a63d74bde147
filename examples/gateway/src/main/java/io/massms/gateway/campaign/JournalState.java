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

import java.time.Instant;

/** How far a campaign has come, by its journal. */
final class JournalState {
    private Entry.Began began;
    private Entry.Intent inFlight;
    private Entry.Suspended suspended;
    private Instant heldUpSince;
    private long settledRows;
    private long resultsBytes;
    private Counts counts = Counts.NONE;
    private boolean finished;

    void add(Entry entry) {
        if (entry instanceof Entry.Began b) {
            began = b;
        } else if (entry instanceof Entry.Intent intent) {
            inFlight = intent;
        } else if (entry instanceof Entry.Outcome outcome) {
            inFlight = null;
            suspended = null;
            heldUpSince = null;
            settledRows = outcome.lastRow();
            resultsBytes = outcome.resultsBytes();
            counts = outcome.counts();
        } else if (entry instanceof Entry.Suspended s) {
            inFlight = null;
            suspended = s.after(suspended);
        } else if (entry instanceof Entry.Released released) {
            inFlight = null;
            heldUpSince = heldUpSince == null ? released.time() : heldUpSince;
        } else {
            finished = true;
        }
    }

    /** What is known of the campaign itself; null where the campaign never began. */
    Entry.Began began() {
        return began;
    }

    /** The block of which nobody knows what became; null where there is none. */
    Entry.Intent inFlight() {
        return inFlight;
    }

    /**
     * What is known of the block behind the settled rows; null where nothing is. Where it is in flight too, only those of its rows
     * are that were never handed over or were worth another try.
     */
    Entry.Suspended suspended() {
        return suspended;
    }

    /** Since when the block behind the settled rows does not leave; null where it was not tried, or nobody knows. */
    Instant heldUpSince() {
        return heldUpSince;
    }

    /** How many rows are settled, from the first on. */
    long settledRows() {
        return settledRows;
    }

    /** How long the results file was with the settled rows. */
    long resultsBytes() {
        return resultsBytes;
    }

    Counts counts() {
        return counts;
    }

    boolean finished() {
        return finished;
    }
}
