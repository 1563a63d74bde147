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
package io.massms.camel.tracker;

import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsState;
import io.massms.camel.model.SmsStatus;
import io.massms.camel.spi.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When to ask for the status of a message, and what an answer means at its age.
 *
 * @param first         the shortest interval between two questions; at least 1 ms
 * @param longest       the longest interval, not less than {@code first}. Between the two, the interval is half of the message's age
 * @param maxAge        how long to ask after the last change of state. A scheduled message is asked for as long as it is scheduled
 * @param notFoundGrace how long after sending "not found" means "not yet"
 */
public record StatusPlan(Duration first, Duration longest, Duration maxAge, Duration notFoundGrace) {

    /** Throws {@link IllegalArgumentException} if an interval is out of range. */
    public StatusPlan {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "statusFirstInterval is " + first.toMillis() + " ms and statusMaxInterval " + longest.toMillis()
                            + " ms; right is at least 1 ms, and a maximum not below the first");
        }
    }

    /**
     * When to ask again.
     *
     * @param  message asked for just now
     * @param  now     what time it is
     * @return         after a growing interval
     */
    public Instant next(TrackedMessage message, Instant now) {
        Duration half = age(message, now).dividedBy(2);
        Duration interval = half.compareTo(first) < 0 ? first : half;
        return now.plus(interval.compareTo(longest) > 0 ? longest : interval);
    }

    /**
     * When to ask again for a message that may or may not have left, and of which nothing is known yet.
     *
     * @param  message asked for just now
     * @param  now     what time it is
     * @return         after a growing interval; null where it is too old: then it stays open for somebody to settle
     */
    public Instant nextWhileOpen(TrackedMessage message, Instant now) {
        return age(message, now).compareTo(maxAge) < 0 ? next(message, now) : null;
    }

    /**
     * What an answer means.
     *
     * @param  message asked for
     * @param  answer  the provider's
     * @param  now     what time it is
     * @return         what to record; its state is the answer's, or {@code EXPIRED} where nobody asks any longer
     */
    public StatusReport report(TrackedMessage message, SmsStatus answer, Instant now) {
        if (answer.state() == SmsState.UNKNOWN) {
            return age(message, now).compareTo(notFoundGrace) < 0
                    ? StatusReport.answered(message, answer.withState(message.state()), next(message, now))
                    : StatusReport.last(message, answer, next(message, now));
        }
        return StatusReport.answered(
                message,
                isOnItsWay(answer) && isTooOld(message, now) ? answer.withState(SmsState.EXPIRED) : answer,
                next(message, now));
    }

    /**
     * What it means that a question failed. A provider that is away is asked until it is back. Words of its own that nobody understands
     * are the last of a message that is too old, but not at the first question past its age: they may be those of an outage.
     *
     * @param  message asked for, with the time at which it was due
     * @param  failure why there is no answer
     * @param  now     what time it is
     * @return         the final report: that nothing is known of it; empty if the provider is to be asked again
     */
    public Optional<StatusReport> afterFailure(TrackedMessage message, Verdict failure, Instant now) {
        boolean enough = isNotUnderstood(failure) && isTooOld(message, now) && wasTooOldAtTheLastQuestion(message);
        return enough
                ? Optional.of(StatusReport.last(message, unknown(message, failure), next(message, now)))
                : Optional.empty();
    }

    /** What came with an HTTP status code, or without any text, is not the provider's word. */
    private static boolean isNotUnderstood(Verdict failure) {
        return failure.error() == SmsError.UNEXPECTED_RESPONSE
                && failure.providerText() != null
                && failure.providerCode() == null;
    }

    /** The time at which it was due was counted from that question. */
    private boolean wasTooOldAtTheLastQuestion(TrackedMessage message) {
        return !message.nextCheck().isBefore(next(message, message.updated().plus(maxAge)));
    }

    private static SmsStatus unknown(TrackedMessage message, Verdict failure) {
        return message.status()
                .withState(SmsState.UNKNOWN)
                .withError(failure.error(), failure.providerCode(), failure.providerText())
                .withTime(null);
    }

    private static boolean isOnItsWay(SmsStatus answer) {
        return answer.state() != SmsState.SCHEDULED && !answer.state().isFinal();
    }

    /** What was scheduled for long ahead is young when it goes out. */
    private boolean isTooOld(TrackedMessage message, Instant now) {
        return message.state() != SmsState.SCHEDULED
                && Duration.between(message.updated(), now).compareTo(maxAge) >= 0;
    }

    private static Duration age(TrackedMessage message, Instant now) {
        return Duration.between(message.created(), now);
    }
}
