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
package io.massms.camel.hold;

import java.time.Instant;
import java.util.Set;
import java.util.function.Predicate;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives messages back to the job store from within their job, for another time. Where the store fails it is asked until it tells what it
 * holds: what it may hold is neither sent by others nor reported as not sent.
 */
final class HandBack {
    private static final Logger LOG = LoggerFactory.getLogger(HandBack.class);
    private static final long PAUSE_MILLIS = 1_000;

    private final JobExecutionContext context;
    private final Scheduler scheduler;
    private final Trigger fired;

    /** What became of messages that were given back. */
    enum Answer {
        /** The store has taken them: it fires them once more, or has done so already. */
        KEPT,
        /** The store has not taken them: nothing fires them any more. */
        NOT_KEPT,
        /** Their trigger was removed while the job ran. */
        GONE,
        /** The scheduler ended before the store answered. */
        OPEN
    }

    HandBack(JobExecutionContext context) {
        this.context = context;
        scheduler = context.getScheduler();
        fired = context.getTrigger();
    }

    /** Takes as long as the store is away; once the scheduler is shut down nobody can be asked any more. */
    Answer give(HeldMessages held, Instant when) {
        try {
            Trigger trigger = held.trigger(fired.getKey(), fired.getJobKey(), when);
            return scheduler.rescheduleJob(fired.getKey(), trigger) != null ? Answer.KEPT : Answer.GONE;
        } catch (Throwable e) { // an Error, too: whatever ends the job takes the messages along
            LOG.warn("The scheduler failed to take back {}; it is queried whether it did: {}", held, e.toString());
            return ask(this::isStillTheFired);
        }
    }

    /**
     * The same for messages that are gone though nobody withdrew them: a job that gave them back and ended after they fired again took
     * their trigger along.
     */
    Answer giveAgain(HeldMessages held, Instant when) {
        try {
            scheduler.scheduleJob(
                    context.getJobDetail(), Set.of(held.trigger(fired.getKey(), fired.getJobKey(), when)), true);
            return Answer.KEPT;
        } catch (Throwable e) { // an Error, too: whatever ends the job takes the messages along
            LOG.warn("The scheduler failed to take {}; it is queried whether it did: {}", held, e.toString());
            return ask(stored -> stored == null && Instant.now().isBefore(when));
        }
    }

    private Answer ask(Predicate<Trigger> notKept) {
        while (pause()) {
            try {
                letTransactionsEnd();
                return notKept.test(scheduler.getTrigger(fired.getKey())) ? Answer.NOT_KEPT : Answer.KEPT;
            } catch (Throwable e) {
                LOG.debug("The scheduler cannot be queried yet for what it holds", e);
            }
        }
        return Answer.OPEN;
    }

    /**
     * A connection that broke may leave a transaction behind that is still at work. Where the store locks in its database, as clustered
     * ones do, removing waits for that; others have had the pause.
     */
    private void letTransactionsEnd() throws SchedulerException {
        scheduler.unscheduleJob(new TriggerKey(
                fired.getKey().getName() + ".none", fired.getKey().getGroup()));
    }

    private boolean isStillTheFired(Trigger stored) {
        return stored != null && stored.getJobDataMap().equals(fired.getJobDataMap());
    }

    /** False where the scheduler is shut down. */
    boolean pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
            return !scheduler.isShutdown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (SchedulerException e) {
            return true;
        }
    }
}
