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

import io.massms.camel.model.SmsState;
import io.massms.camel.number.InvalidNumberException;
import io.massms.camel.number.Msisdn;
import io.massms.camel.tracker.Fingerprint;
import io.massms.gateway.csv.CampaignFile;
import io.massms.gateway.csv.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What of a campaign left or may have, where nobody is to get a text twice ({@code duplicates=skip}). The component looks no further back
 * than one send, and that is one try of one block.
 */
final class EarlierMessages {
    /** Bounds the memory of a campaign without end to some 100 MB. */
    private static final int MOST = 1_000_000;

    private final String country;
    private final Map<UUID, Boolean> messages = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
            return size() > MOST;
        }
    };

    private EarlierMessages(String country) {
        this.country = country;
    }

    /** Where a recipient may get a text again. */
    static EarlierMessages ignored() {
        return new EarlierMessages(null);
    }

    /** Of a campaign whose numbers are of a country where they do not say so. */
    static EarlierMessages watched(String country) {
        return new EarlierMessages(country);
    }

    /** Whether the same text went to the recipient of a row, or may have. */
    boolean have(Row row) {
        return country != null && row.sendable() && messages.containsKey(key(row));
    }

    /** Notes what became of a row. Of what surely did not leave another row may still bring the text. */
    void note(Row row, RowOutcome outcome) {
        if (!outcome.surelyNotSent() || outcome.checkedAndFine()) {
            note(row);
        }
    }

    /**
     * Notes what became of rows in an earlier run. Rows of which the results tell nothing, because somebody took those away, may have left.
     *
     * @param rows how many, from the first on
     */
    void recall(Path file, Path results, long rows) throws IOException {
        if (country == null || rows == 0) {
            return;
        }
        try (CampaignFile all = CampaignFile.open(file);
                SettledStates states = SettledStates.of(results)) {
            for (long row = 0; row < rows && all.hasNext(); row++) {
                Row next = all.next();
                SmsState state = states.of(next.number());
                if (state != SmsState.REJECTED && state != SmsState.SKIPPED) {
                    note(next);
                }
            }
        }
    }

    private void note(Row row) {
        if (country != null && row.sendable()) {
            messages.put(key(row), Boolean.TRUE);
        }
    }

    private UUID key(Row row) {
        String time = row.scheduledTime() == null ? "" : row.scheduledTime();
        return Fingerprint.ofText(recipient(row.to()) + ' ' + time + '\n' + row.text());
    }

    /** The same however the number is written. */
    private String recipient(String to) {
        try {
            return Msisdn.parse(to, country).digits();
        } catch (InvalidNumberException e) {
            return to.strip();
        }
    }
}
