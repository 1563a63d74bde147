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
package io.massms.camel.spi;

import io.massms.camel.model.SmsState;
import io.massms.camel.model.SmsStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;

/**
 * Asks for the delivery report of one message.
 *
 * @param id    the provider's id of the message, or the client id if the provider is asked by client id
 *              ({@link Protocol#statusByClientId()}); never blank
 * @param to    the recipient as the provider writes it, to tell apart messages with the same id; null if unknown
 * @param since when sending began, by our clock, to tell the message from an earlier one with the same id; null if unknown
 */
public record StatusQuestion(String id, String to, Instant since) {
    private static final int LEAST_DIGITS = 6;

    /** Refuses a question about nothing. */
    public StatusQuestion {
        if (id == null || id.isBlank()) {
            throw new IllegalArgumentException("A question about a message needs the message's id");
        }
    }

    /**
     * A question about any message with this id, whatever its recipient and time.
     *
     * @param id the provider's id of the message, or the client id
     */
    public StatusQuestion(String id) {
        this(id, null, null);
    }

    /**
     * Finds the report about this message among reports about several messages.
     *
     * <ul>
     * <li>A report with another client id or another recipient is about another message.
     * <li>A report that is older than {@code since}, by more than the clocks may differ, is about an earlier message.
     * <li>A report that names the recipient is better than one that names none. Of equal ones the latest is best.
     * <li>A refusal that may belong to an earlier message is not an answer: taking it as one could make somebody send again a message that
     * was sent.
     * <li>A dry run is an answer only if there is no report about a real send.
     * </ul>
     *
     * @param  reports about messages, each with client id and time
     * @return      the report about this message; null if there is none for certain
     */
    public SmsStatus answerIn(Collection<SmsStatus> reports) {
        List<SmsStatus> about = reports.stream().filter(this::isAbout).toList();
        List<SmsStatus> sent =
                about.stream().filter(one -> one.state() != SmsState.SKIPPED).toList();
        if (since == null) {
            return best(sent.isEmpty() ? about : sent);
        }
        List<SmsStatus> later = sent.stream().filter(this::isLater).toList();
        SmsStatus answer = best(later.isEmpty() ? sent : later);
        return answer != null && mayBeAnEarlierRefusal(answer, later) ? null : answer;
    }

    /** Providers tell whole seconds. */
    private boolean isLater(SmsStatus one) {
        return !one.time().isBefore(since.truncatedTo(ChronoUnit.SECONDS));
    }

    /** An earlier try's refusal that is taken for this one's makes somebody send again what left. */
    private static boolean mayBeAnEarlierRefusal(SmsStatus answer, List<SmsStatus> later) {
        return answer.state() == SmsState.REJECTED
                && (later.isEmpty()
                        || later.stream()
                                .anyMatch(one -> one.to() == null && one.time().isAfter(answer.time())));
    }

    private static SmsStatus best(List<SmsStatus> reports) {
        return reports.stream()
                .reduce((best, one) -> isBetter(one, best) ? one : best)
                .orElse(null);
    }

    private boolean isAbout(SmsStatus one) {
        return one.clientId().equalsIgnoreCase(id)
                && (one.to() == null || to == null || isTo(one.to()))
                && (since == null || !one.time().isBefore(Clocks.earliest(since)));
    }

    private static boolean isBetter(SmsStatus one, SmsStatus other) {
        boolean named = one.to() != null;
        return named == (other.to() != null) ? !one.time().isBefore(other.time()) : named;
    }

    /** A provider may leave a country code out that it was given, or put one before. */
    private boolean isTo(String other) {
        String mine = digits(to);
        String its = digits(other);
        return mine.equals(its)
                || Math.min(mine.length(), its.length()) >= LEAST_DIGITS && (mine.endsWith(its) || its.endsWith(mine));
    }

    private static String digits(String number) {
        return number.replaceAll("[^0-9]", "");
    }
}
