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
package io.massms.gateway.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.massms.camel.component.options.SmsConfiguration;
import io.massms.simulator.Simulator;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

class SimulatedProviderTest {
    @Test
    void whatIsMissingOfAnAccountIsFilledAndWhatIsThereStays() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            SmsConfiguration options = SmsOptions.of(context);
            options.setPassword("mine");
            options.setUser(" ");
            try (Simulator simulator = SimulatedProvider.start(context, "linktosms")) {
                assertThat(options.getBaseUrl()).isEqualTo(simulator.baseUrl("linktosms"));
            }
            assertThat(options.getPassword()).isEqualTo("mine");
            assertThat(options.getApiId()).isEqualTo("simulated");
            assertThat(options.getUser()).isEqualTo("simulated");
            assertThat(options.getToken()).isEqualTo("simulated");
            assertThat(options.getApiKey()).isEqualTo("simulated");
        }
    }
}
