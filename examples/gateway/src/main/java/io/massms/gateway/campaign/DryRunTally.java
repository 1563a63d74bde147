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

import io.massms.camel.model.SmsEncoding;
import io.massms.camel.model.SmsError;
import io.massms.gateway.campaign.DryRunReport.Encoded;
import io.massms.gateway.campaign.DryRunReport.Reason;
import io.massms.gateway.campaign.DryRunReport.Saving;
import io.massms.gateway.csv.Row;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Adds up what a dry run finds, row by row, in the same memory however many there are. */
final class DryRunTally {
    private static final int[] SHORTER_BY = {10, 20, 40};

    private final TextSavings savings;
    private final Map<SmsError, Reason> invalid = new EnumMap<>(SmsError.class);
    private final Map<SmsEncoding, Encoded> encodings = new EnumMap<>(SmsEncoding.class);
    private final long[] shortened = new long[SHORTER_BY.length];
    private long rows;
    private long leftOut;
    private long parts;
    private long transliteratedRows;
    private long transliteratedParts;

    DryRunTally(TextSavings savings) {
        this.savings = savings;
    }

    void add(Row row, RowOutcome outcome) {
        rows++;
        if (outcome.leftOut()) {
            leftOut++;
        } else if (outcome.checkedAndFine()) {
            parts += outcome.segments();
            encodings.merge(outcome.encoding(), new Encoded(outcome.encoding(), 1, outcome.segments()), Encoded::plus);
            addSavings(savings.of(outcome.textSent() == null ? row.text() : outcome.textSent()), outcome);
        } else {
            invalid.merge(outcome.error(), new Reason(outcome.error(), 1, row.number()), Reason::plus);
        }
    }

    private void addSavings(TextSavings.Found found, RowOutcome outcome) {
        int fewer = outcome.segments() - found.plainParts();
        if (outcome.encoding() == SmsEncoding.UCS2 && found.plainParts() > 0 && fewer > 0) {
            transliteratedRows++;
            transliteratedParts += fewer;
        }
        for (int i = 0; i < SHORTER_BY.length; i++) {
            if (found.surplus() > 0 && found.surplus() <= SHORTER_BY[i]) {
                shortened[i]++;
            }
        }
    }

    DryRunReport report() {
        List<Saving> found = new ArrayList<>();
        found.add(new Saving("textPolicy=gsm7", transliteratedRows, transliteratedParts));
        for (int i = 0; i < SHORTER_BY.length; i++) {
            found.add(new Saving("up to " + SHORTER_BY[i] + " characters less", shortened[i], shortened[i]));
        }
        long wrong = invalid.values().stream().mapToLong(Reason::rows).sum();
        return new DryRunReport(
                rows,
                rows - wrong - leftOut,
                leftOut,
                List.copyOf(invalid.values()),
                parts,
                List.copyOf(encodings.values()),
                found);
    }
}
