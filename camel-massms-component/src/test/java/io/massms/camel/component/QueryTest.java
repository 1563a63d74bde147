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
import io.massms.camel.error.SmsTemporaryException;
import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsState;
import io.massms.camel.model.SmsStatus;
import io.massms.simulator.Fault;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest extends SmsTestSupport {

    @ParameterizedTest
    @ValueSource(strings = {"linktosms", "markettext", "itcloud", "natalia", "smsmasivos"})
    void everyProviderReturnsItsBalance(String provider) {
        simulator.balance(provider, new BigDecimal("123"));
        Exchange exchange = send(sms(provider, "operation=balance"), null);

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(BigDecimal.class)).isEqualByComparingTo("123");
        assertThat(exchange.getMessage().getHeader(SmsConstants.PROVIDER)).isEqualTo(provider);
    }

    @Test
    void balanceNeedsNoPasswordAtMasms() {
        Exchange exchange = send(
                "sms:linktosms?operation=balance&apiId=acme&user=ana&baseUrl=" + simulator.baseUrl("linktosms"), null);

        assertThat(exchange.getMessage().getBody()).isInstanceOf(BigDecimal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"linktosms", "markettext"})
    void masmsReturnsTheStatusOfAMessage(String provider) {
        String id = (String)
                send(sms(provider, "to=3001234567"), "Hola").getMessage().getHeader(SmsConstants.MESSAGE_ID);
        simulator.clock().advance(Duration.ofDays(1));
        SmsStatus status = send(
                        sms(provider, "operation=status"),
                        null,
                        Map.of(SmsConstants.MESSAGE_ID, id, SmsConstants.CLIENT_ID, "mine"))
                .getMessage()
                .getBody(SmsStatus.class);

        assertThat(status.state()).isEqualTo(SmsState.DELIVERED);
        assertThat(status.messageId()).isEqualTo(id);
        assertThat(status.clientId()).isEqualTo("mine");
        assertThat(status.provider()).isEqualTo(provider);
        assertThat(status.time()).isNotNull();
    }

    @Test
    void anIdThatNobodyKnowsIsUnknown() {
        SmsStatus status = send(sms("linktosms", "operation=status"), null, Map.of(SmsConstants.MESSAGE_ID, "nope"))
                .getMessage()
                .getBody(SmsStatus.class);

        assertThat(status.state()).isEqualTo(SmsState.UNKNOWN);
        assertThat(status.providerCode()).isEqualTo("NOTFOUND");
    }

    @Test
    void aStatusWithoutATimeIsOfTheComponentsTime() {
        Instant now = Instant.parse("2099-11-21T12:00:00Z");
        context.getComponent("sms", SmsComponent.class).setClock(Clock.fixed(now, ZoneOffset.UTC));
        SmsStatus status = send(sms("linktosms", "operation=status"), null, Map.of(SmsConstants.MESSAGE_ID, "nope"))
                .getMessage()
                .getBody(SmsStatus.class);

        assertThat(status.time()).isEqualTo(now);
    }

    @Test
    void statusWithoutAnIdSaysWhatIsMissing() {
        Exchange exchange = send(sms("linktosms", "operation=status"), null);

        assertThat(exchange.getException()).hasMessageContaining("CamelSmsMessageId");
    }

    @Test
    void smsMasivosReturnsExpiryCountAndTime() {
        send(sms("smsmasivos", "to=1144445555"), "Hola");

        assertThat(send(sms("smsmasivos", "operation=expiry"), null)
                        .getMessage()
                        .getBody())
                .isInstanceOf(LocalDate.class);
        assertThat(send(sms("smsmasivos", "operation=sentCount"), null)
                        .getMessage()
                        .getBody())
                .isEqualTo(1L);
        OffsetDateTime time = (OffsetDateTime)
                send("sms:smsmasivos?operation=serverTime&baseUrl=" + simulator.baseUrl("smsmasivos"), null)
                        .getMessage()
                        .getBody();
        assertThat(time.getOffset()).isEqualTo(ZoneOffset.ofHours(-3));
    }

    @Test
    void theHeaderAsksForAnotherOperationOfTheSameEndpoint() {
        Exchange exchange =
                send(sms("smsmasivos", "to=1144445555"), "Hola", Map.of(SmsConstants.OPERATION, "sentCount"));

        assertThat(exchange.getMessage().getBody()).isEqualTo(0L);
        assertThat(simulator.messages()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " Send "})
    void aBlankHeaderIsNoneAndBlanksAroundAnOperationDoNotCount(String operation) {
        Exchange exchange = send(sms("natalia", "to=3001234567"), "Hola", Map.of(SmsConstants.OPERATION, operation));

        assertThat(exchange.getException()).isNull();
        assertThat(simulator.messages()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void aBlankClientIdLeavesTheQuestionToTheMessageId(String blank) {
        Exchange exchange = send(
                sms("smsmasivos", "channel=block", "operation=status"),
                null,
                Map.of(SmsConstants.CLIENT_ID, blank, SmsConstants.MESSAGE_ID, "visita-7"));

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(SmsStatus.class).clientId()).isEqualTo("visita-7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void aBlankHandsetIsNone(String blank) {
        simulator.reply("smsmasivos", "1144445555", "Si");
        Exchange exchange = send(sms("smsmasivos", "operation=inbox"), null, Map.of(SmsConstants.FROM, blank));

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(List.class)).hasSize(1);
    }

    @Test
    void severalMessageIdsAreRefusedAndNotAskedForAsOne() {
        Exchange exchange =
                send(sms("linktosms", "operation=status"), null, Map.of(SmsConstants.MESSAGE_ID, List.of("a", "b")));

        assertThat(exchange.getException()).hasMessageContaining("CamelSmsMessageId is a ");
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void anInboxIsFetchedAsASpreadsheetHoweverTheFormatIsWritten() {
        assertThat(send(sms("smsmasivos", "operation=inbox", "format=EXCEL"), null)
                        .getMessage()
                        .getBody())
                .isInstanceOf(InputStream.class);
    }

    @Test
    void anInboxThatTheHeaderAsksForMayBeAsLongAsOneThatTheUriAsksFor() {
        String text = "x".repeat(1_000);
        for (int i = 0; i < 1_100; i++) {
            simulator.reply("smsmasivos", "1144445555", text);
        }
        Exchange exchange = send(sms("smsmasivos", "to=1144445555"), null, Map.of(SmsConstants.OPERATION, "inbox"));

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(List.class)).hasSize(1_100);
    }

    @Test
    void anOperationInTheHeaderThatTheProviderLacksIsRefused() {
        Exchange exchange = send(sms("natalia", "to=3001234567"), "Hola", Map.of(SmsConstants.OPERATION, "expiry"));

        assertThat(exchange.getException()).hasMessageContaining("it has: send, cancel, reconcile, settle, balance");
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void aQuestionThatFailsIsTemporaryBecauseNothingWasSent() {
        simulator.fault(Fault.htmlPage().provider("linktosms").always());
        Exchange exchange = send(sms("linktosms", "operation=balance"), null);

        assertThat(exchange.getException(SmsTemporaryException.class).getError())
                .isEqualTo(SmsError.UNEXPECTED_RESPONSE);
    }

    @Test
    void wrongCredentialsAreARejection() {
        simulator.fault(Fault.providerCode("-1").provider("natalia").always());
        Exchange exchange = send(sms("natalia", "operation=balance"), null);

        assertThat(exchange.getException(SmsRejectedException.class).getError()).isEqualTo(SmsError.AUTHENTICATION);
    }
}
