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
package io.massms.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.massms.simulator.Simulator;
import io.massms.simulator.TestClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SimulatorExtensionTest {
    @RegisterExtension
    static final SimulatorExtension SMS = new SimulatorExtension();

    private static Simulator first;

    @Test
    @Order(1)
    void aParameterIsTheRunningSimulator(Simulator simulator) {
        first = simulator;
        send(simulator);

        assertThat(simulator).isSameAs(SMS.simulator());
        assertThat(SMS.baseUrl("natalia")).isEqualTo(simulator.baseUrl("natalia"));
        assertThat(simulator.messages()).hasSize(1);
    }

    @Test
    @Order(2)
    void theNextTestFindsItEmpty(Simulator simulator) {
        assertThat(simulator).isSameAs(first);
        assertThat(simulator.messages()).isEmpty();
    }

    @Nested
    class InANestedClass {
        @Test
        void itIsTheSame(Simulator simulator) {
            assertThat(simulator).isSameAs(SMS.simulator());
            send(simulator);
            assertThat(simulator.messages()).hasSize(1);
        }
    }

    @AfterAll
    static void stillRunsAfterTheNestedClass() {
        send(SMS.simulator());
        assertThat(SMS.simulator().messages()).isNotEmpty();
    }

    private static void send(Simulator simulator) {
        assertThat(new TestClient(simulator.baseUrl("natalia"))
                        .post(
                                "/envio/api/sendsms/send.php",
                                "user",
                                "ana",
                                "password",
                                "p",
                                "GSM",
                                "573001234567",
                                "SMSText",
                                "Hola"))
                .matches("\\d+");
    }
}
