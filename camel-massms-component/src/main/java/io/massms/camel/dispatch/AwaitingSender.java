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

import io.massms.camel.spi.Protocol;
import io.massms.camel.spi.SendQuestion;
import io.massms.camel.spi.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Sends, and then asks what became of each message until the provider has reported all of them or the time is over. A message that
 * was never mentioned is uncertain then: a line that the provider dropped looks just like it. No thread waits.
 */
public final class AwaitingSender implements Sender {
    private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(50);
    private static final Duration LONGEST_INTERVAL = Duration.ofSeconds(5);
    private static final int ROUNDS = 20;

    private final Sender sender;
    private final LineWait.Questions questions;
    private final Clock clock;

    /**
     * A sender that waits for answers.
     *
     * @param sender     really sends
     * @param caller     asks the provider
     * @param protocol   how a message's status is asked for by its client id, and those of many by their date
     * @param byDateFrom from how many lines on they are asked for by their date; 0 for never
     * @param most       how long to ask
     * @param clock      tells the date
     * @param waits      start each round of questions
     */
    public AwaitingSender(
            Sender sender, Caller caller, Protocol protocol, int byDateFrom, Duration most, Clock clock, Waits waits) {
        this.sender = sender;
        this.questions = new LineWait.Questions(
                caller, protocol, protocol.statusesSince() == null ? 0 : byDateFrom, most, interval(most), waits);
        this.clock = clock;
    }

    private static Duration interval(Duration most) {
        Duration part = most.dividedBy(ROUNDS);
        if (part.compareTo(SHORTEST_INTERVAL) < 0) {
            return SHORTEST_INTERVAL;
        }
        return part.compareTo(LONGEST_INTERVAL) > 0 ? LONGEST_INTERVAL : part;
    }

    @Override
    public void send(SendSettings settings, SendQuestion question, Consumer<List<Verdict>> done) {
        Instant since = clock.instant();
        sender.send(
                settings,
                question,
                verdicts -> new LineWait(questions, settings, question, verdicts, since, done).start());
    }
}
