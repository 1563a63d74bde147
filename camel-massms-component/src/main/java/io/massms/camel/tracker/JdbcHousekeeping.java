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

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What a tracker does again and again: it renews its lease, and forgets what is old as long as the clocks agree on what that is. */
final class JdbcHousekeeping {
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);

    private final Database database;
    private final JdbcTrackerBuilder options;
    private final Clock clock;
    private final ClockCheck clocks;
    private final JdbcOwners owners;
    private final JdbcOrphans orphans;
    private final JdbcRetention retention;

    JdbcHousekeeping(
            Database database,
            JdbcTrackerBuilder options,
            JdbcOwners owners,
            JdbcOrphans orphans,
            JdbcRetention retention) {
        this.database = database;
        this.options = options;
        this.clock = options.clock();
        this.clocks = new ClockCheck(database.dialect(), clock, options.lease());
        this.owners = owners;
        this.orphans = orphans;
        this.retention = retention;
    }

    /** Takes the lease. */
    void begin() {
        database.call("use its tables", connection -> {
            clocks.refuse(clocks.read(connection));
            return owners.renew(connection);
        });
    }

    /** Goes on with it, on the tracker's threads. A lease that could not be renewed does not wait for its next turn. */
    void goOn(JdbcTrackerThreads threads) {
        threads.every(options.lease().dividedBy(3), FIRST_RETRY, "renew its lease", this::renewLease);
        threads.every(options.orphanAge().dividedBy(2), "forget reports without a message", this::forgetOrphans);
        threads.every(options.purgeInterval(), "forget old messages", this::forgetOld);
    }

    boolean renewLease() throws SQLException {
        return clocks.report(database.transaction(connection -> {
            ClockCheck.Reading reading = clocks.read(connection);
            owners.renew(connection);
            return reading;
        }));
    }

    int forgetOrphans() {
        Instant now = clock.instant();
        return clocksAgree()
                ? database.call("forget reports", c -> orphans.purge(c, now.minus(options.orphanAge())))
                : 0;
    }

    int forgetOld() {
        Instant now = clock.instant();
        if (!clocksAgree()) {
            return 0;
        }
        database.call("forget dead owners", connection -> owners.forgetDead(connection, now));
        return retention.purge(now.minus(options.retention()));
    }

    /** Asked anew after the time was read by which something is old: what was right at the last renewal may not be any more. */
    private boolean clocksAgree() {
        return clocks.report(database.call("compare the clocks", clocks::read));
    }
}
