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

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares this machine's clock with the database's. Leases and ages are written by the clock of one process and judged by that of another, so
 * all must agree; the database's stands for the others. A clock that the user gave is not compared.
 */
final class ClockCheck {
    private static final Logger LOG = LoggerFactory.getLogger(ClockCheck.class);

    private final Dialect dialect;
    private final Clock clock;
    private final Duration lease;
    private final boolean compares;
    private Agreement reported = Agreement.GOOD;

    ClockCheck(Dialect dialect, Clock clock, Duration lease) {
        this.dialect = dialect;
        this.clock = clock;
        this.lease = lease;
        this.compares = clock.getClass() == Clock.systemUTC().getClass();
    }

    /** Reads both clocks. In a transaction it must come first: H2's time is that of the transaction's begin. */
    Reading read(Connection connection) throws SQLException {
        Instant before = clock.instant();
        Instant there = compares ? databaseTime(connection) : before;
        return new Reading(before, there, clock.instant());
    }

    private Instant databaseTime(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(dialect.now());
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    /**
     * Nothing starts with a clock by which it would judge the others wrongly.
     *
     * @throws TrackerException says both times, and what would be right
     */
    void refuse(Reading reading) {
        if (agreement(reading) == Agreement.NONE) {
            throw new TrackerException(
                    "The tracker does not start, because " + reading + ", which is more than its lease of "
                            + lease.toSeconds()
                            + " s: it would take what other processes send for uncertain, and forget what they need. Synchronise the clocks"
                            + " of both machines by NTP",
                    null);
        }
    }

    /** Reports each change of agreement once; returns whether ages may be believed. */
    synchronized boolean report(Reading reading) {
        Agreement agreement = agreement(reading);
        if (agreement != reported) {
            reported = agreement;
            if (agreement == Agreement.GOOD) {
                LOG.warn("The clocks of this machine and of the tracker's database agree again");
            } else {
                LOG.warn("Synchronise the clocks of all machines by NTP: {}. {}", reading, agreement.consequence);
            }
        }
        return agreement != Agreement.NONE;
    }

    private Agreement agreement(Reading reading) {
        Duration apart = reading.apart().abs();
        if (apart.compareTo(lease) > 0) {
            return Agreement.NONE;
        }
        return apart.compareTo(lease.dividedBy(3)) > 0 ? Agreement.POOR : Agreement.GOOD;
    }

    private enum Agreement {
        GOOD(""),
        POOR("If they differ by more than the tracker's lease, messages that are being sent are taken for uncertain"),
        NONE(
                "That is more than the tracker's lease. Messages that other processes are sending may seem uncertain, so settle none; this"
                        + " process forgets no old message, report or process until the clocks agree");

        private final String consequence;

        Agreement(String consequence) {
            this.consequence = consequence;
        }
    }

    /**
     * The time of the database, and this machine's before and after it was asked.
     *
     * @param before this machine's
     * @param there  the database's
     * @param after  this machine's
     */
    record Reading(Instant before, Instant there, Instant after) {
        /** How far this machine's clock is ahead, at least: the exchange took time, at any moment of which the database read its clock. */
        Duration apart() {
            if (there.isBefore(before)) {
                return Duration.between(there, before);
            }
            return there.isAfter(after) ? Duration.between(there, after) : Duration.ZERO;
        }

        @Override
        public String toString() {
            return "this machine's clock said " + after.truncatedTo(ChronoUnit.MILLIS) + " when the database's said "
                    + there.truncatedTo(ChronoUnit.MILLIS) + ", so it is "
                    + apart().abs().toMillis() / 1000.0 + " s " + (apart().isNegative() ? "behind" : "ahead");
        }
    }
}
