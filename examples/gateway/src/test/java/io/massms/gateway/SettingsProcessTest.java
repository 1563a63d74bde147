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
package io.massms.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.massms.simulator.Account;
import io.massms.simulator.Simulator;
import io.massms.simulator.junit.SimulatorExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which setting holds where several places have one, in processes of their own. */
class SettingsProcessTest {
    private static final String JVM = "JAVA_TOOL_OPTIONS";

    @RegisterExtension
    static final SimulatorExtension SIMULATOR = new SimulatorExtension();

    private final Simulator simulator = SIMULATOR.simulator();

    @TempDir
    Path directory;

    @BeforeEach
    void everyAccountIsRight() {
        simulator.clearAccounts();
    }

    @ParameterizedTest
    @CsvSource({"GATEWAY_DRY_RUN, false", JVM + ", -Dgateway.dry-run=false"})
    void aDryRunOfTheCommandLineSendsNothingWhateverTheEnvironmentSays(String name, String value) throws Exception {
        GatewayProcess.Ended ended = run(Map.of(name, value), "campaign", campaign(), "--dry-run");

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("dry-run-results.csv");
        assertThat(simulator.requestCount()).isZero();
    }

    @Test
    void theProviderOfTheCommandLineIsAsked() throws Exception {
        GatewayProcess.Ended ended = new GatewayProcess(directory)
                .run(
                        Map.of("GATEWAY_PROVIDER", "linktosms", "GATEWAY_SIMULATOR", "true"),
                        "balance",
                        "--provider",
                        "itcloud",
                        "--json");
        assertThat(ended.out()).as(ended.err()).contains("\"provider\":\"itcloud\"");
    }

    @Test
    void theDirectoryOfTheCommandLineIsUsed() throws Exception {
        run(Map.of("GATEWAY_DIRECTORY", "elsewhere"), "campaign", campaign(), "--directory", "here");
        assertThat(directory.resolve("here/outbox/promo-results.csv")).exists();
        assertThat(directory.resolve("elsewhere")).doesNotExist();
    }

    @Test
    void theEnvironmentGoesBeforeSystemPropertiesAndTheseBeforeTheFile() throws Exception {
        settings("gateway.directory = by-file\ngateway.dry-run = false\n");
        run(Map.of("GATEWAY_DIRECTORY", "by-environment", JVM, "-Dgateway.directory=by-jvm"), "campaign", campaign());
        run(Map.of(JVM, "-Dgateway.directory=by-jvm -Dgateway.dry-run=true"), "campaign", campaign());

        assertThat(directory.resolve("by-environment/outbox/promo-results.csv")).exists();
        assertThat(directory.resolve("by-jvm/outbox/promo-dry-run-results.csv")).exists();
        assertThat(directory.resolve("by-file")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"GATEWAY_DRY_RUN, ''", "GATEWAY_DRY_RUN, ' '", JVM + ", -Dgateway.dry-run="})
    void whatIsEmptyDoesNotSetAsideWhatTheFileSays(String name, String value) throws Exception {
        settings("gateway.dry-run = true\n");
        GatewayProcess.Ended ended = run(Map.of(name, value), "campaign", campaign());

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("dry-run-results.csv");
        assertThat(simulator.requestCount()).isZero();
    }

