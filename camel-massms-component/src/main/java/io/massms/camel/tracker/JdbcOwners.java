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
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** The lease by which others know that this process lives. */
final class JdbcOwners {
    private static final String RENEW = "UPDATE sms_owner SET lease_until = ? WHERE id = ?";
    private static final String ENTER = "INSERT INTO sms_owner (lease_until, id) VALUES (?, ?)";
    private static final String LEAVE = "DELETE FROM sms_owner WHERE id = ?";
    private static final String FORGET_DEAD = "DELETE FROM sms_owner WHERE lease_until < ?";
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final Clock clock;
    private final UUID owner;
    private final Duration lease;

    JdbcOwners(Clock clock, UUID owner, Duration lease) {
        this.clock = clock;
        this.owner = owner;
        this.lease = lease;
    }

    /** Says that this process lives. */
    Void renew(Connection connection) throws SQLException {
        if (renew(connection, RENEW) == 0) {
            renew(connection, ENTER);
        }
        return null;
    }

    private int renew(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, ArraySource.time(clock.instant().plus(lease)));
            statement.setObject(2, owner);
            return statement.executeUpdate();
        }
    }

    /** Says that this process sends nothing any more. */
    Void leave(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LEAVE)) {
            statement.setObject(1, owner);
            statement.executeUpdate();
        }
        return null;
    }

    /** An owner that is gone is as dead as one whose lease has ended. */
    Void forgetDead(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FORGET_DEAD)) {
            statement.setObject(1, ArraySource.time(now.minus(REMEMBERED)));
            statement.executeUpdate();
        }
        return null;
    }
}
