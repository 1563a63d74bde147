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
package io.massms.simulator.provider.smsmasivos;

import io.massms.simulator.provider.Exchange;
import io.massms.simulator.provider.Outcomes;
import io.massms.simulator.store.Draft;
import io.massms.simulator.store.Platform;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/** Takes messages from whatever channel, by one set of rules. */
final class Desk {
    private final Platform platform;
    private final Rules rules;
    private final Outcomes outcomes;

    /**
     * One message as a channel hands it in.
     *
     * @param alphabet what the channel carries
     * @param scheduledTime null for at once
     * @param test whether it is only to be checked
     */
    record Submission(
            String to,
            String text,
            Alphabet alphabet,
            String clientId,
            Instant scheduledTime,
            String html,
            boolean test) {}

    Desk(Platform platform) {
        this.platform = platform;
        this.rules = new Rules(platform);
        this.outcomes = new Outcomes(Duration.ZERO, null, platform.options().deliveryDelay());
    }

    /** Empty when the message was taken (or, as a test, would have been). */
    Optional<Refusal> submit(Exchange exchange, Login login, Submission submission) {
        Optional<Refusal> refusal = exchange.forcedCode(submission.to())
                .map(Refusal::forced)
                .or(() -> rules.contract(login.expired()))
                .or(() -> rules.refusal(submission.to(), submission.text(), submission.alphabet()));
        if (refusal.isPresent()) {
            return refusal;
        }
        return submission.test() ? rehearse() : accept(exchange, login, submission);
    }

    private Optional<Refusal> rehearse() {
        return platform.balances().covers(SmsMasivosFront.ID, 1) ? Optional.empty() : Optional.of(rules.noBalance());
    }

    private Optional<Refusal> accept(Exchange exchange, Login login, Submission submission) {
        Draft draft = Draft.of(
                        SmsMasivosFront.ID,
                        login.name(),
                        submission.to(),
                        submission.text(),
                        1,
                        outcomes.of(platform.recipients().trait(submission.to())))
                .clientId(submission.clientId())
                .scheduled(submission.scheduledTime())
                .html(submission.html());
        if (exchange.accept(platform, draft, id -> null).isEmpty()) {
            return Optional.of(rules.noBalance());
        }
        if (!exchange.rehearsal()) {
            Instant now = platform.clock().instant();
            platform.recentTexts().remember(submission.to(), submission.text(), now);
            platform.monthlyCounts().add(YearMonth.from(now.atOffset(Rules.ZONE)));
        }
        return Optional.empty();
    }
}
