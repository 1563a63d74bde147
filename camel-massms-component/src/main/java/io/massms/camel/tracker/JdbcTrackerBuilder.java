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

/** The options of a {@link JdbcTracker}. */
public final class JdbcTrackerBuilder {
    private static final Duration PURGE_INTERVAL = Duration.ofMinutes(10);

    private final DataSource dataSource;
    private boolean createSchema;
    private Clock clock = Clock.systemUTC();
    private Duration lease = Duration.ofSeconds(30);
    private int writers = 1;
    private Duration completeRetry = Duration.ofSeconds(30);
    private Duration orphanAge = Duration.ofMinutes(15);
    private Duration retention = Duration.ofDays(30);
    private Executor listeners;

    JdbcTrackerBuilder(DataSource dataSource) {
        this.dataSource = Objects.requireNonNull(dataSource, "A JDBC tracker needs a data source");
    }

    /**
     * Whether to create the tables where they are missing. By default they are expected to be there.
     *
     * @param  create true to create them
     * @return        this
     */
    public JdbcTrackerBuilder createSchema(boolean create) {
        this.createSchema = create;
        return this;
    }

    /**
     * What tells the time. By default the system's clock.
     *
     * @param  source the clock
     * @return        this
     */
    public JdbcTrackerBuilder clock(Clock source) {
        this.clock = Objects.requireNonNull(source);
        return this;
    }

    /**
     * How long others believe that this process lives after it last said so; it says so three times in that time. By default 30 seconds.
     *
     * @param  duration at least 1 second
     * @return          this
     */
    public JdbcTrackerBuilder lease(Duration duration) {
        this.lease = atLeast("lease", duration, Duration.ofSeconds(1));
        return this;
    }

    /**
     * How many threads, with a connection each, store intents and outcomes. One makes the largest groups and costs least; two hide the time
     * that a commit waits for a slow disk. By default 1.
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
     * For how long an outcome is tried to be stored while the database fails. By default 30 seconds.
     *
     * @param  duration zero or more
     * @return          this
     */
    public JdbcTrackerBuilder completeRetry(Duration duration) {
        this.completeRetry = atLeast("completeRetry", duration, Duration.ZERO);
        return this;
    }

    /**
     * How long a report is kept whose message is not known. By default 15 minutes.
     *
     * @param  duration at least 1 second
     * @return          this
     */
    public JdbcTrackerBuilder orphanAge(Duration duration) {
        this.orphanAge = atLeast("orphanAge", duration, Duration.ofSeconds(1));
        return this;
    }

    /**
     * After what time a message is forgotten of which nothing more is expected, and with it its key. By default 30 days.
     *
     * @param  duration at least 1 minute
     * @return          this
     */
    public JdbcTrackerBuilder retention(Duration duration) {
        this.retention = atLeast("retention", duration, Duration.ofMinutes(1));
        return this;
    }

    /**
     * Where stages complete, and with them what follows in the send path. By default threads of the tracker's own.
     *
     * @param  executor runs tasks on other threads than the caller's
     * @return          this
     */
    public JdbcTrackerBuilder listeners(Executor executor) {
        this.listeners = executor;
        return this;
    }

    /**
     * Starts the tracker.
     *
     * @return                  a running tracker, to be closed
     * @throws TrackerException when the database cannot be reached or lacks the tables
     */
    public JdbcTracker build() {
        if (createSchema) {
            SmsSchema.create(dataSource);
        }
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
