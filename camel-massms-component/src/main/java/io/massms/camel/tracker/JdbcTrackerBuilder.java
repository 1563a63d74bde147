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

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;
import javax.sql.DataSource;

/** Builds a {@link JdbcTracker}. The methods throw {@link IllegalArgumentException} if a value is out of range. */
public final class JdbcTrackerBuilder {
    private static final Duration PURGE_INTERVAL = Duration.ofMinutes(10);

    private final DataSource dataSource;
    private boolean createSchema;
    private Clock clock = Clock.systemUTC();
    private Duration lease = Duration.ofSeconds(30);
    private int writers = 1;
    private Duration completeRetry = Duration.ofSeconds(30);
    private Duration orphanAge = Orphans.AGE;
    private Duration retention = Duration.ofDays(30);
    private Executor listeners;

    JdbcTrackerBuilder(DataSource dataSource) {
        this.dataSource = Objects.requireNonNull(dataSource, "A JDBC tracker needs a data source");
    }

    /**
     * Whether to create the tables if they are missing, for which the database's user needs the right. By default they must exist.
     *
     * @param  create true to create them
     * @return        this
     */
    public JdbcTrackerBuilder createSchema(boolean create) {
        this.createSchema = create;
        return this;
    }

    /**
     * The clock. By default the system clock, which is compared with the database's. Another clock is not.
     *
     * @param  source the clock
     * @return        this
     */
    public JdbcTrackerBuilder clock(Clock source) {
        this.clock = Objects.requireNonNull(source);
        return this;
    }

    /**
     * How long other processes believe that this process is alive after its last sign of life. It gives three signs in this time. When the time
     * ends, the messages that the process had in flight are uncertain. The clocks of this machine and of the database may differ by a third of
     * it. By default 30 seconds.
     *
     * @param  duration at least 1 second
     * @return          this
     */
    public JdbcTrackerBuilder lease(Duration duration) {
        this.lease = atLeast("lease", duration, Duration.ofSeconds(1));
        return this;
    }

    /**
     * How many threads store intents and outcomes, each with its own connection. One thread makes the largest transactions and costs least.
     * Two hide the time in which a commit waits for a slow disk. By default 1.
     *
     * @param  count 1 to 8
     * @return       this
     */
    public JdbcTrackerBuilder writers(int count) {
        if (count < 1 || count > 8) {
            throw new IllegalArgumentException("A tracker has 1 to 8 writers, not " + count);
        }
        this.writers = count;
        return this;
    }

    /**
     * How long a sender waits for its outcome to be stored while the database fails. By default 30 seconds. The tracker goes on trying after
     * that, as long as the process lives, and once more for this time (30 seconds at most) when it is closed.
     *
     * @param  duration zero or more
     * @return          this
     */
    public JdbcTrackerBuilder completeRetry(Duration duration) {
        this.completeRetry = atLeast("completeRetry", duration, Duration.ZERO);
        return this;
    }

    /**
     * How long a report about an unknown message is kept. By default 15 minutes.
     *
     * @param  duration at least 1 second
     * @return          this
     */
    public JdbcTrackerBuilder orphanAge(Duration duration) {
        this.orphanAge = atLeast("orphanAge", duration, Duration.ofSeconds(1));
        return this;
    }

    /**
     * How long after the start of sending a message is kept about which nothing more is expected. After that it is deleted with its idempotency
     * key, so the same key can be sent again. By default 30 days.
     *
     * @param  duration at least 1 minute
     * @return          this
     */
    public JdbcTrackerBuilder retention(Duration duration) {
        this.retention = atLeast("retention", duration, Duration.ofMinutes(1));
        return this;
    }

    /**
     * The executor on which the stages of {@link SmsTracker#begin} and {@link SmsTracker#complete} complete, and the steps of a send after them.
     * By default threads of the tracker.
     *
     * @param  executor must run tasks on other threads than the caller's
     * @return          this
     */
    public JdbcTrackerBuilder listeners(Executor executor) {
        this.listeners = executor;
        return this;
    }

    /**
     * Starts the tracker.
     *
     * @return                          a running tracker, to be closed
     * @throws TrackerException         if the database cannot be reached, lacks a table or a column, its user lacks a right, or its
     *                                  clock and this machine's differ by more than the lease
     * @throws IllegalArgumentException if the data source is not fit for a tracker; says what would be right
     */
    public JdbcTracker build() {
        SmsTables.TRACKER.prepare(dataSource, createSchema);
        return new JdbcTracker(this);
    }

    private static Duration atLeast(String name, Duration duration, Duration least) {
        if (duration == null || duration.compareTo(least) < 0) {
            throw new IllegalArgumentException(
                    "The tracker's " + name + " must be at least " + least + ", not " + duration);
        }
        return duration;
    }

    DataSource dataSource() {
        return dataSource;
    }

    Clock clock() {
        return clock;
    }

    Duration lease() {
        return lease;
    }

    int writers() {
        return writers;
    }

    Duration completeRetry() {
        return completeRetry;
    }

    Duration orphanAge() {
        return orphanAge;
    }

    Duration retention() {
        return retention;
    }

    Duration purgeInterval() {
        return retention.compareTo(PURGE_INTERVAL) < 0 ? retention : PURGE_INTERVAL;
    }

    Executor listeners() {
        return listeners;
    }
}
