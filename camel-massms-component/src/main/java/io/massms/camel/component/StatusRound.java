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
package io.massms.camel.component;

import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsStatus;
import io.massms.camel.spi.Answer;
import io.massms.camel.spi.Verdict;
import io.massms.camel.tracker.TrackedMessage;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** The questions of one poll. Once an answer refuses the whole account no more are put: every other would be answered the same. */
final class StatusRound {
    private static final Set<SmsError> OF_THE_PROVIDER =
            EnumSet.of(SmsError.MAINTENANCE, SmsError.OUTSIDE_HOURS, SmsError.CONNECT_FAILED, SmsError.RATE_LIMITED);

    /** A proxy's words for a provider that is not there (RFC 9110, section 15.6). */
    private static final Set<String> AWAY = Set.of("HTTP 502", "HTTP 503", "HTTP 504");

    private final StatusInquiry inquiry;
    private Map<UUID, Answer<SmsStatus>> byDate = Map.of();
    private boolean asked;
    private Verdict refusal;
    private Verdict reported;

    private StatusRound(StatusInquiry inquiry) {
        this.inquiry = inquiry;
    }

    /** Asks at once for those that one call can ask for together. */
    static StatusRound begin(StatusInquiry inquiry, List<TrackedMessage> due, Instant now) {
        StatusRound round = new StatusRound(inquiry);
        List<TrackedMessage> open =
                due.stream().filter(message -> !message.pollingFinished()).toList();
        Map<UUID, Answer<SmsStatus>> answers = inquiry.askByDate(open, now);
        round.asked = !answers.isEmpty();
        round.byDate = answers.values().stream().anyMatch(round::refuses) ? Map.of() : answers;
        return round;
    }

    /** What is said of a message; null where it is not asked for any more. */
    CompletableFuture<Answer<SmsStatus>> ask(TrackedMessage message) {
        Answer<SmsStatus> known = message.pollingFinished() ? Answer.of(message.status()) : byDate.get(message.id());
        if (known != null || refusal != null) {
            return CompletableFuture.completedFuture(known);
        }
        asked = true;
        return inquiry.ask(message);
    }

    /** The failure to report now: that of the account is reported at the end, and that of many messages once. */
    Optional<Verdict> failureToReport(Answer<SmsStatus> answer) {
        if (!(answer instanceof Answer.Failed<SmsStatus> failed) || refuses(answer) || failed.verdict() == reported) {
            return Optional.empty();
        }
        reported = failed.verdict();
        return Optional.of(reported);
    }

    private boolean refuses(Answer<SmsStatus> answer) {
        if (!(answer instanceof Answer.Failed<SmsStatus> failed) || !isOfTheAccount(failed.verdict())) {
            return false;
        }
        refusal = refusal == null ? failed.verdict() : refusal;
        return true;
    }

    private static boolean isOfTheAccount(Verdict failure) {
        return failure.retryAfter() != null
                || failure.error().concernsAccount()
                || OF_THE_PROVIDER.contains(failure.error())
                || failure.providerCode() != null && AWAY.contains(failure.providerCode());
    }

    /** Whether a question was put. */
    boolean hasAsked() {
        return asked;
    }

    /** Why the account is refused; null where it is not. */
    Verdict refusal() {
        return refusal;
    }
}
