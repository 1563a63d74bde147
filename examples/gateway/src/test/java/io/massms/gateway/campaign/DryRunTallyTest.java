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

import static org.assertj.core.api.Assertions.assertThat;

import io.massms.camel.model.SmsEncoding;
import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsState;
import io.massms.camel.text.Alphabet;
import io.massms.camel.text.LongText;
import io.massms.camel.text.SmsText;
import io.massms.camel.text.TextRules;
import io.massms.gateway.campaign.DryRunReport.Encoded;
import io.massms.gateway.campaign.DryRunReport.Reason;
import io.massms.gateway.campaign.DryRunReport.Saving;
import io.massms.gateway.csv.Row;
import org.junit.jupiter.api.Test;

class DryRunTallyTest {
    private final DryRunTally tally =
            new DryRunTally(new TextSavings(new TextRules(Alphabet.UNICODE, 765, 765), LongText.reject));
    private int rows;

    @Test
    void partsAreAddedUpByEncoding() {
        check("a".repeat(161));
        check("Hola");
        check("\u00ea".repeat(71));
        assertThat(tally.report().valid()).isEqualTo(3);
        assertThat(tally.report().parts()).isEqualTo(5);
        assertThat(tally.report().encodings())
                .containsExactlyInAnyOrder(new Encoded(SmsEncoding.GSM7, 2, 3), new Encoded(SmsEncoding.UCS2, 1, 2));
    }

    @Test
    void invalidRowsAreCountedByReasonWithTheFirstOfThem() {
        check("Hola");
        refuse(SmsError.INVALID_NUMBER);
        refuse(SmsError.TEXT_EMPTY);
        refuse(SmsError.INVALID_NUMBER);
        assertThat(tally.report().invalid())
                .containsExactlyInAnyOrder(
                        new Reason(SmsError.INVALID_NUMBER, 2, 2), new Reason(SmsError.TEXT_EMPTY, 1, 3));
        assertThat(tally.report().table()).contains("INVALID_NUMBER").contains("first in row 2");
    }

    @Test
    void rowsThatWereNotCheckedAreNeitherValidNorInvalid() {
        check("Hola");
        tally.add(new Row(++rows, "573001234567", "Hola", null, null, null, null), RowOutcome.skipped("cancelled"));
        assertThat(tally.report().valid()).isEqualTo(1);
        assertThat(tally.report().leftOut()).isEqualTo(1);
        assertThat(tally.report().invalid()).isEmpty();
        assertThat(tally.report().table()).containsPattern("not checked +1");
    }

    @Test
    void transliteratingSavesWhatAccentsCost() {
        check("canci\u00f3n".repeat(20));
        check("\uD83C\uDF89".repeat(40));
        check("Hola");
        assertThat(tally.report().savings()).contains(new Saving("textPolicy=gsm7", 1, 2));
    }

    @Test
    void aTextThatIsALittleTooLongCouldBeShortened() {
        check("a".repeat(165));
        check("a".repeat(175));
        check("a".repeat(306));
        check("a".repeat(200));
        check("[".repeat(81));
        assertThat(tally.report().savings())
                .contains(
                        new Saving("up to 10 characters less", 2, 2),
                        new Saving("up to 20 characters less", 3, 3),
                        new Saving("up to 40 characters less", 4, 4));
    }

    private void check(String text) {
        SmsText counted = SmsText.of(text);
        tally.add(
                new Row(++rows, "573001234567", text, null, null, null, null),
                new RowOutcome(
                        "573001234567",
                        null,
                        null,
                        SmsState.SKIPPED,
                        null,
                        null,
                        null,
                        counted.segments(),
                        counted.encoding(),
                        null));
    }

    private void refuse(SmsError error) {
        tally.add(new Row(++rows, "12", "Hola", null, null, null, null), RowOutcome.refused(error, "wrong"));
    }
}
