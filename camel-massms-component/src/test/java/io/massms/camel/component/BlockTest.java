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
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.massms.camel.error.SmsRejectedException;
import io.massms.camel.error.SmsTemporaryException;
import io.massms.camel.error.SmsUncertainException;
import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsReceipt;
import io.massms.camel.model.SmsResult;
import io.massms.camel.model.SmsState;
import io.massms.camel.model.SmsStatus;
import io.massms.camel.tracker.MemoryTracker;
import io.massms.camel.tracker.Stage;
import io.massms.camel.tracker.TrackedMessage;
import io.massms.simulator.Fault;
import io.massms.simulator.SimulatedMessage;
import io.massms.simulator.SimulatedRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many personal texts in one request, whose lines the provider judges later (smsmasivos). */
class BlockTest extends SmsTestSupport {
    private static final String BLOCK = "channel=block";
    private static final String TRACKED = "statusFirstInterval=20&tracker=#tracker";
    private static final String OPTED_OUT = "1199900003";
    private static final String NEVER_TOLD = "1199900015";

    @Test
    void aThousandPersonalMessagesGoInTwoRequests() {
        List<Map<String, String>> rows = IntStream.range(0, 1_000)
                .mapToObj(i -> Map.of("to", "114444" + (1_000 + i), "text", "Hola, cliente " + i))
                .toList();
        SmsResult result = result(send(sms("smsmasivos", BLOCK), rows));

        assertThat(result.acceptedCount()).isEqualTo(1_000);
        assertThat(result.receipts()).extracting(SmsReceipt::state).containsOnly(SmsState.ENROUTE);
        assertThat(simulator.requestCount()).isEqualTo(2);
        assertThat(simulator.acceptedCount("smsmasivos")).isEqualTo(1_000);
        assertThat(simulator.messages()).extracting(SimulatedMessage::text).doesNotHaveDuplicates();
    }

    @Test
    void aBatchOfMoreBytesThanABlockTakesGoesInSeveral() {
        List<Map<String, String>> rows = IntStream.range(0, 40)
                .mapToObj(i -> row("114444" + (1_000 + i), "(" + i + ") " + "a/b=c;".repeat(i % 20), "c" + i))
                .toList();
        SmsResult result = result(send(sms("smsmasivos", BLOCK, "blockMaxBytes=1000"), rows));

        assertThat(result.acceptedCount()).isEqualTo(40);
        assertThat(result.receipts())
                .extracting(SmsReceipt::clientId)
                .containsExactlyElementsOf(
                        rows.stream().map(row -> row.get("clientId")).toList());
        assertThat(blocks())
                .hasSize(7)
                .allSatisfy(block -> assertThat(block.length()).isLessThanOrEqualTo(1_000));
        assertThat(simulator.messages())
                .extracting(SimulatedMessage::text)
                .containsExactlyInAnyOrderElementsOf(
                        rows.stream().map(row -> row.get("text")).toList());
    }

    @Test
    void theLargestTextsOfFiveHundredLinesStayWithinWhatTheServerTakes() {
        List<Map<String, String>> rows = IntStream.range(0, 500)
                .mapToObj(i -> row("114444" + (1_000 + i), "/".repeat(160), "x".repeat(40) + i))
                .toList();
        SmsResult result = result(send(sms("smsmasivos", BLOCK), rows));

        assertThat(result.acceptedCount()).isEqualTo(500);
        assertThat(blocks())
                .hasSize(2)
                .allSatisfy(block -> assertThat(block.length()).isLessThanOrEqualTo(200_000));
    }

    @Test
    void aLineLargerThanABlockIsRefusedAloneAndUnsent() {
        SmsResult result = result(send(
                sms("smsmasivos", BLOCK, "blockMaxBytes=100"),
                List.of(
                        row("1144445555", "Hola", "A"),
                        row("1144446666", "/".repeat(160), "B"),
                        row("1144447777", "Chau", "C"))));

        assertThat(result.receipts()).extracting(SmsReceipt::error).containsExactly(null, SmsError.TEXT_TOO_LONG, null);
        assertThat(result.receipts().get(1).reason()).contains("503 bytes", "blockMaxBytes allows 100");
        assertThat(simulator.messages()).extracting(SimulatedMessage::clientId).containsExactlyInAnyOrder("A", "C");
    }

