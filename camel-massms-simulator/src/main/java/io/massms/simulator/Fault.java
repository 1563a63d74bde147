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
package io.massms.simulator;

import java.time.Duration;
import java.util.Objects;

/**
 * Something that goes wrong: {@link Where} it is for, {@link When} it hits, {@link What} happens and whether the provider took
 * the messages all the same. Immutable: each method returns a changed copy.
 *
 * <pre>{@code
 * simulator.fault(Fault.acceptThenDrop().provider("itcloud").first(1));
 * simulator.fault(Fault.httpStatus(503).recipient("5730.*").every(3));
 * }</pre>
 *
 * @param id given by {@link Simulator#fault}; 0 before
 * @param where which requests it is for
 * @param when which of those it hits
 * @param what what happens
 * @param hits how often it has hit so far
 */
public record Fault(long id, Where where, When when, What what, long hits) {

    /**
     * Which requests a fault is for; null means "any".
     *
     * @param provider the provider's id
     * @param operation {@code send}, {@code status}, {@code balance}, {@code inbox}, {@code block}, {@code blockStatus},
     *     {@code expiry}, {@code sentCount}, {@code serverTime} or {@code service} (the SOAP service's own pages)
     * @param path the end of the path, for instance {@code query.php}
     * @param recipient a regular expression that some whole recipient of the request matches
     */
    public record Where(String provider, String operation, String path, String recipient) {
        static final Where ANYWHERE = new Where(null, null, null, null);

        public Where {
            FaultRules.checkPattern(recipient);
        }
    }

    /**
     * Which of the matching requests a fault hits.
     *
     * @param mode how the number is read
     * @param n a count of 1 or more where the mode uses it
     * @param probability 0 to 1
     * @param seed of the random choice, so that a run can be repeated
     * @param remaining how often it can still hit, or null for without end
     */
    public record When(Mode mode, long n, double probability, long seed, Long remaining) {
        static final When ALWAYS = new When(Mode.ALWAYS, 0, 0, 0, null);

        /** How the matching requests are chosen. */
        public enum Mode {
            /** All of them. */
            ALWAYS,
            /** The first n. */
            FIRST,
            /** Only the nth. */
            NTH,
            /** Every nth. */
            EVERY,
            /** Each with a probability. */
            PROBABILITY
        }

        public When {
            mode = mode == null ? Mode.ALWAYS : mode;
            FaultRules.checkTrigger(mode, n, probability, remaining);
        }
    }

    /**
     * What a fault does.
     *
     * @param kind what happens to the answer
     * @param accepted whether the provider processes the request all the same; null takes the kind's usual one
     * @param duration the delay, or the pause between two bytes of a slow drip
     * @param status the HTTP status, 100 to 599
     * @param retryAfter the Retry-After header, or null
     * @param code the provider's own code, as its manual prints it
     * @param bytes the size of an oversize answer
     */
    public record What(
            Kind kind,
            Boolean accepted,
            Duration duration,
            Integer status,
            Duration retryAfter,
            String code,
            Long bytes) {
        public What {
            Objects.requireNonNull(kind, "A fault needs a kind");
            accepted = accepted == null ? Boolean.valueOf(kind.usuallyAccepted) : accepted;
            FaultRules.checkEffect(kind, accepted, duration, status, code, bytes);
        }
    }

    /** What happens to the answer. */
    public enum Kind {
        /** The right answer comes late; the messages are taken at once. */
        DELAY(true),
        /** The messages are taken, then the connection is closed without an answer. */
        ACCEPT_THEN_DROP(true),
        /** The messages are taken; no answer ever comes and the connection stays open. */
        ACCEPT_THEN_TIMEOUT(true),
        /** The connection is reset and nothing is taken. */
        RESET_BEFORE_READING(false),
        /** An HTTP status with a short HTML body. */
        HTTP_STATUS(false),
        /** Status 200 with an HTML page where the answer should be. */
        HTML_PAGE(false),
        /** Status 200 with no body. */
        EMPTY(true),
        /** The right answer's first half, as a complete HTTP message. */
        TRUNCATED(true),
        /** The connection is closed in the middle of the right answer. */
        CUT_CONNECTION(true),
        /** Random bytes. */
        GARBAGE(true),
        /** The right answer, a byte at a time. */
        SLOW_DRIP(true),
        /** The right answer followed by a flood. */
        OVERSIZE(true),
        /** Status 429, with Retry-After where one is given. */
        RATE_LIMIT(false),
        /** The provider's own error code, for the recipients that match (for all, when no recipient is named). */
        PROVIDER_CODE(false);

        private final boolean usuallyAccepted;

        Kind(boolean usuallyAccepted) {
            this.usuallyAccepted = usuallyAccepted;
        }
    }

