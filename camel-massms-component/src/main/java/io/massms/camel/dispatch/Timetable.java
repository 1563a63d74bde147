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
import io.massms.camel.model.SmsMessage;
import io.massms.camel.model.SmsState;
import io.massms.camel.schedule.SendWindow;
import io.massms.camel.spi.SendQuestion;
import io.massms.camel.spi.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Decides when a message goes and who sees to that: the provider, or the holder here. */
final class Timetable {
    private static final Instant LAST_MOMENT = Instant.parse("9999-12-30T00:00:00Z");
    private static final Duration COARSEST_GRAIN = Duration.ofMinutes(1);

    private final SendSettings settings;
    private final SendPolicies policies;

    Timetable(SendSettings settings) {
        this.settings = settings;
        this.policies = settings.policies();
    }

    /** When a message goes. A time that has passed means now. */
    Slot slot(SmsMessage message) {
        Instant now = settings.clock().instant();
        SmsMessage due = hasPassed(message, now) ? message.withScheduledTime(null) : message;
        boolean later = due.scheduledTime() != null;
        if (later && message.scheduledTime().isAfter(LAST_MOMENT)) {
            return refused(due, noSuchTime());
        }
        SendWindow window = policies.window();
        Instant wanted = later ? message.scheduledTime() : now;
        if (!keepsHours() || window.isOpen(wanted)) {
            return later ? scheduled(due) : new Slot(due, false, null);
        }
        Instant opening = window.nextOpening(wanted);
        return policies.outsideWindow() == OutsideWindow.hold
                ? held(due.withScheduledTime(opening))
                : refused(due, outsideHours(opening, Duration.between(now, opening)));
    }

    /**
     * Why messages do not go though their turn has come: they waited for it until the sending hours were over. Null where they go. A text
     * of which a part has left goes to its end.
     */
    Verdict lateRefusal(SendQuestion question) {
        if (!keepsHours() || question.dryRun() || question.part() > 1) {
            return null;
        }
        SendWindow window = policies.window();
        Instant now = settings.clock().instant();
        Instant scheduled = question.first().scheduledTime();
        Instant wanted = scheduled != null && scheduled.isAfter(now) ? scheduled : now;
        if (window.isOpen(wanted)) {
            return null;
        }
        Instant opening = window.nextOpening(wanted);
        return outsideHours(opening, Duration.between(now, opening));
    }

    /**
     * The messages as they go when their turn has come: a time that passed while they waited for it means now. No manual says what a
     * provider does with a time that has passed.
     */
    SendQuestion due(SendQuestion question) {
        Instant now = settings.clock().instant();
        boolean anyPassed = question.messages().stream().anyMatch(message -> hasPassed(message, now));
        return anyPassed
                ? question.about(question.messages().stream()
                        .map(message -> hasPassed(message, now) ? message.withScheduledTime(null) : message)
                        .toList())
                : question;
    }

    private static boolean hasPassed(SmsMessage message, Instant now) {
        return message.scheduledTime() != null && !message.scheduledTime().isAfter(now);
    }

    /** Whether there are sending hours outside which nothing goes. */
    private boolean keepsHours() {
        return policies.window() != null && policies.outsideWindow() != OutsideWindow.send;
    }

    /** Whether a message is held whose turn came too late. */
    boolean holdsLate() {
        return policies.window() != null && policies.outsideWindow() == OutsideWindow.hold && policies.holder() != null;
    }

    /** Whether a message got the verdict of {@link #lateRefusal}. */
    static boolean isLate(Verdict verdict) {
        return verdict.state() == SmsState.REJECTED
                && verdict.error() == SmsError.OUTSIDE_HOURS
                && !verdict.isSaidByProvider();
    }

    /** From when a message may go that may not go now. */
    Instant opening() {
        return policies.window().nextOpening(settings.clock().instant());
    }

    private Slot scheduled(SmsMessage message) {
        if (settings.profile().scheduling() && isRepresentable(message.scheduledTime())) {
            return new Slot(message, false, null);
        }
        return held(message);
    }

    /** A time that a clock shows twice, because it is set back, cannot be told to a provider: it may send at the first. */
    private boolean isRepresentable(Instant time) {
        ZoneId zone = settings.account().zone();
        Instant roundedUp = time.plus(COARSEST_GRAIN);
        return time.equals(asRead(time, zone)) && roundedUp.equals(asRead(roundedUp, zone));
    }

    private static Instant asRead(Instant time, ZoneId zone) {
        return LocalDateTime.ofInstant(time, zone).atZone(zone).toInstant();
    }

    private Slot held(SmsMessage message) {
        return policies.holder() == null ? refused(message, noScheduling()) : new Slot(message, true, null);
    }

    private static Slot refused(SmsMessage message, Verdict refusal) {
        return new Slot(message, false, refusal);
    }

    private Verdict outsideHours(Instant opening, Duration wait) {
        return Verdict.refusedHere(
                        SmsError.OUTSIDE_HOURS,
                        "The time lies outside the sending hours " + policies.window() + "; it may go from " + opening)
                .withRetryAfter(wait);
    }

    private Verdict noScheduling() {
        return Verdict.refusedHere(
                SmsError.MISSING_PARAMETER,
                settings.account().profile().id()
                        + " cannot deliver at a later time by this channel: leave scheduledTime out");
    }

    private static Verdict noSuchTime() {
        return Verdict.refusedHere(
                SmsError.MISSING_PARAMETER, "scheduledTime is too far away; right is a time before the year 9999");
    }

    /**
     * When a message goes.
     *
     * @param message with the time that was decided; none for now
     * @param held    whether it is held here until then
     * @param refusal why it does not go; null where it does
     */
    record Slot(SmsMessage message, boolean held, Verdict refusal) {}
}
