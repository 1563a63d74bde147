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

import io.massms.camel.error.SmsRejectedException;
import io.massms.camel.error.SmsTemporaryException;
import io.massms.camel.error.SmsUncertainException;
import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsMessage;
import io.massms.camel.model.SmsReceipt;
import io.massms.camel.model.SmsResult;
import io.massms.camel.model.SmsState;
import io.massms.camel.transport.TransportException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SendJobTest {
    private final HeldTransport transport = new HeldTransport();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final SendSettings settings = FakeProvider.settings();
    private boolean dryRun;

    @Test
    void neighboursWithTheSameTextShareARequestUpToTheLimit() {
        send(Stream.of("a", "a", "a", "a", "b", "a").map(text -> to(1, text)));
        transport.answer(0, "x1,x2,x3");
        transport.answer(1, "x4");
        transport.answer(2, "x5");
        transport.answer(3, "x6");

        assertThat(transport.calls).hasSize(4);
        assertThat(IntStream.range(0, 4).mapToObj(transport::text)).containsExactly("a", "a", "b", "a");
        assertThat(ids()).containsExactly("x1", "x2", "x3", "x4", "x5", "x6");
    }

    @Test
    void oneMessageToManyRecipientsIsCutIntoRequestsAndKeepsItsOrder() {
        send(Stream.of(SmsMessage.of("3001234561, 3001234562,3001234563,3001234564", "a")));

        assertThat(transport.to(0)).isEqualTo("573001234561,573001234562,573001234563");
        assertThat(transport.to(1)).isEqualTo("573001234564");
    }

    @Test
    void resultsKeepTheOrderOfTheInputWhenAnswersComeInAnother() {
        send(Stream.of(to(1, "a"), to(2, "b"), to(3, "c")));
        transport.answer(1, "second");
        transport.answer(2, "third");
        assertThat(outcomes).isEmpty();
        transport.answer(0, "first");

        assertThat(ids()).containsExactly("first", "second", "third");
    }

    @Test
    void noMoreRequestsThanAllowedAreUnderWayAtATime() {
        send(IntStream.range(0, 10).mapToObj(i -> to(i, "text " + i)));

        assertThat(transport.calls).hasSize(2);
        transport.answer(0, "x");
        assertThat(transport.calls).hasSize(3);
    }

    @Test
    void theInputIsReadNoFartherThanTheRequestsUnderWayNeed() {
        List<Integer> read = new ArrayList<>();
        send(IntStream.range(0, 1_000).peek(read::add).mapToObj(i -> to(i, "text " + i)));

        assertThat(read).hasSizeLessThan(10);
    }

    @Test
    void aFirstAnswerThatComesLastHoldsNothingUpForGood() {
        int messages = 100;
        send(IntStream.range(0, messages).mapToObj(i -> to(i, "text " + i)));
        for (int i = 1; i < transport.calls.size(); i++) {
            transport.answer(i, "x");
        }
        int behindTheFirst = transport.calls.size();
        assertThat(behindTheFirst).isLessThan(messages);
        transport.answer(0, "x");
        for (int i = behindTheFirst; i < transport.calls.size(); i++) {
            transport.answer(i, "x");
        }

        assertThat(transport.calls).hasSize(messages);
        assertThat(result().acceptedCount()).isEqualTo(messages);
    }

    @Test
    void aRequestThatWasTooLargeGoesAgainInPartsOnce() {
        send(Stream.of(SmsMessage.of("3001234561,3001234562,3001234563", "a")));
        transport.answer(0, "parts:2");
        assertThat(transport.to(1)).isEqualTo("573001234561,573001234562");
        transport.answer(1, "x1,x2");
        assertThat(transport.to(2)).isEqualTo("573001234563");
        transport.answer(2, "x3");

        assertThat(ids()).containsExactly("x1", "x2", "x3");
    }

    @Test
    void aPartThatIsStillTooLargeIsNotTriedForever() {
        send(Stream.of(SmsMessage.of("3001234561,3001234562,3001234563", "a")));
        transport.answer(0, "parts:2");
        transport.answer(1, "parts:1");
        transport.answer(2, "parts:1");

        assertThat(transport.calls).hasSize(3);
        assertThat(failure()).isInstanceOf(SmsRejectedException.class);
        assertThat(result().rejected()).extracting(SmsReceipt::error).containsOnly(SmsError.TOO_MANY_RECIPIENTS);
    }

    @Test
    void thePartsOfASplitTextGoOneAfterTheOther() {
        send(Stream.of(to(1, "word ".repeat(60))));
        assertThat(transport.calls).hasSize(1);
        assertThat(transport.text(0)).endsWith("(1/2)");
        transport.answer(0, "p1");
        assertThat(transport.text(1)).endsWith("(2/2)");
        transport.answer(1, "p2");

        assertThat(result().receipts()).extracting(SmsReceipt::part).containsExactly(1, 2);
        assertThat(result().receipts()).extracting(SmsReceipt::parts).containsOnly(2);
    }

    @Test
    void aPartThatFailsKeepsTheLaterOnesOfThatRecipientBackButNotThoseOfOthers() {
        send(Stream.of(SmsMessage.of("3001234561,3001234562", "word ".repeat(60))));
        transport.answer(0, "no,x1");
        assertThat(transport.to(1)).isEqualTo("573001234562");
        transport.answer(1, "x2");

        assertThat(result().receipts())
                .extracting(SmsReceipt::state)
                .containsExactly(SmsState.REJECTED, SmsState.SKIPPED, SmsState.ENROUTE, SmsState.ENROUTE);
        assertThat(failure()).isNull();
    }

    @Test
    void onlyThePartsThatDidNotLeaveAreWorthAnotherTry() {
        send(Stream.of(to(1, "word ".repeat(60))));
        transport.answer(0, "p1");
        transport.answer(1, "busy");

        assertThat(result().retryable()).hasSize(1);
        assertThat(result().retryable().get(0).text()).endsWith("(2/2)");
        assertThat(failure()).isNull();
    }

    @Test
    void aNumberThatIsNoneIsRefusedHereAndTheOthersGo() {
        send(Stream.of(to(1, "a"), SmsMessage.of("12", "a"), to(2, "a")));
        transport.answer(0, "x1,x2");

        assertThat(transport.to(0)).isEqualTo("573001234561,573001234562");
        assertThat(result().receipts())
                .extracting(SmsReceipt::state)
                .containsExactly(SmsState.ENROUTE, SmsState.REJECTED, SmsState.ENROUTE);
    }

    @Test
    void partialAcceptanceThrowsNothing() {
        send(Stream.of(SmsMessage.of("3001234561,3001234562,3001234563", "a")));
        transport.answer(0, "x1,no,huh");

        assertThat(failure()).isNull();
        assertThat(result().acceptedCount()).isEqualTo(1);
        assertThat(result().rejectedCount()).isEqualTo(1);
        assertThat(result().uncertainCount()).isEqualTo(1);
    }

    @Test
    void anyUncertainRecipientMakesAFailedSendUncertain() {
        send(Stream.of(SmsMessage.of("3001234561,3001234562,3001234563", "a")));
        transport.answer(0, "busy,no,huh");

        assertThat(failure()).isInstanceOf(SmsUncertainException.class);
    }

    @Test
    void onePermanentRefusalMakesAFailedSendPermanent() {
        send(Stream.of(SmsMessage.of("3001234561,3001234562", "a")));
        transport.answer(0, "busy,no");

        assertThat(failure()).isInstanceOf(SmsRejectedException.class);
        assertThat(result().retryable()).hasSize(1);
    }

    @Test
    void onlyPassingRefusalsMakeAFailedSendTemporary() {
        send(Stream.of(SmsMessage.of("3001234561,3001234562", "a")));
        transport.answer(0, "busy,busy");

        assertThat(failure()).isInstanceOf(SmsTemporaryException.class);
        assertThat(result().retryable())
                .hasSize(2)
                .allMatch(message -> message.to().startsWith("300"));
    }

    @Test
    void aRequestThatNeverLeftIsTemporaryAndOneThatMayHaveLeftIsUncertain() {
        send(Stream.of(to(1, "a")));
        transport.fail(0, TransportException.notSent("refused", null));
        assertThat(failure()).isInstanceOf(SmsTemporaryException.class);

        outcomes.clear();
        send(Stream.of(to(1, "a")));
        transport.fail(1, TransportException.timeout("no answer", null));
        assertThat(failure()).isInstanceOf(SmsUncertainException.class);
    }

    @Test
    void recipientsThatTheAnswerLeavesOutAreUncertain() {
        send(Stream.of(SmsMessage.of("3001234561,3001234562", "a")));
        transport.answer(0, "x1");

        assertThat(result().uncertain()).extracting(SmsReceipt::to).containsExactly("573001234562");
    }

    @Test
    void anInputThatBreaksOffKeepsWhatWasSentBeforeAndReportsTheFailure() {
        Iterator<SmsMessage> broken = new Iterator<>() {
            private int left = 2;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public SmsMessage next() {
                if (left-- == 0) {
                    throw new NoSuchElementException("the file ends in the middle of a row");
                }
                return to(left, "a");
            }
        };
        job(broken).start();
        transport.answer(0, "x1,x2");

        assertThat(failure()).isNull();
        assertThat(result().acceptedCount()).isEqualTo(2);
        assertThat(result().rejected())
                .singleElement()
                .satisfies(receipt -> assertThat(receipt.reason()).contains("broke off at message 3"));
    }

    @Test
    void anElementThatIsNoMessageIsRefusedAndTheOthersGo() {
        Iterator<SmsMessage> messages = Stream.of("a", "bad", "a")
                .map(text -> {
                    if (text.equals("bad")) {
                        throw new UnreadableMessageException("no message", SmsMessage.of(null, null));
                    }
                    return to(1, text);
                })
                .iterator();
        job(messages).start();
        transport.answer(0, "x1,x2");

        assertThat(result().receipts())
                .extracting(SmsReceipt::state)
                .containsExactly(SmsState.ENROUTE, SmsState.REJECTED, SmsState.ENROUTE);
    }

    @Test
    void aDryRunSendsNothingAndCounts() {
        dryRun = true;
        send(Stream.of(to(1, "word ".repeat(60)), SmsMessage.of("12", "a")));

        assertThat(transport.calls).isEmpty();
        assertThat(failure()).isNull();
        assertThat(result().skippedCount()).isEqualTo(2);
        assertThat(result().segments()).isEqualTo(2);
        assertThat(result().rejectedCount()).isEqualTo(1);
    }

    @Test
    void theSameTextToTheSameRecipientGoesAgainAndIsReported() {
        send(Stream.of(to(1, "a"), to(1, "a")));
        transport.answer(0, "x1,x2");

        assertThat(result().receipts()).extracting(SmsReceipt::duplicate).containsExactly(false, true);
        assertThat(result().acceptedCount()).isEqualTo(2);
    }

    @Test
    void aTimeThatHasPassedMeansNow() {
        send(Stream.of(to(1, "a").withScheduledTime(FakeProvider.NOW.minusSeconds(1))));

        assertThat(transport.calls).hasSize(1);
    }

    @Test
    void aLaterTimeIsRefusedWhereTheChannelHasNoScheduling() {
        send(Stream.of(to(1, "a").withScheduledTime(FakeProvider.NOW.plusSeconds(1))));

        assertThat(transport.calls).isEmpty();
        assertThat(failure()).isInstanceOf(SmsRejectedException.class).hasMessageContaining("scheduledTime");
    }

    @Test
    void noInputIsAnEmptyResult() {
        send(Stream.empty());

        assertThat(failure()).isNull();
        assertThat(result().count()).isZero();
    }

    private static SmsMessage to(int number, String text) {
        return SmsMessage.of("300123456" + number % 10, text);
    }

    private void send(Stream<SmsMessage> messages) {
        job(messages.iterator()).start();
    }

    private SendJob job(Iterator<SmsMessage> messages) {
        Caller caller = new Caller(transport, settings.account(), settings.requestTimeout());
        RequestSender sender = new RequestSender(caller, new Pacer(null), Pace.of(Duration.ZERO, Duration.ZERO));
        return new SendJob(settings, sender, messages, dryRun, Runnable::run, outcomes::add);
    }

    private SmsResult result() {
        assertThat(outcomes).hasSize(1);
        return outcomes.get(0).result();
    }

    private Exception failure() {
        assertThat(outcomes).hasSize(1);
        return outcomes.get(0).failure();
    }

    private List<String> ids() {
        return result().receipts().stream().map(SmsReceipt::messageId).toList();
    }
}
