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

import io.massms.camel.error.SmsRejectedException;
import io.massms.camel.model.SmsEncoding;
import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsMessage;
import io.massms.camel.model.SmsMessageResult;
import io.massms.camel.model.SmsReceipt;
import io.massms.camel.model.SmsResult;
import io.massms.camel.model.SmsState;
import io.massms.camel.tracker.MemoryTracker;
import io.massms.simulator.Fault;
import io.massms.simulator.SimulatedMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent: numbers, alphabets, parts, long texts, senders. */
class TextAndNumberTest extends SmsTestSupport {
    private static final String LONG =
            "Estimado cliente, su pedido ya esta listo. ".repeat(10).strip();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        linktosms  | +57 300-123-4567     | 573001234567
        linktosms  | 00573001234567       | 573001234567
        natalia    | 300 1234567          | 573001234567
        itcloud    | +1 809 555 1234      | 018095551234
        itcloud    | 018095551234         | 018095551234
        smsmasivos | (011) 15-4444-5555   | 1144445555
        smsmasivos | 54 9 11 4444-5555    | 1144445555
        """)
    void aNumberIsWrittenAsTheProviderWantsIt(String provider, String written, String wire) {
        Exchange exchange = send(sms(provider), "Hola", Map.of(SmsConstants.TO, written));

        assertThat(exchange.getException()).isNull();
        assertThat(simulator.messages(provider))
                .extracting(SimulatedMessage::to)
                .containsExactly(wire);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        linktosms  | 12                | INVALID_NUMBER
        linktosms  | 5,73E+11          | INVALID_NUMBER
        linktosms  | +57 601 234 5678  | LANDLINE
        smsmasivos | +57 300 123 4567  | INVALID_NUMBER
        """)
    void aNumberThatCannotBeReachedIsRefusedUnsent(String provider, String written, SmsError error) {
        SmsRejectedException refusal =
                send(sms(provider), "Hola", Map.of(SmsConstants.TO, written)).getException(SmsRejectedException.class);

        assertThat(refusal.getError()).isEqualTo(error);
        assertThat(refusal.getReceipts()).hasSize(1);
        assertThat(simulator.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        country=MX | +6581234567              | 6581234567
        country=MX | %2B6581234567            | 6581234567
        country=MX | +65+8123+4567            | 6581234567
        country=MX | RAW(+6581234567)         | 6581234567
        country=MX | +6581234567,+6581234568  | 6581234567 6581234568
        country=MX | +6581234567,3312345678   | 6581234567 523312345678
        country=CO | 3001234567, 3001234568   | 573001234567 573001234568
        """)
    void aPlusInTheOptionToIsUnderstoodHoweverItIsWritten(String country, String written, String wire) {
        send(sms("linktosms", country, "to=" + written), "Hola");

        assertThat(simulator.messages()).extracting(SimulatedMessage::to).containsExactly(wire.split(" "));
    }

    @Test
    void aPlusInTheRecipientOfADynamicEndpointIsNotLost() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:dynamic").toD(sms("linktosms", "country=MX", "to=${header.phone}"));
            }
        });
        send("direct:dynamic", "Hola", Map.of("phone", "+6581234567"));

        assertThat(simulator.messages()).extracting(SimulatedMessage::to).containsExactly("6581234567");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no tiene", "Pedro", "5,73E+11", "5.73E+11"})
    void aRecipientThatIsNoNumberIsRefusedAlone(String wrong) {
        SmsResult result = send(
                        sms("linktosms"), "Hola", Map.of(SmsConstants.TO, List.of("3001234567", wrong, "3001234569")))
                .getMessage()
                .getBody(SmsResult.class);

        assertThat(result.receipts())
                .extracting(SmsReceipt::error)
                .containsExactly(null, SmsError.INVALID_NUMBER, null);
    }

    @Test
    void aSpreadsheetsNumberWithAllItsDigitsIsOneRecipientAloneAndInACollection() {
        send(sms("linktosms"), "Hola", Map.of(SmsConstants.TO, "5,73001234567E+11"));
        send(sms("linktosms"), "Hola", Map.of(SmsConstants.TO, List.of("3001234568", "5,73001234569E+11")));

        assertThat(simulator.messages())
                .extracting(SimulatedMessage::to)
                .containsExactly("573001234567", "573001234568", "573001234569");
    }

    @Test
    void everyRecipientThatGoesOutHasAReceipt() {
        SmsResult result = send(
                        sms("linktosms", "numberPolicy=asIs"), "Hola", Map.of(SmsConstants.TO, "3001234567,x3e"))
                .getMessage()
                .getBody(SmsResult.class);

        assertThat(result.receipts()).extracting(SmsReceipt::to).containsExactly("3001234567", "x3e");
    }

    @Test
    void aRecipientWithNulKeepsNoOtherFromGoing() {
        context.getRegistry().bind("tracker", new MemoryTracker());
        SmsResult result = send(
                        sms("linktosms", "numberPolicy=asIs", "tracker=#tracker"),
                        "Hola",
                        Map.of(SmsConstants.TO, List.of("3001234567", "x\0e")))
                .getMessage()
                .getBody(SmsResult.class);

        assertThat(result.receipts()).extracting(SmsReceipt::error).containsExactly(null, SmsError.INVALID_NUMBER);
        assertThat(simulator.acceptedCount()).isEqualTo(1);
    }

    @Test
    void aRecipientWrittenInTwoWaysIsOneRecipient() {
        String twoWays = "3001234567,+57 300 123 4567,x3e,x3f";
        SmsResult result = send(
                        sms("linktosms", "numberPolicy=asIs&duplicates=skip"), "Hola", Map.of(SmsConstants.TO, twoWays))
                .getMessage()
                .getBody(SmsResult.class);

        assertThat(result.receipts()).extracting(SmsReceipt::duplicate).containsExactly(false, true, false, false);
    }

    @Test
    void anEmptyCellIsNoRecipient() {
        send(
                sms("linktosms", "numberPolicy=asIs"),
                "Hola",
                Map.of(SmsConstants.TO, Arrays.asList("3001234567", null, "", " ")));
        Exchange nobody =
                send(sms("linktosms", "to=3001234567"), Map.of("to", Arrays.asList(null, ""), "text", "Hola"));

        assertThat(simulator.messages()).extracting(SimulatedMessage::to).containsExactly("3001234567");
        assertThat(nobody.getException()).isInstanceOf(SmsRejectedException.class);
    }

    @Test
    void accentsTravelWhereTheProviderCarriesThemAndAreWrittenPlainlyWhereNot() {
        SmsReceipt carried = receipt(send(sms("linktosms", "to=3001234567"), "¿Mañana a las 3, señor?"));
        SmsReceipt plain = receipt(send(sms("smsmasivos", "to=1144445555"), "¿Mañana a las 3, señor?"));

        assertThat(carried.textSent()).isNull();
        assertThat(plain.textSent()).isEqualTo("Manana a las 3, senor?");
        assertThat(simulator.messages("smsmasivos"))
                .extracting(SimulatedMessage::text)
                .containsExactly("Manana a las 3, senor?");
    }

    @Test
    void gsm7KeepsACancionInOnePart() {
        String text = "canción ".repeat(12).strip();
        SmsReceipt asWritten = receipt(send(sms("linktosms", "to=3001234567"), text));
        SmsReceipt gsm7 = receipt(send(sms("linktosms", "to=3001234567", "textPolicy=gsm7"), text));

        assertThat(asWritten.encoding()).isEqualTo(SmsEncoding.UCS2);
        assertThat(asWritten.segments()).isEqualTo(2);
        assertThat(gsm7.encoding()).isEqualTo(SmsEncoding.GSM7);
        assertThat(gsm7.segments()).isEqualTo(1);
    }

    @Test
    void strictRefusesWhatItWouldHaveToChangeAndNamesIt() {
        Exchange exchange = send(sms("smsmasivos", "to=1144445555", "textPolicy=strict"), "mañana");

        assertThat(exchange.getException(SmsRejectedException.class).getError())
                .isEqualTo(SmsError.TEXT_BAD_CHARACTERS);
        assertThat(exchange.getException()).hasMessageContaining("U+00F1");
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void aTextThatIsNotToBeChangedIsRefusedWhereItWouldTravelWithQuestionMarks() {
        Exchange exchange = send(sms("smsmasivos", "to=1144445555", "textPolicy=asIs"), "Pague 10 \u20ac");

        assertThat(exchange.getException(SmsRejectedException.class).getError())
                .isEqualTo(SmsError.TEXT_BAD_CHARACTERS);
        assertThat(exchange.getException()).hasMessageContaining("textPolicy=auto");
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void aLongTextIsRefusedUnlessAskedOtherwise() {
        assertThat(send(sms("smsmasivos", "to=1144445555"), LONG)
                        .getException(SmsRejectedException.class)
                        .getError())
                .isEqualTo(SmsError.TEXT_TOO_LONG);
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void aSplitTextArrivesWholeInNumberedParts() {
        SmsResult result = send(sms("smsmasivos", "to=1144445555", "longText=split"), LONG)
                .getMessage()
                .getBody(SmsResult.class);
        List<String> texts = simulator.messages("smsmasivos").stream()
                .map(SimulatedMessage::text)
                .toList();

        assertThat(texts)
                .hasSizeGreaterThan(1)
                .allSatisfy(text -> assertThat(text).hasSizeLessThanOrEqualTo(160));
        assertThat(String.join(" ", texts).replaceAll(" \\(\\d/\\d\\)", "")).isEqualTo(LONG);
        assertThat(result.receipts()).extracting(SmsReceipt::part).containsExactly(1, 2, 3);
    }

    @Test
    void aPartThatFailsKeepsTheLaterOnesBack() {
        simulator.fault(Fault.providerCode("-99").provider("smsmasivos").nth(2));
        SmsResult result = send(sms("smsmasivos", "to=1144445555", "longText=split"), LONG)
                .getMessage()
                .getBody(SmsResult.class);

        assertThat(result.receipts())
                .extracting(SmsReceipt::state)
                .containsExactly(SmsState.ENROUTE, SmsState.REJECTED, SmsState.SKIPPED);
        assertThat(simulator.messages()).hasSize(1);
    }

    @Test
    void aTruncatedTextFits() {
        send(sms("smsmasivos", "to=1144445555", "longText=truncate"), LONG);

        assertThat(simulator.messages())
                .singleElement()
                .satisfies(message -> assertThat(message.text()).hasSize(160));
    }

    @Test
    void aSenderIdIsCheckedBeforeAnythingLeaves() {
        Exchange exchange = send(sms("markettext", "to=3001234567"), "Hola", Map.of(SmsConstants.FROM, "Mi Banco"));

        assertThat(exchange.getException(SmsRejectedException.class).getError()).isEqualTo(SmsError.BAD_SENDER);
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void aRepeatedRecipientIsReportedAndSentOrSkipped() {
        Map<String, Object> twice = Map.of(SmsConstants.TO, "3001234567,+57 300 1234567");
        SmsResult sent = send(sms("linktosms"), "Hola", twice).getMessage().getBody(SmsResult.class);
        SmsResult skipped = send(sms("linktosms", "duplicates=skip"), "Hola", twice)
                .getMessage()
                .getBody(SmsResult.class);

        assertThat(sent.receipts()).extracting(SmsReceipt::duplicate).containsExactly(false, true);
        assertThat(sent.acceptedCount()).isEqualTo(2);
        assertThat(skipped.acceptedCount()).isEqualTo(1);
        assertThat(skipped.skippedCount()).isEqualTo(1);
        assertThat(simulator.messages()).hasSize(3);
    }

    @Test
    void aSplitTextThatOnlyBeginsLikeAnotherIsNoDuplicateOfIt() {
        List<Map<String, String>> messages = List.of(
                Map.of("to", "1144445555", "text", LONG + " Retire hoy"),
                Map.of("to", "1144445555", "text", LONG + " Retire el lunes"),
                Map.of("to", "1144445555", "text", LONG + " Retire hoy"),
                Map.of("to", "1144445555", "text", LONG + " Retire el lunes"));

        SmsResult result = send(sms("smsmasivos", "longText=split&duplicates=skip"), messages)
                .getMessage()
                .getBody(SmsResult.class);

        assertThat(SmsMessageResult.group(result.receipts()))
                .extracting(message -> message.receipts().get(0).duplicate())
                .containsExactly(false, false, true, true);
        assertThat(simulator.messages())
                .extracting(SimulatedMessage::text)
                .anyMatch(text -> text.contains("Retire hoy"))
                .anyMatch(text -> text.contains("Retire el lunes"));
    }

    @Test
    void aReminderThatComesTwiceIsTwoMessages() {
        SmsMessage tomorrow = SmsMessage.of("573001234567", "Recuerde su cita")
                .withScheduledTime(Instant.now().plus(Duration.ofDays(1)));
        SmsMessage later = tomorrow.withScheduledTime(tomorrow.scheduledTime().plus(Duration.ofHours(12)));
        SmsResult result = send(sms("linktosms", "duplicates=skip"), List.of(tomorrow, later, tomorrow))
                .getMessage()
                .getBody(SmsResult.class);

        assertThat(result.receipts())
                .extracting(SmsReceipt::state)
                .containsExactly(SmsState.SCHEDULED, SmsState.SCHEDULED, SmsState.SKIPPED);
    }

    @Test
    void whatNeverGoesKeepsNothingLikeItFromGoing() {
        SmsMessage now = SmsMessage.of("3001234567", "Hola");
        SmsMessage never = now.withScheduledTime(Instant.parse("+10000-01-01T00:00:00Z"));

        SmsResult result = send(sms("linktosms", "duplicates=skip"), List.of(never, now, never))
                .getMessage()
                .getBody(SmsResult.class);

        assertThat(result.receipts())
                .extracting(SmsReceipt::state)
                .containsExactly(SmsState.REJECTED, SmsState.ENROUTE, SmsState.REJECTED);
        assertThat(simulator.messages()).hasSize(1);
    }

    @Test
    void aDryRunOfAListReturnsWhatItWouldCost() {
        SmsResult result = send(
                        sms("linktosms", "dryRun=true"),
                        List.of(
                                Map.of("to", "3001234567", "text", "Hola"),
                                Map.of("to", "12", "text", "Hola"),
                                Map.of("to", "3001234568", "text", "canción ".repeat(12))))
                .getMessage()
                .getBody(SmsResult.class);

        assertThat(result.receipts())
                .extracting(SmsReceipt::state)
                .containsExactly(SmsState.SKIPPED, SmsState.REJECTED, SmsState.SKIPPED);
        assertThat(result.receipts().get(0).to()).isEqualTo("573001234567");
        assertThat(result.segments()).isEqualTo(3);
        assertThat(simulator.requests()).isEmpty();
    }

    private static SmsReceipt receipt(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(SmsResult.class).receipts().get(0);
    }
}
