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

import io.massms.camel.dispatch.Outcome;
import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsMessage;
import io.massms.camel.spi.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends held messages, at most once. The job runs until the outcome is known, so that a job store knows of a process that died
 * meanwhile; such messages may have left, so they are reported and not sent again. Job stores keep this class's name.
 */
public final class HeldJob implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(HeldJob.class);

    /** For the scheduler. */
    public HeldJob() {}

    @Override
    public void execute(JobExecutionContext context) {
        HeldMessages held = HeldMessages.of(context.getMergedJobDataMap());
        if (context.isRecovering() && isOfALaterTrigger(context)) {
            LOG.warn(
                    "The process ended while it reported the outcome of other messages; waiting on their own trigger: {}",
                    held);
            return;
        }
        try (RunningSender running = running(context, held)) {
            if (Withdrawal.isMarked(context)) {
                withdraw(context, running, held);
            } else if (running == null) {
                WaitForSender.begin(context, held);
            } else {
                execute(context, running, held);
            }
        }
    }

    private static void execute(JobExecutionContext context, RunningSender running, HeldMessages held) {
        HeldSender sender = running.sender();
        if (context.isRecovering()) {
            report(sender, held, sender.unsent(held.messages(), interrupted()));
        } else if (running.isTooLateFor(held)) {
            report(sender, held, sender.unsent(held.messages(), tooLate(running.missed(held), sender.rules())));
        } else {
            settle(context, sender, held, send(sender, held.messages()));
        }
    }

    /**
     * Recovery looks up the data when it happens: where the job that died had given messages back before, these are theirs, and their own
     * trigger fires them.
     */
    private static boolean isOfALaterTrigger(JobExecutionContext context) {
        String start = context.getMergedJobDataMap().getString(HeldMessages.START);
        return start != null && context.getScheduledFireTime().getTime() < Long.parseLong(start);
    }

    /** Whoever withdrew them could not remove the trigger: perhaps got no notice of it, so that it is reported here. */
    private static void withdraw(JobExecutionContext context, RunningSender running, HeldMessages held) {
        if (!Withdrawal.isUnreported(context)) {
            return;
        }
        LOG.info("Withdrawn before they fired: {}", held);
        if (running != null) {
            report(running.sender(), held, running.sender().unsent(held.messages(), withdrawn()));
        }
    }

    private static RunningSender running(JobExecutionContext context, HeldMessages held) {
        try {
            return HeldSenders.of(context.getScheduler()).find(held.account(), held.settings());
        } catch (SchedulerException e) {
            return null;
        }
    }

    private static Outcome send(HeldSender sender, List<SmsMessage> messages) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        try {
            sender.send(messages, outcome::complete);
        } catch (Throwable e) { // whatever it is: the job is gone after this, so that must not go unreported
            LOG.error("Sending held messages failed", e);
            outcome.complete(sender.unsent(messages, broken(e)));
        }
        return outcome.join();
    }

    /** What surely did not leave is tried again for a while; the outcome of the rest is reported. What only waited was not tried. */
    private static void settle(JobExecutionContext context, HeldSender sender, HeldMessages held, Outcome outcome) {
        List<SmsMessage> left = outcome.result().retryable();
        boolean cutShort = sender.isStopping();
        boolean tried = !cutShort && !outcome.onlyWaits();
        if (left.isEmpty() || tried && held.attempt() >= sender.rules().retries()) {
            report(sender, held, outcome);
            return;
        }
        HeldMessages again =
                cutShort ? held.again(left, allowed(outcome), held.attempt()) : nextTry(sender, held, outcome);
        HandBack.Answer answer = new HandBack(context).give(again, again.due());
        boolean unsent = answer == HandBack.Answer.NOT_KEPT || answer == HandBack.Answer.GONE;
        Outcome over = unsent ? outcome : outcome.withoutRetryable();
        if (over.result().count() > 0) {
            report(sender, held, over);
        }
        if (answer == HandBack.Answer.OPEN) {
            report(sender, held, sender.unsent(left, perhapsAgain()));
        }
    }

    private static HeldMessages nextTry(HeldSender sender, HeldMessages held, Outcome outcome) {
        Instant next = sender.rules().next(Instant.now(), held.attempt(), outcome.retryTime());
        int tries = outcome.onlyWaits() ? held.attempt() : held.attempt() + 1;
        return held.again(outcome.result().retryable(), next, tries);
    }

    /** At once, unless the provider or a policy said from when on. */
    private static Instant allowed(Outcome outcome) {
        Instant now = Instant.now();
        Instant mayGoAgain = outcome.retryTime();
        return mayGoAgain != null && mayGoAgain.isAfter(now) ? mayGoAgain : now;
    }

    private static void report(HeldSender sender, HeldMessages held, Outcome outcome) {
        sender.report(held.clientId(), held.scheduledTime(), outcome);
    }

    private static Verdict interrupted() {
        return Verdict.uncertain(
                SmsError.TIMEOUT, null, "The process ended while it sent these held messages; they may have left");
    }

    private static Verdict withdrawn() {
        return Verdict.refusedHere(
                SmsError.OTHER, "The messages were withdrawn while they were held, so nothing was sent");
    }

    private static Verdict perhapsAgain() {
        return Verdict.uncertain(
                SmsError.TIMEOUT,
                null,
                "These held messages did not leave yet; the scheduler ended without saying whether it sends them later");
    }

    private static Verdict broken(Throwable e) {
        return Verdict.uncertain(
                SmsError.UNEXPECTED_RESPONSE,
                null,
                "Sending failed (" + e.getClass().getName() + "); the held messages may have left");
    }

    private static Verdict tooLate(Duration missed, HeldRules rules) {
        return Verdict.refusedHere(
                SmsError.TOO_LATE,
                "Nothing could send at the scheduled time, nor in the "
                        + missed.toSeconds()
                        + " seconds after it; scheduleGrace is "
                        + rules.grace().toSeconds() + " seconds");
    }
}
