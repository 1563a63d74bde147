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

import io.massms.camel.error.SmsException;
import io.massms.camel.error.SmsRejectedException;
import io.massms.camel.model.InboundSms;
import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsReceipt;
import io.massms.camel.model.SmsResult;
import io.massms.camel.model.SmsState;
import io.massms.simulator.SimulatedMessage;
import io.massms.simulator.SimulatedRequest;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** {@code channel=soap} against the simulator's web service. */
class SoapChannelTest extends SmsTestSupport {

    @Test
    void aMessageGoesByTheWebService() {
        SmsResult result = send(soap(), "Canción (más)", Map.of(SmsConstants.TO, "+54 9 11 4444-5555"))
                .getMessage()
                .getBody(SmsResult.class);

        SmsReceipt receipt = result.receipts().get(0);
        assertThat(receipt.state()).isEqualTo(SmsState.ENROUTE);
        assertThat(receipt.messageId()).isNull();
        assertThat(simulator.messages())
                .extracting(SimulatedMessage::to, SimulatedMessage::text)
                .containsExactly(tuple("1144445555", receipt.textSent()));
        SimulatedRequest request = simulator.requests().get(0);
        assertThat(request.path()).endsWith("/ws/SMSMasivosAPI.asmx");
        assertThat(request.header("SOAPAction")).contains("\"http://servicio.smsmasivos.com.ar/ws/EnviarSMS\"");
    }

    @Test
    void userAndPasswordWillDoAsWell() {
        Exchange exchange = send(
                "sms:smsmasivos?channel=soap&user=ana&password=s3cret&to=1144445555&baseUrl="
                        + simulator.baseUrl("smsmasivos"),
                "Hola");

        assertThat(exchange.getException()).isNull();
        assertThat(simulator.messages()).extracting(SimulatedMessage::account).containsExactly("ana");
    }

    @Test
    void manyMessagesGoOneACallAndKeepTheirOrder() {
        List<Map<String, String>> rows = List.of(
                Map.of("to", "1144440001", "text", "uno"),
                Map.of("to", "1199900010", "text", "dos"),
                Map.of("to", "1144440003", "text", "tres"));
        SmsResult result = send(soap(), rows).getMessage().getBody(SmsResult.class);

        assertThat(result.receipts())
                .extracting(SmsReceipt::to, SmsReceipt::state, SmsReceipt::error)
                .containsExactly(
                        tuple("1144440001", SmsState.ENROUTE, null),
                        tuple("1199900010", SmsState.REJECTED, SmsError.REJECTED_BY_OPERATOR),
                        tuple("1144440003", SmsState.ENROUTE, null));
        assertThat(simulator.acceptedCount("smsmasivos")).isEqualTo(2);
    }

    @Test
    void aDryRunIsTheProvidersOwn() {
        SmsResult result =
                send(soap("to=1144445555", "dryRun=true"), "Hola").getMessage().getBody(SmsResult.class);

        assertThat(result.receipts().get(0).state()).isEqualTo(SmsState.SKIPPED);
        assertThat(result.receipts().get(0).providerText()).isEqualTo("probando sin enviar");
        assertThat(simulator.acceptedCount("smsmasivos")).isZero();
        assertThat(simulator.requestCount()).isEqualTo(1);
    }

    @Test
    void wrongCredentialsAreARejection() {
        Exchange exchange = send(
                "sms:smsmasivos?channel=soap&user=ana&password=wrong&to=1144445555&baseUrl="
                        + simulator.baseUrl("smsmasivos"),
                "Hola");

        assertThat(exchange.getException(SmsRejectedException.class).getError()).isEqualTo(SmsError.AUTHENTICATION);
    }

    @Test
    void aRecipientThatIsNoNumberDoesNotLeave() {
        Exchange exchange = send(soap("numberPolicy=asIs"), "Hola", Map.of(SmsConstants.TO, "+54 11 4444-5555"));

        assertThat(exchange.getException(SmsException.class).getError()).isEqualTo(SmsError.INVALID_NUMBER);
        assertThat(simulator.requestCount()).isZero();
    }

    @Test
    void aTextThatNoDocumentCanHoldDoesNotLeave() {
        Exchange exchange = send(soap("textPolicy=asIs", "to=1144445555"), "Ho\u0001la");

        assertThat(exchange.getException(SmsException.class).getError()).isEqualTo(SmsError.TEXT_BAD_CHARACTERS);
        assertThat(simulator.requestCount()).isZero();
    }

    @Test
    void noHeaderOfTheRouteReachesTheWebService() {
        send(
                soap("to=1144445555"),
                "Hola",
                Map.of("SOAPAction", "urn:evil", "X-Mine", "1", "Content-Type", "text/plain"));

        SimulatedRequest request = simulator.requests().get(0);
        assertThat(request.header("X-Mine")).isEmpty();
        assertThat(request.header("Content-Type")).contains("text/xml; charset=utf-8");
        assertThat(simulator.acceptedCount("smsmasivos")).isEqualTo(1);
    }

    @Test
    void theInboxIsReadByTheWebService() {
        simulator.reply("smsmasivos", "1144445555", "Sí & <no>", "pedido-1");
        simulator.reply("smsmasivos", "1144446666", "Después", "pedido-2");
        List<?> inbox = send(soap("operation=inbox"), null).getMessage().getBody(List.class);

        assertThat(inbox)
                .extracting(message -> ((InboundSms) message).text(), message -> ((InboundSms) message).clientId())
                .containsExactly(tuple("Sí & <no>", "pedido-1"), tuple("Después", "pedido-2"));
    }

    private static String soap(String... options) {
        return sms("smsmasivos", options) + "&channel=soap";
    }
}