    @ParameterizedTest
    @ValueSource(strings = {"blockMaxBytes=99", "blockMaxBytes=200001"})
    void boundsBeyondWhatABlockTakesAreRefusedAtTheStart(String option) {
        assertThatThrownBy(() -> context.getEndpoint(sms("smsmasivos", BLOCK, option), SmsEndpoint.class)
                        .access())
                .rootCause()
                .hasMessageContaining("100 to 200000 bytes");
    }

    @Test
    void recipientsPerRequestBoundsTheLinesOfABlock() {
        List<Map<String, String>> rows = IntStream.range(0, 7)
                .mapToObj(i -> row("114444" + (1_000 + i), "Hola " + i, null))
                .toList();
        result(send(sms("smsmasivos", BLOCK, "recipientsPerRequest=3"), rows));

        assertThat(simulator.requestCount()).isEqualTo(3);
        assertThatThrownBy(() -> context.getEndpoint(
                                sms("smsmasivos", BLOCK, "recipientsPerRequest=501"), SmsEndpoint.class)
                        .access())
                .rootCause()
                .hasMessageContaining("1 to 500");
    }

    @Test
    void aLineWithoutAClientIdGetsOneThatTheReceiptShows() {
        SmsResult result = result(send(
                sms("smsmasivos", BLOCK), List.of(row("1144445555", "Hola", null), row("1144446666", "Chau", "mine"))));

        assertThat(result.receipts().get(0).clientId()).matches("[a-z0-9]{16}");
        assertThat(result.receipts().get(1).clientId()).isEqualTo("mine");
        assertThat(simulator.messages())
                .extracting(SimulatedMessage::clientId)
                .containsExactlyInAnyOrder(result.receipts().get(0).clientId(), "mine");
    }

    @Test
    void tabsAndLineEndsCannotBreakALine() {
        SmsResult result = result(send(
                sms("smsmasivos", BLOCK),
                List.of(row("1144445555", "Hola\tuno\r\ndos", "A"), row("1144446666", "Chau", "B"))));

        assertThat(result.acceptedCount()).isEqualTo(2);
        assertThat(simulator.messages())
                .hasSize(2)
                .allSatisfy(message -> assertThat(message.text()).doesNotContain("\t", "\r", "\n"));
    }

    @Test
    void whatWouldBeDroppedInSilenceIsRefusedHereEvenWhereNothingIsToBeChanged() {
        SmsResult result = result(send(
                sms("smsmasivos", BLOCK, "textPolicy=asIs", "numberPolicy=asIs"),
                List.of(
                        row("1144445555", "Hola\tuno", "A"),
                        row("1144\t445555", "Hola", "B"),
                        row("1144445555", "Hola", "not valid"),
                        row("1144445555", "10 \u20ac", "C"),
                        row("1144446666", "Chau", "D"))));

        assertThat(result.receipts())
                .extracting(SmsReceipt::error)
                .containsExactly(
                        SmsError.TEXT_BAD_CHARACTERS,
                        SmsError.INVALID_NUMBER,
                        SmsError.MISSING_PARAMETER,
                        SmsError.TEXT_BAD_CHARACTERS,
                        null);
        assertThat(simulator.messages()).extracting(SimulatedMessage::clientId).containsExactly("D");
    }

    @Test
    void aSplitTextIsRefusedBecauseItsPartsCouldNotBeToldApart() {
        Exchange exchange = send(sms("smsmasivos", BLOCK, "longText=split", "to=1144445555"), "Hola ".repeat(60));

        assertThat(exchange.getException()).isInstanceOf(SmsRejectedException.class);
        assertThat(exchange.getException()).hasMessageContaining("channel=http");
        assertThat(simulator.requestCount()).isZero();
    }

    @Test
    void aDryRunIsCheckedByTheProviderAndSendsNothing() {
        SmsResult result = result(send(
                sms("smsmasivos", BLOCK, "dryRun=true", "awaitBlock=60000"), List.of(row("1144445555", "Hola", "A"))));

        assertThat(result.receipts()).extracting(SmsReceipt::state).containsExactly(SmsState.SKIPPED);
        assertThat(simulator.requestCount()).isEqualTo(1);
        assertThat(simulator.acceptedCount()).isZero();
    }

