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
package io.massms.camel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsMessageResultTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                // of its parts,                    as a whole, why,             worth another try
                "SCHEDULED,                         SCHEDULED,  none,            false",
                "REJECTED/CONNECT_FAILED,           REJECTED,   CONNECT_FAILED,  true",
                "REJECTED/BLOCKED,                  REJECTED,   BLOCKED,         false",
                "UNKNOWN/TIMEOUT,                   UNKNOWN,    TIMEOUT,         false",
                "ENROUTE ENROUTE,                   ENROUTE,    none,            false",
                "SKIPPED SKIPPED,                   SKIPPED,    none,            false",
                "REJECTED/CONNECT_FAILED SKIPPED,   REJECTED,   CONNECT_FAILED,  true",
                "REJECTED/MAINTENANCE REJECTED/MAINTENANCE, REJECTED, MAINTENANCE, true",
                "REJECTED/MAINTENANCE REJECTED/BLOCKED, REJECTED, MAINTENANCE,   false",
                "ENROUTE REJECTED/CONNECT_FAILED,   UNKNOWN,    CONNECT_FAILED,  false",
                "REJECTED/CONNECT_FAILED ENROUTE,   UNKNOWN,    CONNECT_FAILED,  false",
                "ENROUTE SKIPPED,                   UNKNOWN,    none,            false",
                "UNKNOWN/TIMEOUT SKIPPED,           UNKNOWN,    TIMEOUT,         false",
                "ENROUTE UNKNOWN/TIMEOUT SKIPPED,   UNKNOWN,    TIMEOUT,         false",
                "REJECTED/BLOCKED UNKNOWN/TIMEOUT,  UNKNOWN,    BLOCKED,         false",
                "SKIPPED REJECTED/BLOCKED,          REJECTED,   BLOCKED,         false"
            })
    void aMessageWentOnlyAsAWhole(String parts, SmsState state, SmsError error, boolean retryable) {
        SmsMessageResult message = new SmsMessageResult(receipts(parts));
        assertThat(message.complete()).isTrue();
        assertThat(message.state()).isEqualTo(state);
        assertThat(message.error()).isEqualTo(error);
        assertThat(message.retryable()).isEqualTo(retryable);
        assertThat(message.accepted()).isEqualTo(state.isAccepted());
        assertThat(message.uncertain()).isEqualTo(state == SmsState.UNKNOWN);
        assertThat(message.rejected()).isEqualTo(state == SmsState.REJECTED);
    }

    @Test
    void whereReceiptsWereNotKeptNobodyCanSay() {
        List<SmsReceipt> parts = receipts("ENROUTE REJECTED/CONNECT_FAILED SKIPPED");
        for (List<SmsReceipt> kept : List.of(parts.subList(1, 3), parts.subList(1, 2), parts.subList(0, 1))) {
            SmsMessageResult message = new SmsMessageResult(kept);
            assertThat(message.complete()).isFalse();
            assertThat(message.uncertain()).isTrue();
            assertThat(message.retryable()).isFalse();
        }
    }

    @Test
    void theReceiptsOfAMessageStandTogether() {
        List<SmsReceipt> two = receipts("ENROUTE ENROUTE");
        List<SmsReceipt> three = receipts("ENROUTE REJECTED/BLOCKED SKIPPED");
        List<SmsReceipt> one = receipts("ENROUTE");

        assertThat(result(one, two, two, one, one, three).byMessage())
                .extracting(SmsMessageResult::receipts)
                .containsExactly(one, two, two, one, one, three);
        assertThat(result().byMessage()).isEmpty();
    }

    @Test
    void aMessageOfWhichReceiptsAreMissingTakesNoneOfAnother() {
        List<SmsReceipt> three = receipts("ENROUTE REJECTED/BLOCKED SKIPPED");
        List<SmsReceipt> one = receipts("REJECTED/BLOCKED");

        assertThat(result(three.subList(1, 3), one, three.subList(1, 3), three).byMessage())
                .extracting(SmsMessageResult::complete)
                .containsExactly(false, true, false, true);
    }

    @Test
    void withoutReceiptsThereIsNoMessage() {
        assertThatThrownBy(() -> new SmsMessageResult(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("right is one for each part");
    }

    @SafeVarargs
    private static SmsResult result(List<SmsReceipt>... messages) {
        List<SmsReceipt> receipts =
                Arrays.stream(messages).flatMap(List::stream).toList();
        return new SmsResult("natalia", receipts, 0, 0, 0, 0, 0, List.of());
    }

    /** Of the parts of one message, each with its error behind a slash. */
    private static List<SmsReceipt> receipts(String parts) {
        String[] words = parts.split(" ");
        List<SmsReceipt> receipts = new ArrayList<>();
        for (String word : words) {
            String[] stateAndError = word.split("/");
            SmsState state = SmsState.valueOf(stateAndError[0]);
            SmsError error = stateAndError.length == 1 ? null : SmsError.valueOf(stateAndError[1]);
            int part = receipts.size() + 1;
            receipts.add(new SmsReceipt(
                    "57", null, null, state, error, null, null, null, 1, null, null, part, words.length, false));
        }
        return receipts;
    }
}
