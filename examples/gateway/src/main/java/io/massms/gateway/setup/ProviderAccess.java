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

import io.massms.simulator.Simulator;
import java.io.Closeable;
import org.apache.camel.CamelContext;

/**
 * Who sends.
 *
 * @param provider  the provider's id
 * @param simulator stands in for it; null where messages are really sent
 */
public record ProviderAccess(String provider, Simulator simulator) implements Closeable {

    /**
     * Finds out who sends and, where no real account is configured, starts the simulator.
     *
     * @throws IllegalArgumentException where a setting is wrong; says what would be right
     */
    public static ProviderAccess prepare(CamelContext context) {
        SmsOptions.apply(context);
        boolean simulated = SimulatedProvider.isWanted(context);
        String provider = SimulatedProvider.provider(context, simulated);
        SmsOptions.provider(context, provider);
        return new ProviderAccess(provider, simulated ? SimulatedProvider.start(context, provider) : null);
    }

    /** Whether nothing is really sent, because the simulator stands in for the provider. */
    public boolean simulated() {
        return simulator != null;
    }

    @Override
    public void close() {
        if (simulator != null) {
            simulator.close();
        }
    }
}
