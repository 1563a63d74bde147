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

/** A journal that cannot be read: what was sent is unknown, so nothing more is. */
final class DamagedJournalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Counts counts;

    /** Tells what the lines before a position came to. */
    DamagedJournalException(long position, Counts counts) {
        super("The journal is damaged at byte " + position
                + ": nobody can say which rows were sent, so the rest is not sent; compare its results file with the provider's"
                + " records, and drop the rows that are missing as a new file");
        this.counts = counts;
    }

    /** What became of the rows up to the damage. */
    Counts counts() {
        return counts;
    }
}
