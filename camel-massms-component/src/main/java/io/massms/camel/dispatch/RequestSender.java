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

import io.massms.camel.model.SmsError;
import io.massms.camel.spi.Answer;
import io.massms.camel.spi.SendAnswer;
import io.massms.camel.spi.SendQuestion;
import io.massms.camel.spi.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** Sends one question at the account's pace. Nothing is sent twice that may have left. */
public final class RequestSender implements Sender {
    private final Caller caller;
    private final Turns pacer;
    private final Pace pace;

    /**
     * A sender for one account.
     *
     * @param caller asks the provider
     * @param pacer  shared by all senders of the account
     * @param pace   how fast requests may follow one another
     */
    public RequestSender(Caller caller, Turns pacer, Pace pace) {
        this.caller = caller;
        this.pacer = pacer;
        this.pace = pace;
    }

    @Override
    public void send(SendSettings settings, SendQuestion question, Consumer<List<Verdict>> done) {
        sendOnce(settings, question, answer -> {
            int size = answer.resendInParts();
            if (size > 0 && size < question.messages().size()) {
                resendInParts(settings, question, size, 0, new ArrayList<>(), done);
            } else {
                done.accept(answer.verdicts());
            }
        });
    }

    /** The provider took nothing of a request that was too large: its parts go one after the other, each once. */
    private void resendInParts(
            SendSettings settings,
            SendQuestion question,
            int size,
            int from,
            List<Verdict> verdicts,
            Consumer<List<Verdict>> done) {
        int total = question.messages().size();
        if (from >= total) {
            done.accept(verdicts);
            return;
        }
        int to = Math.min(total, from + size);
        SendQuestion part = question.about(question.messages().subList(from, to));
        sendOnce(settings, part, answer -> {
            verdicts.addAll(answer.verdicts());
            resendInParts(settings, question, size, to, verdicts, done);
        });
    }

    private void sendOnce(SendSettings settings, SendQuestion question, Consumer<SendAnswer> done) {
        Consumer<Verdict> refused = verdict -> done.accept(SendAnswer.forAll(verdict, question));
        Runnable ask = () -> {
            Timetable timetable = new Timetable(settings);
            Verdict late = timetable.lateRefusal(question);
            if (late == null) {
                ask(settings, timetable.due(question), done);
            } else {
                refused.accept(late);
            }
        };
        pacer.await(pace.interval(), pace.patience(), () -> awaitShared(ask, refused), refused);
    }

    private void ask(SendSettings settings, SendQuestion question, Consumer<SendAnswer> done) {
        caller.ask(settings.codec(), question, answer -> {
            SendAnswer complete = complete(answer, question);
            pacer.heed(complete.verdicts());
            done.accept(complete);
        });
    }

    private void awaitShared(Runnable ask, Consumer<Verdict> refused) {
        if (pace.shared() == null) {
            ask.run();
        } else {
            pace.workers().execute(() -> reserve(ask, refused));
        }
    }

    private void reserve(Runnable ask, Consumer<Verdict> refused) {
        long nanos;
        try {
            nanos = pace.shared().reserve(pace.account()).toNanos();
        } catch (Throwable e) { // whatever it is: somebody waits for the verdicts
            refused.accept(Verdict.refusedHere(
                    SmsError.CONNECT_FAILED,
                    "The rate limit returned no time to wait (" + e.getClass().getName() + "), so nothing was sent"));
            return;
        }
        pacer.delay(nanos, pace.patience(), ask, refused);
    }

    private static SendAnswer complete(Answer<SendAnswer> answer, SendQuestion question) {
        return answer.fold(value -> complete(value, question), failure -> SendAnswer.forAll(failure, question));
    }

    private static SendAnswer complete(SendAnswer value, SendQuestion question) {
        int missing = question.messages().size() - value.verdicts().size();
        if (missing <= 0) {
            return value;
        }
        List<Verdict> verdicts = new ArrayList<>(value.verdicts());
        verdicts.addAll(Collections.nCopies(missing, unanswered()));
        return SendAnswer.of(verdicts);
    }

    private static Verdict unanswered() {
        return Verdict.uncertain(
                SmsError.UNEXPECTED_RESPONSE, null, "The answer does not mention this recipient; it may have left");
    }
}