    @Test
    void awaitBlockReturnsTheStatusOfEachLine() {
        SmsResult result = result(send(
                sms("smsmasivos", BLOCK, "awaitBlock=6000"),
                List.of(row("1144445555", "Hola", null), row(OPTED_OUT, "Hola", null), row(NEVER_TOLD, "Hola", null))));

        assertThat(result.receipts())
                .extracting(SmsReceipt::state)
                .containsExactly(SmsState.ENROUTE, SmsState.REJECTED, SmsState.UNKNOWN);
        assertThat(result.receipts())
                .extracting(SmsReceipt::error)
                .containsExactly(null, SmsError.OPTED_OUT, SmsError.TIMEOUT);
        assertThat(result.receipts().get(1).providerText()).isNotBlank();
        assertThat(result.receipts().get(2).reason()).contains("awaitBlock");
    }

    @Test
    void awaitBlockEndsAsSoonAsEveryLineIsReportedAndOutlivesABadAnswer() {
        simulator.fault(Fault.httpStatus(503)
                .provider("smsmasivos")
                .operation("blockStatus")
                .first(1));
        SmsResult result =
                result(send(sms("smsmasivos", BLOCK, "awaitBlock=600000"), List.of(row("1144445555", "Hola", null))));

        assertThat(result.receipts()).extracting(SmsReceipt::state).containsExactly(SmsState.ENROUTE);
    }

    @Test
    void linesThatShareAClientIdCannotBeAwaited() {
        SmsResult result = result(send(
                sms("smsmasivos", BLOCK, "awaitBlock=60000"),
                List.of(
                        row("1144445555", "Hola", "same"),
                        row("1144446666", "Hola", "same"),
                        row("1144447777", "Hola", "own"))));

        assertThat(result.receipts())
                .extracting(SmsReceipt::state)
                .containsExactly(SmsState.UNKNOWN, SmsState.UNKNOWN, SmsState.ENROUTE);
        assertThat(result.receipts().get(0).reason()).contains("give each its own");
    }

    @Test
    void awaitBlockIsRefusedWhereNothingIsReportedLater() {
        assertThatThrownBy(() -> context.getEndpoint(sms("smsmasivos", "awaitBlock=1000"), SmsEndpoint.class)
                        .access())
                .rootCause()
                .hasMessageContaining("channel=block");
    }

    @ParameterizedTest
    @ValueSource(strings = {SmsConstants.CLIENT_ID, SmsConstants.MESSAGE_ID})
    void aLineIsAskedForByItsClientId(String header) {
        simulator.clock().freeze();
        send(sms("smsmasivos", BLOCK), List.of(row("1144445555", "Hola", "A"), row(OPTED_OUT, "Hola", "B")));
        assertThat(status(header, "A").providerCode()).isEqualTo("PENDIENTE");
        simulator.clock().advance(Duration.ofMinutes(1));

        assertThat(status(header, "A").state()).isEqualTo(SmsState.ENROUTE);
        assertThat(status(header, "A").clientId()).isEqualTo("A");
        assertThat(status(header, "B").error()).isEqualTo(SmsError.OPTED_OUT);
    }

    @Test
    void aQuestionAboutNoLineSaysWhatIsMissing() {
        assertThat(send(sms("smsmasivos", "operation=status"), null).getException())
                .hasMessageContaining("CamelSmsClientId");
    }

