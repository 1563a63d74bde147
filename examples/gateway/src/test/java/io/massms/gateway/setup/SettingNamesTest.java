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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingNamesTest {

    @Test
    void theReadmeListsAllOfThem() throws IOException {
        assertThat(Pattern.compile("(?m)^\\| `(gateway\\.[a-z.-]+)` \\|")
                        .matcher(Files.readString(Path.of("README.md")))
                        .results()
                        .map((MatchResult row) -> row.group(1)))
                .containsExactlyInAnyOrderElementsOf(SettingNames.ALL);
    }

    @ParameterizedTest
    @CsvSource({
        "gateway.dry-run, gateway.dry-run",
        "gateway.dryRun, gateway.dry-run",
        "GATEWAY_DRY_RUN, gateway.dry-run",
        "GATEWAY_DRYRUN, gateway.dry-run",
        "gateway_dry_run, gateway.dry-run",
        "Gateway.Simulator.Port, gateway.simulator.port",
        "GATEWAY_SIMULATOR_PORT, gateway.simulator.port",
    })
    void aNameMayBeSpeltAsCamelsOwn(String spelt, String name) {
        assertThat(SettingNames.known("a test", Map.of(spelt, "x"))).containsOnly(Map.entry(name, "x"));
    }

    @ParameterizedTest
    @CsvSource({
        "gateway.dry-rum, gateway.dry-run",
        "gateway.dryy-run, gateway.dry-run",
        "GATEWAY_RETENTON, gateway.retention",
        "gateway.status.dealy, gateway.status-delay",
        "gateway.host, gateway.hosts",
    })
    void aMisspeltNameIsRefusedWithWhatWasMeant(String spelt, String meant) {
        assertThatThrownBy(() -> SettingNames.known("a test", Map.of(spelt, "secret")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(spelt + " (a test) is no setting of the gateway; did you mean " + meant + "?");
    }

    @Test
    void aNameLikeNoOtherIsRefusedWithoutAGuess() {
        assertThatThrownBy(() -> SettingNames.known("a test", Map.of("gateway.colour-of-the-page", "red")))
                .hasMessage(
                        "gateway.colour-of-the-page (a test) is no setting of the gateway; its README lists them all");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PATH",
                "camel.main.name",
                "gatewayed.thing",
                "GATEWAY_INTERFACE",
                "GATEWAY_NAME",
                "GATEWAY_ENV_TOKEN",
                "GATEWAY_PORT",
                "GATEWAY_PORT_8090_TCP_ADDR",
                "GATEWAY_SERVICE_HOST",
                "GATEWAY_SERVICE_PORT_HTTP",
                "GATEWAY_API_SERVICE_PORT",
            })
    void whatOthersSetIsNotOurs(String name) {
        assertThat(SettingNames.known("a test", Map.of(name, "x"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GATEWAY_URL", "GATEWAY_USER", "GATEWAY_HOME", "GATEWAY_COLOUR_OF_THE_PAGE"})
    void aVariableLikeNoOtherMayBeSomebodyElses(String name) {
        assertThat(SettingNames.knownVariables(Map.of(name, "x", "GATEWAY_DRY_RUN", "true")))
                .containsOnly(Map.entry("gateway.dry-run", "true"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GATEWAY_DRYRUM", "GATEWAY_DYR_RUN", "GATEWAY_DRY", "GATEWAY_DRY_RUN_ENABLED"})
    void aVariableThatMayBeMeantForAnotherIsRefused(String name) {
        assertThatThrownBy(() -> SettingNames.knownVariables(Map.of(name, "true")))
                .hasMessage(name + " (environment) is no setting of the gateway; did you mean gateway.dry-run?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"seda:{{gateway.queue}}", "seda:{{?gateway.queue}}", "seda:{{gateway.queue:replies}}"})
    void whatTheFileItselfUsesIsTheOperatorsOwn(String use) {
        assertThat(SettingNames.known("a test", Map.of("gateway.queue", "replies", "gateway.inbound", use)))
                .containsOnly(Map.entry("gateway.inbound", use));
        assertThatThrownBy(() -> SettingNames.known("a test", Map.of("gateway.queues", "x", "gateway.inbound", use)))
                .hasMessageContaining("gateway.queues");
    }

    @ParameterizedTest
    @CsvSource({
        "gatway.dry-run, gateway.dry-run",
        "dry-run, gateway.dry-run",
        "camel.components.sms.dry-run, camel.component.sms.dry-run",
        "camel.sms.dry-run, camel.component.sms.dry-run",
        "CAMEL_COMPONENT_SMS_DRY_RUN, camel.component.sms.dry-run",
    })
    void aNameInTheFileThatSetsNothingIsRefusedWithWhatWasMeant(String spelt, String meant) {
        assertThatThrownBy(() -> SettingNames.knownOfFile("a file", Map.of(spelt, "secret"), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(spelt + " (a file) is no setting of the gateway; did you mean " + meant + "?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"export", "set"})
    void aLineOfAShellIsRefused(String beginning) {
        assertThatThrownBy(
                        () -> SettingNames.knownOfFile("a file", Map.of(beginning, "GATEWAY_DRY_RUN=true"), List.of()))
                .hasMessage(beginning + " (a file) is no setting of the gateway; its README lists them all");
    }

    @Test
    void namesForTheOperatorsOwnRoutesMayStandInTheFile() {
        assertThat(SettingNames.knownOfFile("a file", Map.of("my.queue", "x", "clinic.name", "y"), List.of()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"camel.main.name", "camel.component.sms.user", "camel.component.sms-ar.user", "camel.beans.sms.x"
            })
    void whatCamelReadsMayStandInTheFile(String name) {
        assertThat(SettingNames.knownOfFile("a file", Map.of(name, "x"), List.of()))
                .isEmpty();
    }

    @Test
    void whatPlaceholdersUseMayStandInTheFile() {
        Map<String, String> lines = Map.of("token", "a", "provider", "b", "gateway.inbound", "seda:{{token}}");
        assertThat(SettingNames.knownOfFile("a file", lines, List.of("{{provider}}")))
                .containsOnlyKeys("gateway.inbound");
        assertThatThrownBy(() -> SettingNames.knownOfFile("a file", lines, List.of()))
                .hasMessageContaining("did you mean gateway.provider?");
    }

    @Test
    void whatIsEmptyIsNotSet() {
        assertThat(SettingNames.known("a test", Map.of("gateway.dry-run", " ", "gateway.dryRun", "true")))
                .containsOnly(Map.entry("gateway.dry-run", "true"));
        assertThat(SettingNames.knownVariables(Map.of("GATEWAY_DRY_RUN", ""))).isEmpty();
    }

    @Test
    void twoSpellingsThatContradictAreRefused() {
        assertThat(SettingNames.known("a test", Map.of("gateway.dryRun", "true", "gateway.dry-run", "true")))
                .hasSize(1);
        assertThatThrownBy(() ->
                        SettingNames.known("a test", Map.of("gateway.dryRun", "true", "gateway.dry-run", "false")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gateway.dry-run is set twice (a test)");
    }
}