    @Test
    void namesThatOthersGaveDoNotKeepItFromStarting() throws Exception {
        settings("gateway.queue = replies\ngateway.inbound = seda:{{gateway.queue}}\ngateway.dry-run = true\n");
        GatewayProcess.Ended ended =
                run(Map.of("GATEWAY_NAME", "/web/gateway", "GATEWAY_URL", "http://x"), "campaign", campaign());

        assertThat(ended.exitCode()).as(ended.err()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"redelivery-delay = abc", "status-delay = x", "inbox-delay = 1w", "inbound = nothing:replies"})
    void aWrongSettingEndsTheStartWithItsName(String line) throws Exception {
        settings("gateway." + line + "\n");
        Map<String, String> environment = Map.of(
                "GATEWAY_PROVIDER",
                "smsmasivos",
                "CAMEL_COMPONENT_SMS_API_KEY",
                "k",
                "CAMEL_COMPONENT_SMS_BASE_URL",
                simulator.baseUrl("smsmasivos"));
        GatewayProcess.Ended ended = run(environment, "serve");

        assertThat(ended.exitCode()).as(ended.out() + ended.err()).isEqualTo(2);
        assertThat(ended.out() + ended.err())
                .contains("gateway." + line.split(" ")[0] + " is ")
                .contains("; right is ")
                .doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3cr{{et",
                "s3cr{{et}}",
                "#bean:s3cret",
                "#class:s3cret",
                "#type:s3cret",
                "#valueAs(int):s3cret",
                "#property:s3cret"
            })
    void aPasswordThatCamelTakesForSomethingElseIsNotShown(String password) throws Exception {
        for (String command : List.of("serve", "balance")) {
            GatewayProcess.Ended ended = run(Map.of("CAMEL_COMPONENT_SMS_PASSWORD", password), command);

            assertThat(ended.exitCode()).as(ended.out() + ended.err()).isNotZero();
            assertThat(ended.out() + ended.err()).doesNotContain("s3cr", "et}}");
        }
    }

    @Test
    void aVariableThatIsMissingIsNamed() throws Exception {
        GatewayProcess.Ended ended = run(Map.of("CAMEL_COMPONENT_SMS_PASSWORD", "{{env:NO_SUCH_VARIABLE}}"), "balance");

        assertThat(ended.out() + ended.err()).contains("NO_SUCH_VARIABLE");
    }

    @Test
    void ofTheComponentsOptionsASystemPropertyGoesBeforeTheEnvironmentAndThisBeforeTheFile() throws Exception {
        settings("camel.component.sms.password = by-file\n");
        simulator.account(Account.masms("linktosms", "1", "u", "by-jvm"));
        simulator.account(Account.masms("linktosms", "1", "v", "by-environment"));
        Map<String, String> environment = Map.of("CAMEL_COMPONENT_SMS_PASSWORD", "by-environment");

        Map<String, String> both = new TreeMap<>(environment);
        both.put(JVM, "-Dcamel.component.sms.password=by-jvm");
        assertThat(run(both, "balance").exitCode()).isZero();
        Map<String, String> other = new TreeMap<>(environment);
        other.put("CAMEL_COMPONENT_SMS_USER", "v");
        assertThat(run(other, "balance").exitCode()).isZero();
    }

    @Test
    void aSettingMayBeSpeltAsCamelsOwn() throws Exception {
        settings("gateway.dryRun = true\n");
        run(Map.of(), "campaign", campaign());
        assertThat(simulator.requestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gateway.dry-run = true\r\n",
                "camel.component.sms.dry-run = true\r\n",
                "# settings\r\ngateway.dry-run = true\r\n",
                "\r\ngateway.dry-run = true\r\n"
            })
    void aByteOrderMarkHidesNoSetting(String lines) throws Exception {
        settings("\uFEFF" + lines);
        GatewayProcess.Ended ended = run(Map.of(), "campaign", campaign());

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("dry-run-results.csv");
        assertThat(simulator.requestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"campaign", "serve"})
    void aMisspeltSettingEndsWithWhatWasMeantAndNothingIsSent(String command) throws Exception {
        settings("gateway.dri-run = true\n");
        GatewayProcess.Ended ended =
                command.equals("serve") ? run(Map.of(), command) : run(Map.of(), command, campaign());

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.out() + ended.err())
                .contains("gateway.dri-run")
                .contains("did you mean gateway.dry-run?")
                .doesNotContain("\tat ");
        assertThat(simulator.requestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"gatway.dry-run = true", "camel.components.sms.dry-run = true", "export GATEWAY_DRY_RUN=true"})
    void aLineOfTheFileThatSetsNothingIsRefusedAndNothingIsSent(String line) throws Exception {
        settings(line + "\n");
        GatewayProcess.Ended ended = run(Map.of(), "campaign", campaign());

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains(line.split(" ")[0]).contains("is no setting of the gateway");
        assertThat(simulator.requestCount()).isZero();
    }

    private String campaign() throws IOException {
        return Files.writeString(directory.resolve("promo.csv"), "to,text\n573001234567,Hola\n")
                .toString();
    }

    private void settings(String lines) throws IOException {
        Files.writeString(directory.resolve("gateway.properties"), lines);
    }

    private GatewayProcess.Ended run(Map<String, String> environment, String... arguments) throws Exception {
        Map<String, String> all = new TreeMap<>(Map.of(
                "GATEWAY_PROVIDER", "linktosms",
                "CAMEL_COMPONENT_SMS_API_ID", "1",
                "CAMEL_COMPONENT_SMS_USER", "u",
                "CAMEL_COMPONENT_SMS_PASSWORD", "p",
                "CAMEL_COMPONENT_SMS_BASE_URL", simulator.baseUrl("linktosms")));
        all.putAll(environment);
        return new GatewayProcess(directory).run(all, arguments);
    }
}
