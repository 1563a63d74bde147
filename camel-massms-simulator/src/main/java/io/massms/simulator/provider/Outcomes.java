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
package io.massms.simulator.provider;

import io.massms.simulator.DeliveryOutcome;
import io.massms.simulator.DeliveryOutcome.Step;
import io.massms.simulator.MessageState;
import io.massms.simulator.RecipientTrait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What becomes of an accepted message, by what its recipient is like. */
public final class Outcomes {
    private final DeliveryOutcome usual;
    private final Map<RecipientTrait, DeliveryOutcome> special = new EnumMap<>(RecipientTrait.class);

    /**
     * Prepares the outcomes of one provider.
     *
     * @param visibleAfter until when its status is unknown
     * @param operatorDelay when the operator has a message, or null where the provider does not tell
     * @param deliveryDelay when a message reaches its final state
     */
    public Outcomes(Duration visibleAfter, Duration operatorDelay, Duration deliveryDelay) {
        List<Step> way = new ArrayList<>();
        if (!visibleAfter.isZero()) {
            way.add(new Step(Duration.ZERO, MessageState.NOT_FOUND));
        }
        way.add(new Step(visibleAfter, MessageState.SENT));
        if (operatorDelay != null && operatorDelay.compareTo(deliveryDelay) < 0) {
            way.add(new Step(operatorDelay, MessageState.AT_OPERATOR));
        }
        usual = ending(way, deliveryDelay, MessageState.DELIVERED);
        special.put(RecipientTrait.BLOCKED, ending(way, deliveryDelay, MessageState.BLOCKED));
        special.put(RecipientTrait.OPTED_OUT, ending(way, deliveryDelay, MessageState.BLOCKED));
        special.put(RecipientTrait.NOT_COVERED, ending(way, deliveryDelay, MessageState.NOT_COVERED));
        special.put(RecipientTrait.UNREACHABLE, ending(way, deliveryDelay, MessageState.UNREACHABLE));
        special.put(RecipientTrait.INVALID_NUMBER, DeliveryOutcome.of(MessageState.INVALID_NUMBER));
        special.put(RecipientTrait.NO_BALANCE_LATER, DeliveryOutcome.of(MessageState.NO_BALANCE));
        special.put(RecipientTrait.NEVER_REPORTED, new DeliveryOutcome(way));
        special.put(RecipientTrait.LOST, DeliveryOutcome.of(MessageState.NOT_FOUND));
        special.put(RecipientTrait.LATE, ending(way, Duration.ofHours(1), MessageState.DELIVERED));
    }

    private static DeliveryOutcome ending(List<Step> way, Duration after, MessageState last) {
        List<Step> steps = new ArrayList<>(way);
        steps.add(new Step(after, last));
        return new DeliveryOutcome(steps);
    }

    public DeliveryOutcome of(Optional<RecipientTrait> trait) {
        return trait.map(special::get).orElse(usual);
    }

    /** For a number that is no mobile number. */
    public DeliveryOutcome invalid() {
        return special.get(RecipientTrait.INVALID_NUMBER);
    }
}
