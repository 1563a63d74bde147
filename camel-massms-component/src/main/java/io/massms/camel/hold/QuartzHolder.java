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

import io.massms.camel.dispatch.Holder;
import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsMessage;
import io.massms.camel.model.SmsState;
import io.massms.camel.spi.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.impl.matchers.GroupMatcher;

/** Keeps an account's messages in a Quartz scheduler: as safe as its job store. */
public final class QuartzHolder implements Holder {
    private final Supplier<Scheduler> scheduler;
    private final String account;
    private final String senders;
    private final String settings;
    private final Executor workers;

    /**
     * A holder for one endpoint.
     *
     * @param scheduler asked for when the first message is held
     * @param account   a stable name of the account that tells no secret
     * @param senders   name of the endpoints that may send what is held, the account's or one that begins with it
     * @param settings  a fingerprint of how the endpoint sends
     * @param workers   talk to the job store, which may block
     */
    public QuartzHolder(
            Supplier<Scheduler> scheduler, String account, String senders, String settings, Executor workers) {
        this.scheduler = scheduler;
        this.account = account;
        this.senders = senders;
        this.settings = settings;
        this.workers = workers;
    }

    @Override
    public void hold(String reference, List<SmsMessage> messages, Instant due, Consumer<Verdict> done) {
        try {
            workers.execute(() -> done.accept(hold(reference, messages, due)));
        } catch (RejectedExecutionException stopping) {
            done.accept(nothingHeld(stopping));
        }
    }

    private Verdict hold(String reference, List<SmsMessage> messages, Instant due) {
        HeldMessages held = new HeldMessages(senders, settings, reference, due, due, 0, messages);
        JobKey key = HeldKeys.job(account, reference, due, messages);
        try {
            scheduler.get().checkExists(key);
        } catch (Throwable e) { // an Error, too: the scheduler's classes may be missing
            return nothingHeld(e);
        }
        try {
            Trigger trigger = held.trigger(HeldKeys.trigger(key), key, due);
            scheduler.get().scheduleJob(job(key), Set.of(trigger), true);
            return Verdict.taken(SmsState.SCHEDULED, null);
        } catch (Throwable e) {
            return lookFor(key, e);
        }
    }

    /** Whether a job store that fails has taken the job: it is the only one who knows. */
    private Verdict lookFor(JobKey key, Throwable failure) {
        try {
            return scheduler.get().checkExists(key) ? Verdict.taken(SmsState.SCHEDULED, null) : nothingHeld(failure);
        } catch (Throwable e) {
            return Verdict.uncertain(SmsError.TIMEOUT, null, reason(e) + "; it may or may not hold the message");
        }
    }

    private static Verdict nothingHeld(Throwable failure) {
        return Verdict.refusedHere(SmsError.CONNECT_FAILED, reason(failure) + "; nothing is held");
    }

    private static String reason(Throwable failure) {
        return "The scheduler failed (" + failure.getClass().getName() + ")";
    }

    /** Asks for recovery, so that a process which dies while it sends does not take the knowledge of that with it. */
    private static JobDetail job(JobKey key) {
        return JobBuilder.newJob(HeldJob.class)
                .withIdentity(key)
                .withDescription("Held SMS")
                .requestRecovery()
                .build();
    }

    /**
     * Withdraws messages that are still held.
     *
     * @param  clientId      their reference
     * @return               how many; none of them is sent any more
     * @throws HoldException when the scheduler fails; it may hold some of them still
     */
    public int cancel(String clientId) {
        int cancelled = 0;
        try {
            GroupMatcher<JobKey> group = GroupMatcher.jobGroupEquals(HeldKeys.group(account, clientId));
            for (JobKey key : scheduler.get().getJobKeys(group)) {
                cancelled += new Withdrawal(scheduler.get(), key).run();
            }
            return cancelled;
        } catch (SchedulerException e) {
            throw new HoldException(
                    "The scheduler failed; " + cancelled + " messages are withdrawn, others it may hold still", e);
        }
    }
}
