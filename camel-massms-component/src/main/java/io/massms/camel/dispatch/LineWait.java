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

import io.massms.camel.model.SmsMessage;
import io.massms.camel.model.SmsState;
import io.massms.camel.model.SmsStatus;
import io.massms.camel.spi.Answer;
import io.massms.camel.spi.Protocol;
import io.massms.camel.spi.SendQuestion;
import io.massms.camel.spi.StatusQuestion;
import io.massms.camel.spi.StatusesQuestion;
import io.massms.camel.spi.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The lines of one request. Its fields are touched by one round at a time, and by the answers to it under its lock. */
final class LineWait {
    /** A line can be reported between the two questions once, but hardly twice. */
    private static final int MOST_DOUBTS = 2;

    private final Questions questions;
    private final int concurrentRequests;
    private final List<SmsMessage> messages;
    private final List<Verdict> verdicts;
    private final Consumer<List<Verdict>> done;
    private final long end;
    private final Instant since;
    private int doubts;
    private List<Integer> open = new ArrayList<>();

    LineWait(
            Questions questions,
            SendSettings settings,
            SendQuestion question,
            List<Verdict> taken,
            Instant since,
            Consumer<List<Verdict>> done) {
        this.questions = questions;
        this.end = System.nanoTime() + questions.most.toNanos();
        this.doubts = questions.byDateFrom > 0 ? 0 : MOST_DOUBTS;
        this.since = since;
        this.concurrentRequests = settings.concurrentRequests();
        this.messages = question.messages();
        this.verdicts = new ArrayList<>(taken);
        this.done = done;
    }

    void start() {
        Map<String, Integer> uses = new HashMap<>();
        messages.forEach(message -> uses.merge(message.clientId(), 1, Integer::sum));
        for (int i = 0; i < messages.size(); i++) {
            if (verdicts.get(i).state() == SmsState.ENROUTE) {
                if (uses.get(messages.get(i).clientId()) == 1) {
                    open.add(i);
                } else {
                    verdicts.set(i, LineVerdicts.shared());
                }
            }
        }
        goOn();
    }

    private void goOn() {
        if (open.isEmpty() || isOver()) {
            end(LineVerdicts.unreported(questions.most));
            return;
        }
        long rest = Math.min(questions.interval.toNanos(), Math.max(1, end - System.nanoTime()));
        questions.waits.start(rest, this::ask, () -> end(LineVerdicts.stopped()));
    }

    private void ask() {
        if (doubts < MOST_DOUBTS && open.size() >= questions.byDateFrom) {
            questions.caller.ask(questions.protocol.statusesSince(), StatusesQuestion.sentFrom(since), this::noteAll);
        } else {
            new Round(open, false).start();
        }
    }

    /**
     * If the question by date brings nothing new, the id of one line shows whether there was anything to report: the manual could also
     * mean the lines of one second.
     */
    private void noteAll(Answer<List<SmsStatus>> answer) {
        if (!(answer instanceof Answer.Of<List<SmsStatus>> all)) {
            doubts = answer.isUnclear() ? MOST_DOUBTS : doubts;
            goOn();
            return;
        }
        StatusesByClientId statuses = new StatusesByClientId(all.value());
        List<Integer> unreported = new ArrayList<>();
        for (int line : open) {
            SmsStatus status = statuses.of(question(line));
            if (status == null) {
                unreported.add(line);
            } else {
                verdicts.set(line, LineVerdicts.of(status));
            }
        }
        boolean anyReported = unreported.size() < open.size();
        open = unreported;
        if (anyReported) {
            goOn();
        } else {
            new Round(unreported.subList(0, 1), true).start();
        }
    }

    private StatusQuestion question(int line) {
        return new StatusQuestion(
                messages.get(line).clientId(), messages.get(line).to(), since);
    }

    private boolean isOver() {
        return System.nanoTime() - end > 0;
    }

    private void end(Verdict ofTheRest) {
        open.forEach(i -> verdicts.set(i, ofTheRest));
        done.accept(verdicts);
    }

    /** Asks for lines once each, some at a time. */
    private final class Round {
        private final Queue<Integer> toAsk;
        private final Set<Integer> reported = new HashSet<>();
        private final AtomicInteger lanes;
        private final boolean probesDate;

        Round(List<Integer> lines, boolean probesDate) {
            this.toAsk = new ArrayDeque<>(lines);
            this.lanes = new AtomicInteger(Math.min(concurrentRequests, lines.size()));
            this.probesDate = probesDate;
        }

        void start() {
            int count = lanes.get();
            for (int lane = 0; lane < count; lane++) {
                askNext();
            }
        }

        private void askNext() {
            Integer line = next();
            if (line == null) {
                if (lanes.decrementAndGet() == 0) {
                    doubts += probesDate ? reported.size() : 0;
                    open = open.stream().filter(one -> !reported.contains(one)).toList();
                    goOn();
                }
                return;
            }
            questions.caller.ask(questions.protocol.status(), question(line), answer -> {
                note(line, answer);
                askNext();
            });
        }

        private synchronized Integer next() {
            return toAsk.poll();
        }

        private synchronized void note(int line, Answer<SmsStatus> answer) {
            if (answer instanceof Answer.Of<SmsStatus> status && status.value().time() != null) {
                verdicts.set(line, LineVerdicts.of(status.value()));
                reported.add(line);
            }
        }
    }

    /**
     * How the provider is asked.
     *
     * @param caller     asks
     * @param protocol   encodes the questions
     * @param byDateFrom from how many lines on they are asked for by their date; 0 for never
     * @param most       how long
     * @param interval   how often
     * @param waits      start each round
     */
    record Questions(Caller caller, Protocol protocol, int byDateFrom, Duration most, Duration interval, Waits waits) {}
}
