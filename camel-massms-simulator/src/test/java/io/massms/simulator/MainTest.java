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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MainTest {
    private static final Map<String, String> NOTHING = Map.of();

    @Test
    void listensOnPort9000OfThisMachineByDefault() {
        SimulatorOptions options = Main.options(new String[0], NOTHING);

        assertThat(options.port()).isEqualTo(9000);
        assertThat(options.host()).isEqualTo("127.0.0.1");
    }

    @Test
    void theCommandLineGoesBeforeTheEnvironment() {
        Map<String, String> environment = Map.of("SIMULATOR_PORT", "9001", "SIMULATOR_HOST", "0.0.0.0");

        SimulatorOptions options = Main.options(new String[] {"--port", "9002"}, environment);

        assertThat(options.port()).isEqualTo(9002);
        assertThat(options.host()).isEqualTo("0.0.0.0");
    }

    @Test
    void mailIsTakenOnPort9025AndErrorsAreMailedWhenAServerIsGiven() {
        SimulatorOptions usual = Main.options(new String[0], NOTHING);
        SimulatorOptions given = Main.options(
                new String[] {"--smtp-port", "0"}, Map.of("SIMULATOR_ERROR_MAILS", "mail.example.org:2525"));

        assertThat(usual.smtpPort()).hasValue(9025);
        assertThat(usual.errorMailServer()).isEmpty();
        assertThat(given.smtpPort()).hasValue(0);
        assertThat(given.errorMailServer()).hasValueSatisfying(server -> {
            assertThat(server.getHostString()).isEqualTo("mail.example.org");
            assertThat(server.getPort()).isEqualTo(2525);
        });
        assertThatThrownBy(() -> Main.options(new String[] {"--error-mails", "mail"}, NOTHING))
                .hasMessageContaining("HOST:PORT");
    }

    @Test
    void aWrongCommandLineIsExplained() {
        assertThatThrownBy(() -> Main.options(new String[] {"--prot", "1"}, NOTHING))
                .hasMessageContaining("There is no option --prot")
                .hasMessageContaining("--port N");
        assertThatThrownBy(() -> Main.options(new String[] {"--port"}, NOTHING)).hasMessageContaining("needs a value");
        assertThatThrownBy(() -> Main.options(new String[] {"--port", "http"}, NOTHING))
                .hasMessageContaining("not 'http'");
        assertThatThrownBy(() -> Main.options(new String[] {"--port", "70000"}, NOTHING))
                .hasMessageContaining("between 0 and 65535");
    }

    @Test
    void theGreetingNamesEveryBaseUrl() {
        try (Simulator simulator = Simulator.start(new SimulatorOptions().smtpPort(0))) {
            assertThat(Main.greeting(simulator))
                    .contains(simulator.url())
                    .contains("SMTP port " + simulator.smtpPort());
            simulator
                    .providers()
                    .forEach(provider ->
                            assertThat(Main.greeting(simulator)).contains("baseUrl=" + simulator.baseUrl(provider)));
        }
    }
}
