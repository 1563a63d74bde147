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
import static org.assertj.core.api.Assertions.tuple;

import io.massms.camel.error.SmsRejectedException;
import io.massms.camel.error.SmsTemporaryException;
import io.massms.camel.model.MessageType;
import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsMessage;
import io.massms.camel.model.SmsReceipt;
import io.massms.camel.model.SmsResult;
import io.massms.camel.model.SmsState;
import io.massms.simulator.Fault;
import io.massms.simulator.SimulatedMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendTest extends SmsTestSupport {

    @ParameterizedTest
    @ValueSource(strings = {"linktosms", "markettext", "itcloud", "natalia", "smsmasivos"})
    void aTextGoesToOneRecipientThroughEveryProvider(String provider) {
        Exchange exchange = send(sms(provider, "to=" + aNumber(provider)), "Su cita es hoy");

        assertThat(exchange.getException()).isNull();
        SmsResult result = exchange.getMessage().getBody(SmsResult.class);
        assertThat(result.provider()).isEqualTo(provider);
        assertThat(result.receipts()).singleElement().satisfies(receipt -> {
            assertThat(receipt.to()).isEqualTo(onTheWire(provider));
            assertThat(receipt.state()).isEqualTo(SmsState.ENROUTE);
            assertThat(receipt.error()).isNull();
            assertThat(receipt.segments()).isEqualTo(1);
        });
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(SmsConstants.PROVIDER, provider)
                .containsEntry(SmsConstants.ACCEPTED_COUNT, 1)
                .containsEntry(SmsConstants.REJECTED_COUNT, 0)
                .containsEntry(SmsConstants.UNCERTAIN_COUNT, 0)
                .containsEntry(SmsConstants.SEGMENTS, 1);
        assertThat(simulator.messages(provider)).singleElement().satisfies(message -> {
            assertThat(message.to()).isEqualTo(onTheWire(provider));
            assertThat(message.text()).isEqualTo("Su cita es hoy");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"linktosms", "markettext", "itcloud", "natalia", "smsmasivos"})
    void theSameGoesByGetWhereAskedFor(String provider) {
        Exchange exchange = send(sms(provider, "httpMethod=GET", "to=" + aNumber(provider)), "Año 100% más");

        assertThat(exchange.getException()).isNull();
        assertThat(simulator.requests())
                .singleElement()
                .satisfies(request -> assertThat(request.method()).isEqualTo("GET"));
        assertThat(simulator.messages(provider)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"linktosms", "itcloud", "natalia"})
    void theMessageIdOfASingleRecipientIsAHeader(String provider) {
        Exchange exchange = send(sms(provider, "to=" + aNumber(provider)), "Hola");

        assertThat(exchange.getMessage().getHeader(SmsConstants.MESSAGE_ID))
                .isEqualTo(simulator.messages(provider).get(0).providerMessageId());
    }

    @Test
    void recipientsComeFromTheHeaderAsTextOrCollection() {
        send(sms("linktosms"), "Hola", Map.of(SmsConstants.TO, "3001234567,+57 300 123 4568"));
        send(sms("linktosms"), "Hola", Map.of(SmsConstants.TO, List.of("3001234569", 573001234560L)));

        assertThat(simulator.messages())
                .extracting(SimulatedMessage::to)
                .containsExactly("573001234567", "573001234568", "573001234569", "573001234560");
        assertThat(simulator.requests()).hasSize(2);
    }

    @Test
    void aMapAndAMessageCarryTheirOwnFields() {
        send(sms("linktosms", "from=Default"), Map.of("to", "3001234567", "text", "uno", "from", "Banco", "due", "x"));
        send(sms("linktosms", "from=Default"), SmsMessage.of("3001234567", "dos"));

        assertThat(simulator.messages())
                .extracting(SimulatedMessage::text, SimulatedMessage::from)
                .containsExactly(tuple("uno", "Banco"), tuple("dos", "Default"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"to", "TO", " to ", "\uFEFFto"})
    void namesOfColumnsCountWithoutRegardToCaseAndToWhatFilesPutBeforeThem(String column) {
        send(sms("linktosms", "to=3009999999"), Map.of(column, "3001234567", "text", "Hola"));

        assertThat(simulator.messages()).extracting(SimulatedMessage::to).containsExactly("573001234567");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void aBlankClientIdIsNone(String blank) {
        String uri = sms("smsmasivos", "to=1144445555");
        send(uri, "uno", Map.of(SmsConstants.CLIENT_ID, blank));
        send(uri, Map.of("text", "dos", "clientId", blank));
        send(uri, Map.of("text", "tres", "clientId", blank), Map.of(SmsConstants.CLIENT_ID, "visita-7"));
        send(
                uri,
                SmsMessage.of("1144445555", "cuatro").withClientId(blank),
                Map.of(SmsConstants.CLIENT_ID, "visita-8"));

        assertThat(simulator.messages())
                .extracting(SimulatedMessage::text, SimulatedMessage::clientId)
                .containsExactly(
                        tuple("uno", null), tuple("dos", null), tuple("tres", "visita-7"), tuple("cuatro", "visita-8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void aBlankSenderIdIsNone(String blank) {
        String uri = sms("markettext", "to=3001234567&from=Banco");
        send(uri, "uno", Map.of(SmsConstants.FROM, blank));
        send(uri, Map.of("text", "dos", "from", blank));
        send(uri, SmsMessage.of(null, "tres").withFrom(blank));
        send(uri, Map.of("text", "cuatro", "from", blank), Map.of(SmsConstants.FROM, "Tienda"));

        assertThat(simulator.messages())
                .extracting(SimulatedMessage::text, SimulatedMessage::from)
                .containsExactly(
                        tuple("uno", "Banco"),
                        tuple("dos", "Banco"),
                        tuple("tres", "Banco"),
                        tuple("cuatro", "Tienda"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void aBlankTypeIsNone(String blank) {
        String uri = sms("itcloud", "to=573001234567&messageType=FLASH");
        send(uri, "uno", Map.of(SmsConstants.MESSAGE_TYPE, blank));
        send(uri, Map.of("text", "dos", "type", blank));

        assertThat(simulator.messages()).extracting(SimulatedMessage::type).containsExactly("flash", "flash");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void aBlankPageIsNone(String blank) {
        String uri = sms("smsmasivos", "to=1144445555");
        send(uri, "uno", Map.of(SmsConstants.HTML, blank));
        send(uri, Map.of("text", "dos", "html", blank));
        send(uri, SmsMessage.of(null, "tres").withHtml(blank));

        assertThat(simulator.messages()).extracting(SimulatedMessage::text).containsExactly("uno", "dos", "tres");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void aBlankRecipientIsNone(String blank) {
        String uri = sms("linktosms", "to=3001234567");
        send(uri, "uno", Map.of(SmsConstants.TO, blank));
        send(uri, Map.of("text", "dos", "to", blank));
        send(uri, SmsMessage.of(blank, "tres"), Map.of(SmsConstants.TO, "3009999999"));

        assertThat(simulator.messages())
                .extracting(SimulatedMessage::text, SimulatedMessage::to)
                .containsExactly(
                        tuple("uno", "573001234567"), tuple("dos", "573001234567"), tuple("tres", "573009999999"));
    }

    @Test
    void aListOfPersonalMessagesKeepsItsOrder() {
        List<Map<String, String>> rows = IntStream.range(0, 50)
                .mapToObj(i -> Map.of("to", "30012345" + (10 + i), "text", "Hola " + i, "clientId", "row-" + i))
                .toList();
        SmsResult result = send(sms("natalia"), rows).getMessage().getBody(SmsResult.class);

        assertThat(result.receipts())
                .extracting(SmsReceipt::clientId)
                .containsExactlyElementsOf(
                        rows.stream().map(row -> row.get("clientId")).toList());
        assertThat(result.acceptedCount()).isEqualTo(50);
    }

    @Test
    void aHundredAndOneRecipientsAreTwoRequestsToLinktosmsAndOneToMarkettext() {
        String to = String.join(
                ",",
                IntStream.range(0, 101).mapToObj(i -> "3001234" + (100 + i)).toList());
        send(sms("linktosms"), "Hola", Map.of(SmsConstants.TO, to));
        assertThat(simulator.requests()).hasSize(2);

        simulator.reset();
        send(sms("markettext"), "Hola", Map.of(SmsConstants.TO, to));
        assertThat(simulator.requests()).hasSize(1);
    }

    @Test
    void aMarkettextThatTakesAHundredOnlyGetsTheSameAgainInParts() {
        simulator.fault(Fault.providerCode("111").provider("markettext").first(1));
        String to = String.join(
                ",",
                IntStream.range(0, 250).mapToObj(i -> "3001234" + (100 + i)).toList());
        Exchange exchange = send(sms("markettext"), "Hola", Map.of(SmsConstants.TO, to));

        assertThat(exchange.getMessage().getHeader(SmsConstants.ACCEPTED_COUNT)).isEqualTo(250);
        assertThat(simulator.messages()).hasSize(250);
        assertThat(simulator.requests()).hasSize(4);
    }

    @Test
    void partialAcceptanceThrowsNothingAndIsReported() {
        Exchange exchange = send(sms("itcloud"), "Hola", Map.of(SmsConstants.TO, "3001234567,3802338546,12"));

        assertThat(exchange.getException()).isNull();
        SmsResult result = exchange.getMessage().getBody(SmsResult.class);
        assertThat(result.receipts())
                .extracting(SmsReceipt::error)
                .containsExactly(null, SmsError.UNKNOWN_OPERATOR, SmsError.INVALID_NUMBER);
        assertThat(simulator.messages()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"linktosms", "markettext"})
    void masmsDeliversLaterByItself(String provider) {
        Instant time = Instant.now().plusSeconds(86_400).truncatedTo(ChronoUnit.MINUTES);
        Exchange exchange = send(
                sms(provider, "to=3001234567"),
                "Hola",
                Map.of(SmsConstants.SCHEDULED_TIME, ZonedDateTime.ofInstant(time, ZoneId.of("Europe/Madrid"))));

        assertThat(exchange.getMessage().getBody(SmsResult.class).receipts())
                .extracting(SmsReceipt::state)
                .containsExactly(SmsState.SCHEDULED);
        assertThat(simulator.messages(provider))
                .extracting(SimulatedMessage::scheduledTime)
                .containsExactly(time);
    }

    @Test
    void smsMasivosDeliversLaterByItself() {
        Instant time = Instant.now().plusSeconds(86_400).truncatedTo(ChronoUnit.SECONDS);
        send(sms("smsmasivos", "to=1144445555"), "Hola", Map.of(SmsConstants.SCHEDULED_TIME, time.toString()));

        assertThat(simulator.messages("smsmasivos"))
                .extracting(SimulatedMessage::scheduledTime)
                .containsExactly(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-05:00", "-0500", "-05", "-05:00[America/Bogota]", "-05[America/Bogota]"})
    void anOffsetMayBeWrittenInEveryWayOfIso8601(String offset) {
        LocalDateTime day = LocalDateTime.now().plusDays(2).truncatedTo(ChronoUnit.MINUTES);
        send(sms("linktosms", "to=3001234567"), "Hola", Map.of(SmsConstants.SCHEDULED_TIME, day + offset));

        assertThat(simulator.messages("linktosms"))
                .extracting(SimulatedMessage::scheduledTime)
                .containsExactly(day.toInstant(ZoneOffset.ofHours(-5)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mañana",
                "2026-12-24",
                "2026-12-24T18:30",
                "2026-12-24T18:30[America/Bogota]",
                "2026-12-24T18:30-5"
            })
    void aScheduledTimeThatCannotBeReadIsRefusedBeforeAnythingLeaves(String time) {
        Exchange exchange = send(sms("linktosms", "to=3001234567"), "Hola", Map.of(SmsConstants.SCHEDULED_TIME, time));

        assertThat(exchange.getException())
                .isInstanceOf(SmsRejectedException.class)
                .hasMessageContaining("ISO-8601");
        assertThat(simulator.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"type", "scheduledTime"})
    void aRefusalDoesNotRepeatWhatSomebodyWasToRead(String column) {
        Map<String, String> row = Map.of("to", "3001234567", "text", "Hola", column, "Ana, su clave es 4711");
        Exchange exchange = send(sms("linktosms"), row);

        assertThat(exchange.getException())
                .isInstanceOf(SmsRejectedException.class)
                .hasMessageContaining("right is")
                .hasMessageNotContaining("4711");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ONE_WAY", "TWO_WAY", "FLASH"})
    void itcloudHasThreeMessageTypes(String type) {
        send(sms("itcloud", "to=3001234567"), "Hola", Map.of(SmsConstants.MESSAGE_TYPE, MessageType.valueOf(type)));

        String wire =
                Map.of("ONE_WAY", "1via", "TWO_WAY", "2via", "FLASH", "flash").get(type);
        assertThat(simulator.requests().get(0).param("metodo_envio")).contains(wire);
        assertThat(simulator.messages()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"linktosms", "markettext", "itcloud", "natalia"})
    void aDryRunLeavesNothing(String provider) {
        Exchange exchange = send(sms(provider, "to=" + aNumber(provider)), "Hola", Map.of(SmsConstants.DRY_RUN, true));

        assertThat(exchange.getMessage().getBody(SmsResult.class).receipts())
                .extracting(SmsReceipt::state)
                .containsExactly(SmsState.SKIPPED);
        assertThat(exchange.getMessage().getHeader(SmsConstants.SEGMENTS)).isEqualTo(1);
        assertThat(simulator.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", " TRUE ", "True\n"})
    void aDryRunHeaderMayBeText(String value) {
        send(sms("linktosms", "to=3001234567"), "Hola", Map.of(SmsConstants.DRY_RUN, value));
        assertThat(simulator.requests()).isEmpty();

        send(sms("linktosms", "to=3001234567", "dryRun=true"), "Hola", Map.of(SmsConstants.DRY_RUN, " False "));
        assertThat(simulator.messages()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void aBlankDryRunHeaderLeavesItToTheOption(String value) {
        send(sms("linktosms", "to=3001234567", "dryRun=true"), "Hola", Map.of(SmsConstants.DRY_RUN, value));
        assertThat(simulator.requests()).isEmpty();

        send(sms("linktosms", "to=3001234567"), "Hola", Map.of(SmsConstants.DRY_RUN, value));
        assertThat(simulator.messages()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "1", "sí, 3001234567"})
    void aDryRunHeaderThatIsNeitherTrueNorFalseIsRefusedWithAMessage(String value) {
        Exchange exchange = send(sms("linktosms", "to=3001234567"), "Hola", Map.of(SmsConstants.DRY_RUN, value));

        assertThat(exchange.getException())
                .isInstanceOf(SmsRejectedException.class)
                .hasMessageContaining("neither true nor false")
                .hasMessageNotContaining("3001234567");
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void aDryRunAtSmsMasivosUsesTheProvidersOwnFlag() {
        Exchange exchange = send(sms("smsmasivos", "to=1144445555", "dryRun=true"), "Hola");

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(SmsResult.class).receipts())
                .extracting(SmsReceipt::state)
                .containsExactly(SmsState.SKIPPED);
        assertThat(simulator.requests().get(0).param("test")).contains("1");
        assertThat(simulator.messages()).isEmpty();
    }

    @Test
    void smsMasivosServesAPageBehindALink() {
        send(
                sms("smsmasivos", "to=1144445555"),
                "Vea http://1rck.in/-000000",
                Map.of(SmsConstants.HTML, "<h1>Hola</h1>", SmsConstants.CLIENT_ID, "visita-7"));

        assertThat(simulator.messages()).singleElement().satisfies(message -> {
            assertThat(message.html()).isEqualTo("<h1>Hola</h1>");
            assertThat(message.clientId()).isEqualTo("visita-7");
        });
    }

    @Test
    void aPageGoesWithThePartThatLeadsToItAndWithNoOther() {
        send(
                sms("smsmasivos", "to=1144445555", "longText=split"),
                "Hola ".repeat(40) + "vea http://1rck.in/-000000",
                Map.of(SmsConstants.HTML, "<h1>Hola</h1>"));

        assertThat(simulator.messages()).hasSize(2);
        assertThat(simulator.messages())
                .allSatisfy(message -> assertThat(message.html() != null)
                        .isEqualTo(message.text().contains("http://1rck.in/-000000")));
    }

    @Test
    void whatIsLeftOfASplitTextGoesWithoutThePageOfAnEarlierPart() {
        simulator.fault(Fault.rateLimit(Duration.ZERO).provider("smsmasivos").nth(2));
        String uri = sms("smsmasivos", "longText=split");
        String text = "Vea http://1rck.in/-000000 " + "Hola ".repeat(40);
        SmsResult first = send(uri, Map.of("to", "1144445555", "text", text, "html", "<h1>Hola</h1>"))
                .getMessage()
                .getBody(SmsResult.class);
        Exchange rest = send(uri, first.retryable());

        assertThat(rest.getException()).isNull();
        assertThat(simulator.messages())
                .extracting(SimulatedMessage::html)
                .containsExactlyInAnyOrder("<h1>Hola</h1>", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"duplicates=skip", "duplicateWindow=60000"})
    void theSameTextWithAnotherPageIsNoDuplicate(String option) {
        List<Map<String, String>> bills = Stream.of("Factura 1", "Factura 2", "Factura 1")
                .map(page -> Map.of("to", "1144445555", "text", "Su factura: http://1rck.in/-000000", "html", page))
                .toList();

        send(sms("smsmasivos", option), bills);

        assertThat(simulator.messages())
                .extracting(SimulatedMessage::html)
                .containsExactlyInAnyOrder("Factura 1", "Factura 2");
    }

    @Test
    void aTextThatLosesTheLinkToItsPageWhenItIsCutIsNotSent() {
        Exchange exchange = send(
                sms("smsmasivos", "to=1144445555", "longText=truncate"),
                "Hola ".repeat(40) + "vea http://1rck.in/-000000",
                Map.of(SmsConstants.HTML, "<h1>Hola</h1>"));

        assertThat(exchange.getException(SmsRejectedException.class).getError()).isEqualTo(SmsError.TEXT_TOO_LONG);
        assertThat(exchange.getException()).hasMessageContaining("http://1rck.in/-000000");
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void noRecipientAnywhereIsARejection() {
        Exchange exchange = send(sms("linktosms"), "Hola");

        assertThat(exchange.getException(SmsRejectedException.class).getError()).isEqualTo(SmsError.MISSING_PARAMETER);
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void rowsThatAreNoMessagesAreRefusedOneByOne() {
        List<Object> rows = new ArrayList<>();
        rows.add(Map.of("to", "3001234567", "text", "uno"));
        rows.add(List.of("3001234567", "dos"));
        rows.add(Map.of("to", "3001234567", "text", "tres", "scheduledTime", "mañana"));
        rows.add(null);
        SmsResult result = send(sms("linktosms"), rows).getMessage().getBody(SmsResult.class);

        assertThat(result.acceptedCount()).isEqualTo(1);
        assertThat(result.rejected()).extracting(SmsReceipt::reason).hasSize(3).doesNotContainNull();
    }

    static Stream<Named<Map<?, ?>>> unreadableRows() {
        Object unwritable = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("closed");
            }
        };
        return Stream.of(
                Named.of("a recipient that is no number", Map.of("to", Double.NaN, "text", "dos")),
                Named.of(
                        "a recipient that became somebody else's as a float", Map.of("to", 3001234567f, "text", "dos")),
                Named.of("a text that is no number", Map.of("to", "3001234568", "text", Float.POSITIVE_INFINITY)),
                Named.of("a value that cannot be written", Map.of("to", "3001234568", "text", unwritable)),
                Named.of("a map that knows no names", new TreeMap<>(Map.of(1, "3001234568", 2, "dos"))));
    }

    @ParameterizedTest
    @MethodSource("unreadableRows")
    void aRowThatCannotBeReadIsRefusedAloneAndSaysWhy(Map<?, ?> row) {
        SmsResult result = send(
                        sms("linktosms"),
                        List.of(SmsMessage.of("3001234567", "uno"), row, SmsMessage.of("3001234569", "tres")))
                .getMessage()
                .getBody(SmsResult.class);

        assertThat(result.receipts())
                .extracting(SmsReceipt::state)
                .containsExactly(SmsState.ENROUTE, SmsState.REJECTED, SmsState.ENROUTE);
        assertThat(result.receipts().get(1).reason()).contains("right");
        assertThat(simulator.messages()).extracting(SimulatedMessage::text).containsExactlyInAnyOrder("uno", "tres");
    }

    @Test
    void aRedeliveredIteratorSendsWhatDidNotLeaveTheFirstTime() throws Exception {
        simulator.fault(Fault.providerCode("-6").provider("natalia").first(2));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(SmsTemporaryException.class).maximumRedeliveries(3).redeliveryDelay(1);
                from("direct:redelivered").to(sms("natalia"));
            }
        });
        Exchange exchange = send(
                "direct:redelivered",
                List.of(SmsMessage.of("3001234567", "uno"), SmsMessage.of("3001234568", "dos"))
                        .iterator());

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader(SmsConstants.ACCEPTED_COUNT)).isEqualTo(2);
        assertThat(simulator.messages()).extracting(SimulatedMessage::text).containsExactlyInAnyOrder("uno", "dos");
    }
}
