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

import java.time.Duration;
import java.time.Instant;
import org.quartz.JobExecutionContext;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives messages back for which no endpoint runs. One may come soon, or never, as where the user of an account was corrected: so the wait
 * grows with the time for which it has been missed, and thousands of such messages take neither the scheduler's threads nor the log from others.
 */
final class WaitForSender {
    private static final Logger LOG = LoggerFactory.getLogger(WaitForSender.class);
    private static final Duration SHORTEST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int PART = 10;

    private WaitForSender() {}

    /** Ends the job only once the store has them again: a job that ends without a trigger takes its messages along. */
    static void begin(JobExecutionContext context, HeldMessages held) {
        MissedSenders.Miss miss = miss(context, held);
        tell(miss, held);
        while (putOff(new HandBack(context), held, pause(miss.since())) == HandBack.Answer.NOT_KEPT) {
            LOG.warn("The scheduler does not take back {}; it is given them again", held);
        }
    }

    private static MissedSenders.Miss miss(JobExecutionContext context, HeldMessages held) {
        try {
            return HeldSenders.of(context.getScheduler()).miss(held.account());
        } catch (SchedulerException e) {
            return new MissedSenders.Miss(Duration.ZERO, true);
        }
    }

    private static void tell(MissedSenders.Miss miss, HeldMessages held) {
        if (miss.isNews()) {
            LOG.warn(
                    "No running endpoint sends {}; they wait for one, and so does what else is held there"
                            + " (an endpoint with dryRun=true sends none but its own)",
                    held);
        } else {
            LOG.debug("No running endpoint sends {}; they wait for one", held);
        }
    }

    private static HandBack.Answer putOff(HandBack handBack, HeldMessages held, Duration pause) {
        Instant when = Instant.now().plus(pause);
        HandBack.Answer answer = handBack.give(held, when);
        return answer == HandBack.Answer.GONE ? handBack.giveAgain(held, when) : answer;
    }

    /** A part of the time for which an endpoint has been missed, so that none goes much later than it must. */
    static Duration pause(Duration missed) {
        Duration part = missed.dividedBy(PART);
        if (part.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return part.compareTo(LONGEST) > 0 ? LONGEST : part;
    }
}
