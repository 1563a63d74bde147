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

import io.massms.camel.component.options.SmsConfiguration;
import io.massms.simulator.Simulator;
import io.massms.simulator.SimulatorOptions;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;

/** Decides whether real messages are sent; if not, puts the simulator in the place of the provider. */
final class SimulatedProvider {
    private static final String DEFAULT_PROVIDER = "linktosms";

    private SimulatedProvider() {}

    /**
     * Which provider is configured.
     *
     * @param  simulated whether the simulator takes its place
     * @throws           IllegalArgumentException where an account is configured but not whose it is
     */
    static String provider(CamelContext context, boolean simulated) {
        String provider = GatewaySettings.text(context, "gateway.provider", null);
        if (provider == null && !simulated) {
            throw new IllegalArgumentException(
                    "An account is configured (camel.component.sms.*) but gateway.provider is"
                            + " not; right is the id of the account's provider, such as natalia");
        }
        return provider == null ? DEFAULT_PROVIDER : provider;
    }

    /**
     * Whether nothing is really sent: {@code gateway.simulator} decides, and where it is not set, whether anything of a real
     * account is.
     */
    static boolean isWanted(CamelContext context) {
        String wanted = GatewaySettings.text(context, "gateway.simulator", "auto");
        return switch (wanted) {
            case "true" -> true;
            case "false" -> false;
            case "auto" ->
                GatewaySettings.text(context, "gateway.provider", null) == null && !hasAccount(SmsOptions.of(context));
            default ->
                throw new IllegalArgumentException(
                        "gateway.simulator is '" + wanted + "'; right is auto, true or false");
        };
    }

    /** Starts the simulator and points the component to it. */
    static Simulator start(CamelContext context, String provider) {
        int port = GatewaySettings.port(context, "gateway.simulator.port", "0");
        Simulator simulator = Simulator.start(new SimulatorOptions().port(port));
        SmsConfiguration options = SmsOptions.of(context);
        fill(options::getApiId, options::setApiId);
        fill(options::getUser, options::setUser);
        fill(options::getPassword, options::setPassword);
        fill(options::getToken, options::setToken);
        fill(options::getApiKey, options::setApiKey);
        options.setBaseUrl(simulator.baseUrl(provider));
        return simulator;
    }

    /** The simulator takes any; the component wants all that its provider asks for. */
    private static void fill(Supplier<String> credential, Consumer<String> setter) {
        if (isEmpty(credential.get())) {
            setter.accept("simulated");
        }
    }

    private static boolean hasAccount(SmsConfiguration options) {
        return Stream.of(
                        options.getApiId(),
                        options.getUser(),
                        options.getPassword(),
                        options.getToken(),
                        options.getApiKey(),
                        options.getBaseUrl())
                .anyMatch(value -> !isEmpty(value));
    }

    private static boolean isEmpty(String value) {
        return value == null || value.isBlank();
    }
}
