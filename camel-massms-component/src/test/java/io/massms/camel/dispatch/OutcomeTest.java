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
package io.massms.camel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.massms.camel.error.SmsException;
import io.massms.camel.error.SmsRejectedException;
import io.massms.camel.error.SmsTemporaryException;
import io.massms.camel.error.SmsUncertainException;
import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsMessage;
import io.massms.camel.model.SmsReceipt;
import io.massms.camel.model.SmsResult;
import io.massms.camel.model.SmsState;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is reported of a send while the part of it that is worth another try gets one. */
class OutcomeTest {
    private static final SmsReceipt TAKEN = receipt(SmsState.ENROUTE, null, 1);
    private static final SmsReceipt REFUSED = receipt(SmsState.REJECTED, SmsError.OPTED_OUT, 1);
    private static final SmsReceipt UNCERTAIN = receipt(SmsState.UNKNOWN, SmsError.TIMEOUT, 1);
    private static final SmsReceipt FOR_NOW = receipt(SmsState.REJECTED, SmsError.MAINTENANCE, 1);
    private static final SmsReceipt SLOWED_DOWN = receipt(SmsState.REJECTED, SmsError.RATE_LIMITED, 1);
    private static final SmsReceipt LATER_PART = receipt(SmsState.SKIPPED, SmsError.MAINTENANCE, 2);
    private static final SmsReceipt REPEATED = receipt(SmsState.SKIPPED, SmsError.DUPLICATE, 1);

    @Test
    void whatIsRefusedForGoodIsTheFailureOfWhatIsOver() {
        Outcome over = failed(FOR_NOW, REFUSED).withoutRetryable();

        assertThat(over.result().receipts()).containsExactly(REFUSED);
        assertThat(over.result().rejectedCount()).isEqualTo(1);
        assertThat(over.failure()).isInstanceOf(SmsRejectedException.class);
        assertThat(over.failure().getReceipts()).containsExactly(REFUSED);
        assertThat(over.only()).isEqualTo(REFUSED);
    }

    @Test
    void whatIsUncertainIsTheFailureOfWhatIsOver() {
        Outcome over = failed(UNCERTAIN, FOR_NOW, REFUSED).withoutRetryable();

        assertThat(over.result().receipts()).containsExactly(UNCERTAIN, REFUSED);
        assertThat(over.result().count()).isEqualTo(2);
        assertThat(over.failure()).isInstanceOf(SmsUncertainException.class);
    }

    @Test
    void whereSomethingWasTakenNothingOfTheRestIsAFailure() {
        Outcome over = outcome(null, TAKEN, FOR_NOW, REFUSED).withoutRetryable();

        assertThat(over.result().receipts()).containsExactly(TAKEN, REFUSED);
        assertThat(over.failure()).isNull();
    }

    @Test
    void nothingIsOverWhereAllGoesAgain() {
        assertThat(failed(FOR_NOW, LATER_PART, FOR_NOW)
                        .withoutRetryable()
                        .result()
                        .count())
                .isZero();
    }

    @Test
    void theLaterPartsOfWhatIsRefusedForGoodAreOverToo() {
        Outcome over = failed(REFUSED, LATER_PART, FOR_NOW, LATER_PART).withoutRetryable();

        assertThat(over.result().receipts()).containsExactly(REFUSED, LATER_PART);
        assertThat(over.result().skippedCount()).isEqualTo(1);
    }

    @Test
    void whatWasLeftOutOnPurposeIsNoFailure() {
        Outcome over = failed(FOR_NOW, REPEATED).withoutRetryable();

        assertThat(over.result().receipts()).containsExactly(REPEATED);
        assertThat(over.failure()).isNull();
    }

    @Test
    void onlyWhatNobodyAskedTheProviderAboutOnlyWaits() {
        assertThat(failed(SLOWED_DOWN, REFUSED).onlyWaits()).isTrue();
        assertThat(failed(SLOWED_DOWN, FOR_NOW).onlyWaits()).isFalse();
        assertThat(failed(saidByProvider(SLOWED_DOWN)).onlyWaits()).isFalse();
        assertThat(failed(REFUSED).onlyWaits()).isFalse();
    }

    private static Outcome failed(SmsReceipt... receipts) {
        return outcome(
                new SmsTemporaryException("", "fake", SmsError.MAINTENANCE, null, List.of(), null, null), receipts);
    }

    private static Outcome outcome(SmsException failure, SmsReceipt... receipts) {
        List<SmsReceipt> all = List.of(receipts);
        List<SmsMessage> left = all.stream()
                .filter(SmsReceipt::retryable)
                .map(receipt -> SmsMessage.of(receipt.to(), "Hola"))
                .toList();
        SmsResult result = new SmsResult(
                "fake",
                all,
                count(SmsState.ENROUTE, receipts),
                count(SmsState.REJECTED, receipts),
                count(SmsState.UNKNOWN, receipts),
                count(SmsState.SKIPPED, receipts),
                0,
                left);
        return new Outcome(result, failure, null, left, null);
    }

    private static int count(SmsState state, SmsReceipt... receipts) {
        return (int) Arrays.stream(receipts)
                .filter(receipt -> receipt.state() == state)
                .count();
    }

    private static SmsReceipt receipt(SmsState state, SmsError error, int part) {
        return new SmsReceipt(
                "573001234567", null, null, state, error, null, null, null, 1, null, null, part, part, false);
    }

    private static SmsReceipt saidByProvider(SmsReceipt receipt) {
        return new SmsReceipt(
                receipt.to(),
                null,
                null,
                receipt.state(),
                receipt.error(),
                "HTTP 429",
                null,
                null,
                1,
                null,
                null,
                1,
                1,
                false);
    }
}
