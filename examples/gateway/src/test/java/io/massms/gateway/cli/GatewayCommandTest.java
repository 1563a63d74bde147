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
package io.massms.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.massms.simulator.Fault;
import io.massms.simulator.SimulatedMessage;
import io.massms.simulator.SimulatedReply;
import io.massms.simulator.Simulator;
import io.massms.simulator.junit.SimulatorExtension;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class GatewayCommandTest {
    private static final String ROWS =
            "to,text\n573001234561,a\n573001234562,a\n573001234563,a\n573001234564,a\n573001234565,a\n";
    private static final int SERVED = 77;

    @RegisterExtension
    static final SimulatorExtension SIMULATOR = new SimulatorExtension();

    private final Simulator simulator = SIMULATOR.simulator();

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aTextThatTheProviderTookGivesZeroAndItsId() {
        assertThat(run("send", "--to", "+57 300 123 4567", "Hola")).isZero();
        assertThat(simulator.messages()).extracting(SimulatedMessage::text).containsExactly("Hola");
        assertThat(out.toString()).startsWith("573001234567").contains("ENROUTE  id ");
    }

    @Test
    void aRefusalGivesThreeEvenWhereOthersWereTaken() {
        assertThat(run("send", "--to", "573001234567,12", "Hola")).isEqualTo(3);
        assertThat(run("send", "--to", "12", "Hola")).isEqualTo(3);
        assertThat(out.toString()).contains("REJECTED  INVALID_NUMBER");
        assertThat(simulator.acceptedCount()).isEqualTo(1);
    }

    @Test
    void aPassingFailureGivesFour() {
        simulator.fault(Fault.rateLimit(Duration.ofSeconds(7)));
        assertThat(run("send", "--to", "573001234567", "Hola")).isEqualTo(4);
    }

    @Test
    void whatMayHaveLeftGivesFive() {
        simulator.fault(Fault.acceptThenDrop());
        assertThat(run("send", "--to", "573001234567", "Hola")).isEqualTo(5);
        assertThat(out.toString()).contains("UNKNOWN");
    }

    @Test
    void aLongTextOfWhichOnlyAPartWasTakenGivesFive() {
        simulator.fault(Fault.rateLimit(Duration.ofSeconds(7)).nth(2));
        Map<String, String> properties = through("natalia");
        properties.put("camel.component.sms.long-text", "split");
        CommandLine line = line(properties);
        assertThat(line.execute("send", "--to", "573001234567", "palabra ".repeat(45)))
                .isEqualTo(5);
        assertThat(out.toString()).contains("ENROUTE (1 of 3)").contains("REJECTED (2 of 3)");
        assertThat(simulator.acceptedCount()).isEqualTo(1);
    }

    @Test
    void aLongTextOfWhichAPartWasTakenGivesFiveAlsoWhereOnlyFailuresAreKept() {
        simulator.fault(Fault.rateLimit(Duration.ofSeconds(7)).nth(2));
        Map<String, String> properties = through("natalia");
        properties.put("camel.component.sms.long-text", "split");
        properties.put("camel.component.sms.receipts", "failed");
        assertThat(line(properties).execute("send", "--to", "573001234567", "palabra ".repeat(45)))
                .isEqualTo(5);
        assertThat(simulator.acceptedCount()).isEqualTo(1);
    }

    @Test
    void wrongCommandsAndSettingsGiveTwoAndWhatWouldBeRight() {
        assertThat(run("send", "Hola")).isEqualTo(2);
        assertThat(err.toString()).contains("--to=NUMBER");
        assertThat(run("send", "--provider", "nobody", "--to", "1", "Hola")).isEqualTo(2);
        assertThat(err.toString()).contains("There is no SMS provider 'nobody'");
        assertThat(run("campaign", directory.resolve("nothing.csv").toString())).isEqualTo(2);
        assertThat(simulator.requestCount()).isZero();
    }

    @Test
    void anAccountWithoutItsCredentialsIsAWrongSetting() {
        CommandLine line = line(Map.of("gateway.provider", "itcloud"));
        assertThat(line.execute("balance")).isEqualTo(2);
        assertThat(err.toString()).contains("missing: user, token");
    }

    @Test
    void jsonIsAllThatProgramsGet() throws IOException {
        assertThat(run("send", "--json", "--to", "573001234567,12", "Hola")).isEqualTo(3);
        JsonNode result = json();
        assertThat(result.at("/acceptedCount").asInt()).isEqualTo(1);
        assertThat(result.at("/receipts/1/error").asText()).isEqualTo("INVALID_NUMBER");
    }

    @Test
    void aDryRunOfAMessageLeavesNothing() {
        assertThat(run("send", "--dry-run", "--to", "573001234567", "Hola")).isZero();
        assertThat(out.toString()).contains("SKIPPED  1 part GSM7");
        assertThat(simulator.requestCount()).isZero();
    }

    @Test
    void theStatusIsTheProviders() {
        run("send", "--to", "573001234567", "Hola");
        String id = simulator.messages().get(0).providerMessageId();
        assertThat(run("status", id)).isZero();
        assertThat(out.toString()).contains(id + "  ");
        assertThat(run("status", "00000000000000000000000000000000")).isEqualTo(5);
    }

    @Test
    void theBalanceIsTheAccounts() throws IOException {
        simulator.balance("linktosms", new BigDecimal(1234));
        assertThat(run("balance")).isZero();
        assertThat(out.toString().strip()).isEqualTo("1234");
        out.getBuffer().setLength(0);
        run("balance", "--json");
        assertThat(json().at("/balance").asInt()).isEqualTo(1234);
    }

    @Test
    void theInboxIsPrintedOldestFirstAndStaysUnread() throws IOException {
        simulator.reply("smsmasivos", "1144445555", "primero");
        simulator.reply("smsmasivos", "1144446666", "segundo");
        CommandLine line = line(through("smsmasivos"));
        assertThat(line.execute("inbox", "--json")).isZero();
        assertThat(json().at("/0/text").asText()).isEqualTo("primero");
        assertThat(json().at("/1/from").asText()).isEqualTo("1144446666");
        assertThat(simulator.replies()).noneMatch(SimulatedReply::read);
    }

    @Test
    void theInboxIsPrintedAlsoWhereTheChannelThatSendsHasNone() throws IOException {
        simulator.reply("smsmasivos", "1144445555", "primero");
        Map<String, String> block = new TreeMap<>(through("smsmasivos"));
        block.put("camel.component.sms.channel", "block");
        assertThat(line(block).execute("inbox", "--json")).isZero();
        assertThat(json().at("/0/text").asText()).isEqualTo("primero");
    }

    @Test
    void anEmptyInboxPrintsNothing() {
        CommandLine line = line(through("smsmasivos"));
        assertThat(line.execute("inbox")).isZero();
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aReplyCannotCommandTheTerminal() {
        simulator.reply("smsmasivos", "1144445555", "\u001B]0;taken\u0007 hola");
        CommandLine line = line(through("smsmasivos"));
        assertThat(line.execute("inbox")).isZero();
        assertThat(out.toString()).contains("hola").doesNotContain("\u001B").doesNotContain("\u0007");
    }

    @Test
    void whatWouldBeHeldIsRefusedByACommandThatEndsBeforeItsTime() {
        CommandLine line = line(through("itcloud"));
        assertThat(line.execute("send", "--to", "573001234567", "--at", "2100-01-01T10:00:00-05:00", "Hola"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--at").contains("itcloud has no schedule of its own");
        assertThat(run("send", "--to", "573001234567", "--at", "2030-01-01T10:00:00-05:00", "Hola"))
                .isZero();
        assertThat(out.toString()).contains("SCHEDULED");
    }

    @Test
    void aTimeThatHasPassedOrIsNoneIsAWrongCommand() {
        assertThat(run("send", "--to", "573001234567", "--at", "2020-01-01T10:00:00-05:00", "Hola"))
                .isEqualTo(2);
        assertThat(run("send", "--to", "573001234567", "--at", "tomorrow", "Hola"))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("has passed")
                .contains("'tomorrow' cannot be understood; right is a time to come")
                .doesNotContain("java.");
        assertThat(simulator.requestCount()).isZero();
    }

    @Test
    void rowsThatACampaignCannotSendYetWaitForAGatewayThatServes() throws IOException {
        Map<String, String> properties = through("itcloud");
        Path file = campaign("to,text,scheduledTime\n573001234567,Hola,2100-01-01T10:00:00-05:00\n");
        assertThat(line(properties).execute("campaign", file.toString())).isZero();
        assertThat(err.toString()).contains("1 request waits here");
        assertThat(simulator.acceptedCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Su cita es ma\uFFFD\uFFFDana", "half \uD83C"})
    void aTextWhoseLettersDidNotArriveIsAWrongCommand(String text) {
        assertThat(run("send", "--to", "573001234567", text)).isEqualTo(2);
        assertThat(run("send", "--to", "573001234567", "--from", text, "Hola")).isEqualTo(2);
        assertThat(err.toString())
                .contains("TEXT has letters")
                .contains("--from has letters")
                .contains("LC_ALL");
        assertThat(simulator.requestCount()).isZero();
    }

    @Test
    void theStandardInputIsTakenForUtf8AndNothingElse() {
        assertThat(typing("Su cita es ma\u00f1ana\n".getBytes(StandardCharsets.UTF_8)))
                .isZero();
        assertThat(simulator.messages()).extracting(SimulatedMessage::text).containsExactly("Su cita es ma\u00f1ana");
        simulator.reset();
        assertThat(typing("Su cita es ma\u00f1ana\n".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(2);
        assertThat(err.toString()).contains("The standard input is not UTF-8");
        assertThat(simulator.requestCount()).isZero();
    }

    private int typing(byte[] bytes) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(bytes));
        try {
            return run("send", "--to", "573001234567", "-");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void aCampaignSendsItsRowsAndSaysWhereTheirResultsAre() throws IOException {
        Path file = campaign(ROWS + "12,a\n");
        assertThat(run("campaign", file.toString())).isEqualTo(3);
        assertThat(out.toString())
                .contains("5 accepted, 1 rejected, 0 uncertain")
                .contains(directory.resolve("data/outbox/promo-results.csv").toString());
        assertThat(file).exists();
        assertThat(simulator.acceptedCount()).isEqualTo(5);
    }

    @Test
    void aCampaignThatIsHeldUpGoesOnBehindItsLastRowWithTheSameCommand() throws IOException {
        Path file = campaign(ROWS);
        Fault empty = simulator.fault(Fault.providerCode("110").recipient("573001234565"));
        assertThat(run("campaign", file.toString())).isEqualTo(4);
        assertThat(out.toString()).contains("Held up: NO_BALANCE").contains("Give the same command again");
        assertThat(simulator.acceptedCount()).isEqualTo(4);
        simulator.removeFault(empty.id());
        assertThat(run("campaign", file.toString())).isZero();
        assertThat(simulator.messages())
                .extracting(SimulatedMessage::to)
                .hasSize(5)
                .doesNotHaveDuplicates();
    }

    @Test
    void aRowThatDidNotLeaveForAPassingReasonGivesFourAlsoWhereAnEarlierRunHadIt() throws IOException {
        Path file = campaign(ROWS.replace("573001234562", "573009990012")); // under maintenance
        Map<String, String> properties = through("itcloud");
        properties.put("gateway.redeliveries", "0");
        Fault empty = simulator.fault(Fault.providerCode("-3").recipient("573001234565"));
        assertThat(line(properties).execute("campaign", file.toString())).isEqualTo(4);
        assertThat(out.toString()).contains("3 accepted, 1 rejected").contains("Held up: NO_BALANCE");
        simulator.removeFault(empty.id());
        assertThat(line(properties).execute("campaign", file.toString())).isEqualTo(4);
        assertThat(out.toString()).contains("4 accepted, 1 rejected, 0 uncertain");
    }

    @Test
    void aCampaignThatCrashedBehindItsLastRowIsReportedAndNotSentAgain() throws IOException {
        Path file = campaign(ROWS);
        assertThat(run("campaign", file.toString())).isZero();
        Files.move(directory.resolve("data/done/promo.csv"), directory.resolve("data/processing/promo.csv"));
        out.getBuffer().setLength(0);
        assertThat(run("campaign", file.toString())).isZero();
        assertThat(out.toString())
                .contains("5 accepted, 0 rejected, 0 uncertain")
                .contains("promo-results.csv");
        assertThat(simulator.acceptedCount()).isEqualTo(5);
        assertThat(directory.resolve("data/done/promo.csv")).exists();
    }

    @Test
    void aDryRunOfACampaignPrintsWhatItWouldCostAndLeavesNothing() throws IOException {
        Path file = campaign(ROWS + "12,a\n");
        assertThat(run("campaign", "--dry-run", file.toString())).isEqualTo(3);
        assertThat(out.toString()).contains("valid").contains("INVALID_NUMBER").contains("first in row 6");
        assertThat(simulator.requestCount()).isZero();
        assertThat(run("campaign", file.toString())).isEqualTo(3);
        assertThat(out.toString()).contains("promo-results.csv");
    }

    @Test
    void aFileThatCannotBeACampaignGivesThree() throws IOException {
        assertThat(run("campaign", "--json", campaign("phone,text\n1,a\n").toString()))
                .isEqualTo(3);
        assertThat(json().at("/phase").asText()).isEqualTo("REFUSED");
        assertThat(json().at("/trouble").asText()).contains("'to'");
    }

    @Test
    void withoutACommandItServes() {
        assertThat(run()).isEqualTo(SERVED);
        assertThat(run("serve")).isEqualTo(SERVED);
    }

    @Test
    void noCommandTakesACredential() {
        for (CommandLine command : line().getSubcommands().values()) {
            assertThat(command.getCommandSpec().optionsMap().keySet())
                    .noneMatch(option -> option.matches(".*(user|password|token|key|api|credential).*"));
        }
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("Credentials are never arguments").contains("CAMEL_COMPONENT_SMS_");
    }

    @Test
    void aShellCanCompleteTheCommands() {
        assertThat(run("generate-completion")).isZero();
        assertThat(out.toString()).contains("complete").contains("campaign").contains("--dry-run");
    }

    private Path campaign(String rows) throws IOException {
        return Files.writeString(directory.resolve("promo.csv"), rows);
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out.toString());
    }

    private int run(String... arguments) {
        return line().execute(arguments);
    }

    private CommandLine line() {
        return line(through("linktosms"));
    }

    private Map<String, String> through(String provider) {
        return new TreeMap<>(Map.of(
                "gateway.provider", provider,
                "gateway.directory", directory.resolve("data").toString(),
                "gateway.block-size", "2",
                "camel.component.sms.base-url", simulator.baseUrl(provider),
                "camel.component.sms.api-id", "1",
                "camel.component.sms.user", "u",
                "camel.component.sms.password", "p",
                "camel.component.sms.token", "t"));
    }

    private CommandLine line(Map<String, String> properties) {
        return new GatewayCommand(properties, () -> SERVED)
                .commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
    }
}
