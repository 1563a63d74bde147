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
package io.massms.camel.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.massms.camel.model.SmsState;
import io.massms.camel.tracker.MemoryTracker;
import io.massms.camel.tracker.SmsTracker;
import io.massms.camel.tracker.TrackedMessage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.camel.BindToRegistry;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two who settle the same message at the same time. */
class ConcurrentSettleTest extends SmsTestSupport {
    private final MemoryTracker memory = new MemoryTracker();
    private Consumer<UUID> meanwhile = id -> {};

    @BindToRegistry("tracker")
    private final SmsTracker tracker = (SmsTracker) Proxy.newProxyInstance(
            ConcurrentSettleTest.class.getClassLoader(),
            new Class<?>[] {SmsTracker.class},
            (proxy, method, arguments) -> {
                if (method.getName().equals("settle")) {
                    meanwhile.accept((UUID) arguments[0]);
                }
                try {
                    return method.invoke(memory, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            });

    @BeforeEach
    void loseAnAnswer() {
        loseTheAnswerToALine("1144445555", "order-1");
    }

    @Test
    void theSecondToSettleIsRefusedWithTheComponentsError() {
        meanwhile = id -> memory.settle(id, SmsState.DELIVERED, null, "the customer has it");
        Exchange second = settle("REJECTED");

        assertThat(second.getException()).isNull();
        assertThat(second.getMessage().getBody(List.class)).isEmpty();
        assertThat(message().state()).isEqualTo(SmsState.DELIVERED);
    }

    @Test
    void aFailureOfTheTrackerIsNotTakenForSomebodyElses() {
        meanwhile = id -> {
            throw new IllegalStateException("the pool is closed");
        };
        assertThat(settle("DELIVERED").getException()).hasMessage("the pool is closed");
    }

    private Exchange settle(String state) {
        return send(
                sms("smsmasivos", "operation=settle", "tracker=#tracker"),
                "note",
                Map.of(SmsConstants.CLIENT_ID, "order-1", SmsConstants.STATE, state));
    }

    private TrackedMessage message() {
        String account =
                context.getEndpoint(sms("smsmasivos"), SmsEndpoint.class).getAccountKey();
        return memory.findByClientId(account, "order-1").get(0);
    }
}