    @Test
    void theStatusConsumerSettlesWhatWentInABlock() throws Exception {
        MemoryTracker tracker = new MemoryTracker();
        context.getRegistry().bind("tracker", tracker);
        Queue<SmsStatus> reports = new ConcurrentLinkedQueue<>();
        String options = "statusFirstInterval=20&tracker=#tracker";
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(sms("smsmasivos", "operation=status", "delay=20", "initialDelay=0", options))
                        .process(exchange -> reports.add(exchange.getMessage().getBody(SmsStatus.class)));
            }
        });
        send(sms("smsmasivos", BLOCK, options), List.of(row(OPTED_OUT, "Hola", "A"), row("1144445555", "Hola", "B")));

        await().until(() -> reports.stream().anyMatch(report -> report.state() == SmsState.REJECTED));
        assertThat(reports)
                .filteredOn(report -> report.state() == SmsState.REJECTED)
                .extracting(SmsStatus::clientId)
                .containsExactly("A");
        String account = context.getEndpoint(sms("smsmasivos", BLOCK, options), SmsEndpoint.class)
                .access()
                .account()
                .key();
        await().untilAsserted(() -> assertThat(tracker.findByClientId(account, "B"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.state()).isEqualTo(SmsState.ENROUTE);
                    assertThat(line.nextCheck()).isNull();
                }));
    }

    @Test
    void manyLinesAreAwaitedByOneCallForAllAndNotByOneForEach() {
        List<Map<String, String>> rows = IntStream.range(0, 60)
                .mapToObj(i -> row(i == 7 ? OPTED_OUT : "114444" + (1_000 + i), "Hola " + i, null))
                .toList();
        SmsResult result = result(send(sms("smsmasivos", BLOCK, "awaitBlock=20000"), rows));

        assertThat(result.acceptedCount()).isEqualTo(59);
        assertThat(result.receipts().get(7).error()).isEqualTo(SmsError.OPTED_OUT);
        assertThat(questions("fecha")).hasSizeBetween(1, 10);
        assertThat(questions("idinterno")).hasSizeLessThan(10);
    }

    @Test
    void aLineWhoseTimeIsBeforeItsSendingLeavesTheMessageUncertain() {
        simulator.clock().advance(Duration.ofHours(-1));
        Exchange exchange = send(sms("smsmasivos", BLOCK, "awaitBlock=1000"), List.of(row("1144445555", "Hola", "A")));

        assertThat(exchange.getException()).isInstanceOf(SmsUncertainException.class);
        assertThat(simulator.messages()).hasSize(1);
    }

    @Test
    void aLinePassedOnToTheOperatorsIsReportedOnceAndAPendingOneNever() throws Exception {
        simulator.clock().freeze();
        MemoryTracker tracker = track();
        List<Map<String, String>> rows = List.of(row("1144445555", "Hola", "A"));
        send(sms("smsmasivos", BLOCK, TRACKED), rows);
        Queue<SmsStatus> reports = consume();
        long asked = simulator.requestCount();
        await().until(() -> simulator.requestCount() > asked + 3);
        assertThat(reports).isEmpty();

        simulator.clock().advance(Duration.ofMinutes(1));
        await().until(() -> !reports.isEmpty() && open(tracker, rows).isEmpty());
        assertThat(reports)
                .extracting(SmsStatus::clientId, SmsStatus::state, SmsStatus::providerCode)
                .containsExactly(tuple("A", SmsState.ENROUTE, "OK"));
    }

    @Test
    void manyOutstandingLinesAreAskedForByDateInOneCallAndSettledEachAsItIsReported() throws Exception {
        simulator.clock().freeze();
        MemoryTracker tracker = track();
        List<Map<String, String>> rows = IntStream.range(0, 60)
                .mapToObj(i -> row(i % 20 == 7 ? OPTED_OUT : "114444" + (1_000 + i), "Hola " + i, "line" + i))
                .toList();
        send(sms("smsmasivos", BLOCK, TRACKED), rows);
        simulator.clock().advance(Duration.ofSeconds(10));
        awaitDue(tracker, rows);
        Queue<SmsStatus> reports = consume();

        await().until(() -> reports.size() == 60);
        assertThat(reports)
                .filteredOn(report -> report.state() == SmsState.REJECTED)
                .extracting(SmsStatus::clientId)
                .containsExactlyInAnyOrder("line7", "line27", "line47");
        await().untilAsserted(() -> assertThat(open(tracker, rows)).isEmpty());
        assertThat(questions("idinterno")).isEmpty();
        assertThat(questions("fecha")).singleElement().satisfies(question -> {
            assertThat(question.param("fecha").orElseThrow()).matches("20[0-9]{12}");
            assertThat(question.param("marcarcomoleidos")).isEmpty();
            assertThat(question.param("solonoleidos")).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"statusByDateFrom=5", "statusByDateFrom=0"})
    void fewOutstandingLinesAreAskedForEachByItsId(String option) throws Exception {
        MemoryTracker tracker = track();
        List<Map<String, String>> rows = lines(option.endsWith("5") ? 4 : 40);
        send(sms("smsmasivos", BLOCK, TRACKED), rows);
        consume(option);

        await().untilAsserted(() -> assertThat(open(tracker, rows)).isEmpty());
        assertThat(questions("fecha")).isEmpty();
        assertThat(questions("idinterno")).hasSizeGreaterThanOrEqualTo(rows.size());
    }

    @Test
    void anAnswerByDateThatCannotBeReadIsMadeUpForByIds() throws Exception {
        MemoryTracker tracker = track();
        simulator.fault(
                Fault.htmlPage().provider("smsmasivos").operation("blockStatus").first(1));
        List<Map<String, String>> rows = lines(20);
        send(sms("smsmasivos", BLOCK, TRACKED), rows);
        awaitDue(tracker, rows);
        consume();

        await().untilAsserted(() -> assertThat(open(tracker, rows)).isEmpty());
        assertThat(questions("idinterno")).hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void aLineThatAwaitBlockLeftOpenIsSettledByTheStatusConsumerOnceTheStatusMentionsIt() throws Exception {
        simulator.clock().freeze();
        MemoryTracker tracker = track();
        List<Map<String, String>> rows = List.of(row("1144445555", "Hola", "A"), row(OPTED_OUT, "Hola", "B"));
        assertThat(send(sms("smsmasivos", BLOCK, TRACKED, "awaitBlock=100"), rows)
                        .getException())
                .isInstanceOf(SmsUncertainException.class);
        Queue<SmsStatus> reports = consume();
        long asked = simulator.requestCount();
        await().until(() -> simulator.requestCount() > asked + 4);
        assertThat(tracker.findByClientId(account(), "A").get(0).stage()).isEqualTo(Stage.UNCERTAIN);
        assertThat(reports).isEmpty();

        simulator.clock().advance(Duration.ofMinutes(1));
        await().until(() -> reports.size() == 2);
        assertThat(reports)
                .extracting(SmsStatus::clientId, SmsStatus::state)
                .containsExactlyInAnyOrder(tuple("A", SmsState.ENROUTE), tuple("B", SmsState.REJECTED));
        await().untilAsserted(() -> assertThat(open(tracker, rows)).isEmpty());
        assertThat(tracker.uncertain(account(), Instant.now().plusSeconds(60), 10))
                .isEmpty();
    }

    @Test
    void aLineThatIsNeverMentionedStaysOpenForSomebodyToSettle() throws Exception {
        MemoryTracker tracker = track();
        List<Map<String, String>> rows = List.of(row(NEVER_TOLD, "Hola", "A"));
        send(sms("smsmasivos", BLOCK, TRACKED, "awaitBlock=100"), rows);
        Queue<SmsStatus> reports = consume("statusMaxAge=300");

        await().untilAsserted(() -> assertThat(open(tracker, rows)).isEmpty());
        assertThat(tracker.findByClientId(account(), "A").get(0).stage()).isEqualTo(Stage.UNCERTAIN);
        assertThat(reports).isEmpty();
    }

    @Test
    void reconcilingSettlesWhatTheStatusMentionsAndNotWhatItCallsPending() {
        simulator.clock().freeze();
        MemoryTracker tracker = track();
        send(
                sms("smsmasivos", BLOCK, TRACKED, "awaitBlock=100"),
                List.of(row("1144445555", "Hola", "A"), row(OPTED_OUT, "Hola", "B")));
        await().untilAsserted(() -> assertThat(reconcile()).containsExactly(SmsState.UNKNOWN, SmsState.UNKNOWN));

        simulator.clock().advance(Duration.ofMinutes(1));
        assertThat(reconcile()).containsExactlyInAnyOrder(SmsState.ENROUTE, SmsState.REJECTED);
        assertThat(tracker.findByClientId(account(), "B").get(0).stage()).isEqualTo(Stage.FINISHED);
    }

    @Test
    void linesThatShareAClientIdAreToldApartByTheNumberThatARefusalNames() throws Exception {
        MemoryTracker tracker = track();
        List<Map<String, String>> rows = List.of(row(OPTED_OUT, "Hola", "same"), row("1144445555", "Hola", "same"));
        send(sms("smsmasivos", BLOCK, TRACKED), rows);
        Queue<SmsStatus> reports = consume();

        await().untilAsserted(() -> assertThat(open(tracker, rows)).isEmpty());
        assertThat(reports)
                .extracting(SmsStatus::to, SmsStatus::state)
                .containsExactlyInAnyOrder(tuple(OPTED_OUT, SmsState.REJECTED), tuple("1144445555", SmsState.ENROUTE));
    }

    @Test
    void aBlockWhoseAnswerIsLostIsUncertainAndSentOnce() {
        simulator.fault(Fault.acceptThenDrop().provider("smsmasivos").always());
        Exchange exchange = send(
                sms("smsmasivos", BLOCK, "awaitBlock=60000"),
                List.of(row("1144445555", "Hola", "A"), row("1144446666", "Hola", "B")));

        assertThat(exchange.getException()).isInstanceOf(SmsUncertainException.class);
        assertThat(simulator.messages()).hasSize(2);
    }

    @Test
    void aBlockThatSurelyDidNotArriveMayGoAgain() {
        simulator.fault(
                Fault.rateLimit(Duration.ofSeconds(1)).provider("smsmasivos").always());
        Exchange exchange = send(sms("smsmasivos", BLOCK), List.of(row("1144445555", "Hola", "A")));

        assertThat(exchange.getException()).isInstanceOf(SmsTemporaryException.class);
        assertThat(simulator.messages()).isEmpty();
    }

    /** What travelled as the lines of each block, encoded. */
    private static List<String> blocks() {
        return simulator.requests().stream()
                .map(request -> Arrays.stream(request.body().split("&"))
                        .filter(field -> field.startsWith("bloque="))
                        .findFirst()
                        .orElseThrow()
                        .substring("bloque=".length()))
                .toList();
    }

    private MemoryTracker track() {
        MemoryTracker tracker = new MemoryTracker();
        context.getRegistry().bind("tracker", tracker);
        return tracker;
    }

    /** What the status consumer emits from now on. */
    private Queue<SmsStatus> consume(String... options) throws Exception {
        Queue<SmsStatus> reports = new ConcurrentLinkedQueue<>();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(sms(
                                "smsmasivos",
                                "operation=status",
                                "delay=20",
                                "initialDelay=0",
                                TRACKED,
                                String.join("&", options.length == 0 ? new String[] {"unreadOnly=false"} : options)))
                        .process(exchange -> reports.add(exchange.getMessage().getBody(SmsStatus.class)));
            }
        });
        return reports;
    }

    private String account() {
        return context.getEndpoint(sms("smsmasivos", BLOCK, TRACKED), SmsEndpoint.class)
                .getAccountKey();
    }

    /** What is still to be asked for. */
    private List<TrackedMessage> open(MemoryTracker tracker, List<Map<String, String>> rows) {
        return rows.stream()
                .flatMap(row -> tracker.findByClientId(account(), row.get("clientId")).stream())
                .filter(message -> message.nextCheck() != null)
                .toList();
    }

    /** So that the first poll finds them all. */
    private void awaitDue(MemoryTracker tracker, List<Map<String, String>> rows) {
        await().until(() -> open(tracker, rows).stream()
                .allMatch(message -> message.nextCheck().isBefore(Instant.now())));
    }

    private List<SmsState> reconcile() {
        List<?> known = send(sms("smsmasivos", "operation=reconcile", "requestTimeout=500", TRACKED), null)
                .getMessage()
                .getBody(List.class);
        return known.stream().map(SmsStatus.class::cast).map(SmsStatus::state).toList();
    }

    private static List<Map<String, String>> lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> row("114444" + (1_000 + i), "Hola " + i, "line" + i))
                .toList();
    }

    private static List<SimulatedRequest> questions(String parameter) {
        return simulator.requests().stream()
                .filter(request -> request.path().contains("obtener_respuestaapi_bloque"))
                .filter(request -> request.param(parameter).isPresent())
                .toList();
    }

    private SmsStatus status(String header, String id) {
        return send(sms("smsmasivos", "operation=status"), null, Map.of(header, id))
                .getMessage()
                .getBody(SmsStatus.class);
    }

    private static SmsResult result(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(SmsResult.class);
    }

    private static Map<String, String> row(String to, String text, String clientId) {
        Map<String, String> row = new HashMap<>(Map.of("to", to, "text", text));
        if (clientId != null) {
            row.put("clientId", clientId);
        }
        return row;
    }
}
