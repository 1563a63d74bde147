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

import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Withdraws messages whose trigger waits. The job is marked first, so that a trigger that fires meanwhile sends nothing; then the trigger
 * is removed, which only one of those who try achieves. A withdrawal that breaks off between the two leaves a message that is told as
 * withdrawn when its time comes.
 */
final class Withdrawal {
    private static final Logger LOG = LoggerFactory.getLogger(Withdrawal.class);
    private static final String MARK = "withdrawn";

    private final Scheduler scheduler;
    private final JobKey job;
    private final TriggerKey key;

    Withdrawal(Scheduler scheduler, JobKey job) {
        this.scheduler = scheduler;
        this.job = job;
        key = HeldKeys.trigger(job);
    }

    /** How many messages were withdrawn; 0 where they are on their way, not held, or another has withdrawn them. */
    int run() throws SchedulerException {
        Trigger trigger = scheduler.getTrigger(key);
        while (waits(trigger)) {
            Trigger marked = mark(trigger);
            if (waits(marked) && start(marked).equals(start(trigger))) {
                return remove()
                        ? HeldMessages.of(trigger.getJobDataMap()).messages().size()
                        : 0;
            }
            trigger = marked;
        }
        return 0;
    }

    static boolean waits(Trigger trigger) {
        return trigger != null && trigger.getNextFireTime() != null;
    }

    private static String start(Trigger trigger) {
        return String.valueOf(trigger.getJobDataMap().getString(HeldMessages.START));
    }

    /** What is there after the mark was set: where it still waits, it does not fire without being seen as withdrawn. */
    private Trigger mark(Trigger trigger) throws SchedulerException {
        JobDetail detail = scheduler.getJobDetail(job);
        if (detail == null) {
            return null;
        }
        scheduler.addJob(
                detail.getJobBuilder().usingJobData(MARK, start(trigger)).build(), true, true);
        Trigger marked = scheduler.getTrigger(key);
        if (marked == null && scheduler.getTriggersOfJob(job).isEmpty()) {
            scheduler.deleteJob(job); // its trigger ended before, and the mark brought it back
        }
        return marked;
    }

    private boolean remove() throws SchedulerException {
        try {
            return scheduler.unscheduleJob(key);
        } catch (SchedulerException e) {
            if (scheduler.checkExists(key)) {
                throw e;
            }
            return true;
        }
    }

    /** Whether what has fired was withdrawn before. What is recovered may have fired before it was marked. */
    static boolean isMarked(JobExecutionContext context) {
        String mark = context.getJobDetail().getJobDataMap().getString(MARK);
        return mark != null && !context.isRecovering() && mark.equals(start(context.getTrigger()));
    }

    /** Whether it is left to the job to report that they were withdrawn, as whoever did so cannot. */
    static boolean isUnreported(JobExecutionContext context) {
        try {
            return context.getScheduler().unscheduleJob(context.getTrigger().getKey());
        } catch (Throwable e) { // an Error, too: that they were withdrawn is better reported twice than never
            LOG.debug("The scheduler does not say whether others withdrew {}", context.getTrigger(), e);
            return true;
        }
    }
}
