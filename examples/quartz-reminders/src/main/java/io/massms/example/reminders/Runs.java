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
package io.massms.example.reminders;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.listeners.JobListenerSupport;

/** Lets a schedule fire a number of times and no more. */
final class Runs extends JobListenerSupport {
    private static final long PATIENCE_SECONDS = 30;

    private final CountDownLatch left;

    private Runs(int times) {
        left = new CountDownLatch(times);
    }

    /** Waits until the job ran so often, and lets nothing fire after that. */
    static void await(Scheduler scheduler, int times) throws SchedulerException, InterruptedException {
        Runs runs = new Runs(times);
        scheduler.getListenerManager().addJobListener(runs);
        if (!runs.left.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The schedule did not fire");
        }
    }

    @Override
    public String getName() {
        return "runs";
    }

    @Override
    public void jobWasExecuted(JobExecutionContext context, JobExecutionException failure) {
        if (left.getCount() == 1) {
            stop(context.getScheduler());
        }
        left.countDown();
    }

    private static void stop(Scheduler scheduler) {
        try {
            scheduler.standby();
        } catch (SchedulerException e) {
            throw new IllegalStateException(e);
        }
    }
}
