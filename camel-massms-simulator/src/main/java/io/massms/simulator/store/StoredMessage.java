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
package io.massms.simulator.store;

import io.massms.simulator.DeliveryOutcome;
import io.massms.simulator.MessageState;
import io.massms.simulator.SimulatedMessage;
import io.massms.simulator.TimelineStep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A message and what is to become of it; its state is worked out from the clock whenever someone looks. */
final class StoredMessage {
    private final SimulatedMessage message;
    private volatile Plan plan;

    private record Plan(Instant start, DeliveryOutcome outcome, List<TimelineStep> past) {}

    StoredMessage(SimulatedMessage message, DeliveryOutcome outcome) {
        this.message = message;
        this.plan = new Plan(notBeforeSchedule(message.receivedTime()), outcome, List.of());
    }

    SimulatedMessage message() {
        return message;
    }

    SimulatedMessage snapshot(Instant now) {
        return message.withState(state(now));
    }

    /** From now on the message goes this way; until the outcome's first step it stays where it is. */
    void settle(DeliveryOutcome outcome, Instant now) {
        List<DeliveryOutcome.Step> steps = new ArrayList<>(outcome.steps());
        MessageState present = state(now);
        if (steps.get(0).after().compareTo(Duration.ZERO) > 0 && present != MessageState.SCHEDULED) {
            steps.add(0, new DeliveryOutcome.Step(Duration.ZERO, present));
        }
        List<TimelineStep> past =
                timeline(now).stream().filter(TimelineStep::reached).toList();
        plan = new Plan(notBeforeSchedule(now), new DeliveryOutcome(steps), past);
    }

    /** What was reported, what is and what will be, in order of time. */
    List<TimelineStep> timeline(Instant now) {
        Plan current = plan;
        List<TimelineStep> timeline = new ArrayList<>(current.past());
        if (timeline.isEmpty() && current.start().isAfter(message.receivedTime())) {
            timeline.add(new TimelineStep(message.receivedTime(), MessageState.SCHEDULED, true));
        }
        for (DeliveryOutcome.Step step : current.outcome().steps()) {
            Instant time = current.start().plus(step.after());
            MessageState last = timeline.isEmpty()
                    ? null
                    : timeline.get(timeline.size() - 1).state();
            if (step.state() != last) {
                timeline.add(new TimelineStep(time, step.state(), !time.isAfter(now)));
            }
        }
        return timeline;
    }

    private MessageState state(Instant now) {
        Plan current = plan;
        boolean waiting = message.scheduledTime() != null && now.isBefore(message.scheduledTime());
        return waiting ? MessageState.SCHEDULED : current.outcome().at(Duration.between(current.start(), now));
    }

    private Instant notBeforeSchedule(Instant time) {
        Instant scheduled = message.scheduledTime();
        return scheduled != null && scheduled.isAfter(time) ? scheduled : time;
    }
}