    public Fault {
        where = where == null ? Where.ANYWHERE : where;
        when = when == null ? When.ALWAYS : when;
        Objects.requireNonNull(what, "A fault needs to say what happens");
    }

    public static Fault delay(Duration duration) {
        return of(new What(Kind.DELAY, null, duration, null, null, null, null));
    }

    public static Fault acceptThenDrop() {
        return of(Kind.ACCEPT_THEN_DROP);
    }

    public static Fault acceptThenTimeout() {
        return of(Kind.ACCEPT_THEN_TIMEOUT);
    }

    public static Fault resetBeforeReading() {
        return of(Kind.RESET_BEFORE_READING);
    }

    /** An HTTP status before anything is taken. */
    public static Fault httpStatus(int status) {
        return of(new What(Kind.HTTP_STATUS, false, null, status, null, null, null));
    }

    /** An HTTP status although the messages were taken. */
    public static Fault httpStatusAfterAccept(int status) {
        return httpStatus(status).accepted(true);
    }

    /** An HTML page with status 200; nothing is taken unless {@link #accepted(boolean)} says so. */
    public static Fault htmlPage() {
        return of(Kind.HTML_PAGE);
    }

    public static Fault empty() {
        return of(Kind.EMPTY);
    }

    public static Fault truncated() {
        return of(Kind.TRUNCATED);
    }

    public static Fault cutConnection() {
        return of(Kind.CUT_CONNECTION);
    }

    public static Fault garbage() {
        return of(Kind.GARBAGE);
    }

    /** A byte of the answer, the pause, the next byte. */
    public static Fault slowDrip(Duration pause) {
        return of(new What(Kind.SLOW_DRIP, null, pause, null, null, null, null));
    }

    /** An answer of 64 MiB. */
    public static Fault oversize() {
        return oversize(64L << 20);
    }

    public static Fault oversize(long bytes) {
        return of(new What(Kind.OVERSIZE, null, null, null, null, null, bytes));
    }

    public static Fault rateLimit(Duration retryAfter) {
        return of(new What(Kind.RATE_LIMIT, null, null, null, retryAfter, null, null));
    }

    /** One of the provider's own codes, as its manual prints it: {@code "107"}, {@code "-3"}, {@code "0"}. */
    public static Fault providerCode(String code) {
        return of(new What(Kind.PROVIDER_CODE, null, null, null, null, code, null));
    }

    public Fault provider(String provider) {
        return where(new Where(provider, where.operation, where.path, where.recipient));
    }

    public Fault operation(String operation) {
        return where(new Where(where.provider, operation, where.path, where.recipient));
    }

    /** Only for paths that end so. */
    public Fault path(String path) {
        return where(new Where(where.provider, where.operation, path, where.recipient));
    }

    /** Only for requests with a recipient that matches this regular expression. */
    public Fault recipient(String regex) {
        return where(new Where(where.provider, where.operation, where.path, regex));
    }

    public Fault first(long n) {
        return when(new When(When.Mode.FIRST, n, 0, 0, when.remaining));
    }

    public Fault nth(long n) {
        return when(new When(When.Mode.NTH, n, 0, 0, when.remaining));
    }

    public Fault every(long n) {
        return when(new When(When.Mode.EVERY, n, 0, 0, when.remaining));
    }

    public Fault probability(double probability, long seed) {
        return when(new When(When.Mode.PROBABILITY, 0, probability, seed, when.remaining));
    }

    public Fault always() {
        return when(new When(When.Mode.ALWAYS, 0, 0, 0, when.remaining));
    }

    /** Hits at most so often. */
    public Fault times(long remaining) {
        return when(new When(when.mode, when.n, when.probability, when.seed, remaining));
    }

    /** Whether the provider takes the messages all the same. */
    public Fault accepted(boolean accepted) {
        return what(new What(what.kind, accepted, what.duration, what.status, what.retryAfter, what.code, what.bytes));
    }

    /** With a Retry-After header, in whole seconds. */
    public Fault retryAfter(Duration retryAfter) {
        return what(new What(what.kind, what.accepted, what.duration, what.status, retryAfter, what.code, what.bytes));
    }

    private static Fault of(Kind kind) {
        return of(new What(kind, null, null, null, null, null, null));
    }

    private static Fault of(What what) {
        return new Fault(0, Where.ANYWHERE, When.ALWAYS, what, 0);
    }

    private Fault where(Where newWhere) {
        return new Fault(id, newWhere, when, what, hits);
    }

    private Fault when(When newWhen) {
        return new Fault(id, where, newWhen, what, hits);
    }

    private Fault what(What newWhat) {
        return new Fault(id, where, when, newWhat, hits);
    }
}
