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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayMainTest {

    @Test
    void theFileOfSettingsIsUtf8(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("gateway.properties"), "gateway.token = jos\u00e9\n");
        Main main = GatewayMain.create();
        try {
            main.setPropertyPlaceholderLocations("file:" + file);
            main.init();
            assertThat(main.getCamelContext().getPropertiesComponent().resolveProperty("gateway.token"))
                    .contains("jos\u00e9");
        } finally {
            main.stop();
        }
    }

    @Test
    void theEnvironmentHasAVariableForEachOptionOfTheComponentAndOfTheServer() {
        assertThat(GatewayMain.options(Map.of(
                        "CAMEL_COMPONENT_SMS_API_ID", "1",
                        "CAMEL_SERVER_HOST", "0.0.0.0",
                        "CAMEL_SERVER_MAX_BODY_SIZE", "10",
                        "CAMEL_HOME", "/opt",
                        "PATH", "/bin")))
                .containsOnly(
                        Map.entry("camel.component.sms.api-id", "1"),
                        Map.entry("camel.server.host", "0.0.0.0"),
                        Map.entry("camel.server.max-body-size", "10"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        text-policy           | gsm8    | textPolicy=gsm8 is not known; right is auto, gsm7, strict or asIs
        concurrent-requests   | many    | concurrentRequests=many is no number; right is a whole one
        pasword               | s3cr3t! | pasword does not exist or has a wrong value
        """)
    void anOptionWithAWrongValueIsToldWithWhatWouldBeRight(String option, String value, String said) {
        Main main = GatewayMain.create();
        try {
            main.addOverrideProperty("camel.component.sms." + option, value);
            assertThatThrownBy(main::start)
                    .satisfies(failure -> assertThat(GatewayMain.reason(failure))
                            .contains("The option camel.component.sms." + said)
                            .doesNotContain("s3cr3t"));
        } finally {
            main.stop();
        }
    }
}
