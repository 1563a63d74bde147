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
package io.massms.simulator;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * What becomes of a message after it was accepted: states with the time from which each is reported. The state at any moment is
 * that of the latest step whose time has come.
 *
 * @param steps at least one, kept in order of time; the first holds from the beginning
 */
public record DeliveryOutcome(List<Step> steps) {

    /**
     * From when on a state is reported.
     *
     * @param after time since the message was sent (or since the outcome was set by hand), not negative
     * @param state the state from then on
     */
    public record Step(Duration after, MessageState state) {
        public Step {
            if (after == null || after.isNegative() || state == null) {
                throw new IllegalArgumentException(
                        "A step has a state and a time of zero or more, not " + after + " and " + state);
            }
        }
    }

    public DeliveryOutcome {
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("An outcome has at least one step");
        }
        steps = steps.stream().sorted(Comparator.comparing(Step::after)).toList();
    }

    /** On the handset at once. */
    public static DeliveryOutcome delivered() {
        return of(MessageState.DELIVERED);
    }

    /** A final state at once, for instance {@link MessageState#UNREACHABLE}. */
    public static DeliveryOutcome of(MessageState state) {
        return new DeliveryOutcome(List.of(new Step(Duration.ZERO, state)));
    }

    /** Stays with the provider for a time, then is delivered. */
    public static DeliveryOutcome late(Duration after) {
        return new DeliveryOutcome(
                List.of(new Step(Duration.ZERO, MessageState.SENT), new Step(after, MessageState.DELIVERED)));
    }

    /** Stays with the provider; no final state ever comes. */
    public static DeliveryOutcome never() {
        return of(MessageState.SENT);
    }

    /** Reported as delivered first, and after the given time as still with the provider. */
    public static DeliveryOutcome outOfOrder(Duration after) {
        return new DeliveryOutcome(
                List.of(new Step(Duration.ZERO, MessageState.DELIVERED), new Step(after, MessageState.SENT)));
    }

    /** The state that is reported when so much time has gone by. */
    public MessageState at(Duration elapsed) {
        MessageState state = steps.get(0).state();
        for (Step step : steps) {
            if (step.after().compareTo(elapsed) <= 0) {
                state = step.state();
            }
        }
        return state;
    }
}
