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

import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsMessageResult;
import io.massms.camel.model.SmsReceipt;
import io.massms.camel.model.SmsState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowOutcomeTest {

    @Test
    void aTextOfWhichNoPartLeftIsWorthAnotherTry() {
        RowOutcome outcome = parts(SmsState.REJECTED, SmsState.REJECTED);
        assertThat(outcome.state()).isEqualTo(SmsState.REJECTED);
        assertThat(outcome.worthAnotherTry()).isTrue();
        assertThat(outcome.surelyNotSent()).isTrue();
    }

    @Test
    void aTextOfWhichAllPartsLeftIsAccepted() {
        RowOutcome outcome = parts(SmsState.ENROUTE, SmsState.ENROUTE);
        assertThat(outcome.state()).isEqualTo(SmsState.ENROUTE);
        assertThat(outcome.messageId()).isEqualTo("id1 id2");
        assertThat(outcome.reason()).isNull();
    }

    @Test
    void aTextOfWhichAnyPartLeftOrMayHaveLeftIsUncertain() {
        for (RowOutcome outcome : List.of(
                parts(SmsState.ENROUTE, SmsState.REJECTED, SmsState.REJECTED),
                parts(SmsState.REJECTED, SmsState.ENROUTE, SmsState.REJECTED),
                parts(SmsState.REJECTED, SmsState.UNKNOWN, SmsState.REJECTED),
                parts(SmsState.UNKNOWN, SmsState.REJECTED, SmsState.REJECTED))) {
            assertThat(outcome.state()).isEqualTo(SmsState.UNKNOWN);
            assertThat(outcome.worthAnotherTry()).isFalse();
            assertThat(outcome.surelyNotSent()).isFalse();
            assertThat(outcome.error()).isEqualTo(SmsError.CONNECT_FAILED);
            assertThat(outcome.reason()).startsWith("1 of 3 parts left or may have left");
        }
    }

    @Test
    void aTextOfWhichADryRunFoundALaterPartWrongIsNotFine() {
        RowOutcome outcome = parts(SmsState.SKIPPED, SmsState.REJECTED);
        assertThat(outcome.state()).isEqualTo(SmsState.REJECTED);
        assertThat(outcome.reason()).isEqualTo("Part 2 of 2");
    }

    private static RowOutcome parts(SmsState... states) {
        List<SmsReceipt> parts = new ArrayList<>();
        for (SmsState state : states) {
            int part = parts.size() + 1;
            boolean taken = state.isAccepted();
            SmsError error = taken ? null : SmsError.CONNECT_FAILED;
            String id = taken ? "id" + part : null;
            parts.add(new SmsReceipt(
                    "573001234567",
                    id,
                    null,
                    state,
                    error,
                    null,
                    null,
                    null,
                    1,
                    null,
                    "text",
                    part,
                    states.length,
                    false));
        }
        return RowOutcome.of(new SmsMessageResult(parts));
    }
}
