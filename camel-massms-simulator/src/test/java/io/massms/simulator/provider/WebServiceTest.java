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
package io.massms.simulator.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.massms.simulator.Account;
import io.massms.simulator.Fault;
import io.massms.simulator.SimulatedMessage;
import io.massms.simulator.SimulatedRequest;
import io.massms.simulator.SimulatedRequest.Field;
import io.massms.simulator.Simulator;
import io.massms.simulator.TestClient;
import io.massms.simulator.TestClient.Reply;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebServiceTest {
    private static final String ASMX = "/ws/SMSMasivosAPI.asmx";
    private static final String NAMESPACE = "http://servicio.smsmasivos.com.ar/ws/";
    private static final String NUMBER = "1144445555";
    private static final String LOGIN = "<usuario>demo</usuario><clave>demo</clave>";
    private final Simulator simulator = Simulator.start();
    private final TestClient client = new TestClient(simulator.baseUrl("smsmasivos"));

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void aMessageSentOverSoap11IsAccepted() {
        Reply reply = soap11("EnviarSMS", send(NUMBER, "Hola &amp; chau"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualTo("text/xml; charset=utf-8");
        assertThat(reply.text())
                .contains("<EnviarSMSResponse xmlns=\"" + NAMESPACE + "\"><EnviarSMSResult>")
                .contains(NUMBER + ": el texto del mensaje contiene caracteres inválidos");
        assertThat(soap11("EnviarSMS", send(NUMBER, "Hola")).text()).contains("<EnviarSMSResult>OK</EnviarSMSResult>");
        assertThat(simulator.messages())
                .extracting(SimulatedMessage::to, SimulatedMessage::text, SimulatedMessage::account)
                .containsExactly(tuple(NUMBER, "Hola", "demo"));
    }

    @Test
    void aMessageSentOverSoap12IsAccepted() {
        Reply reply = soap12("EnviarSMS", send(NUMBER, "Hola"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualTo("application/soap+xml; charset=utf-8");
        assertThat(reply.text())
                .contains("xmlns:soap=\"http://www.w3.org/2003/05/soap-envelope\"")
                .contains("<EnviarSMSResult>OK</EnviarSMSResult>");
        assertThat(simulator.acceptedCount("smsmasivos")).isEqualTo(1);
    }

    @Test
    void plainGetAndPostAnswerWithOneElement() {
        String expected = "<string xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                + " xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\" xmlns=\"" + NAMESPACE + "\">OK</string>";
        String[] params = {"usuario", "demo", "clave", "demo", "numero", NUMBER, "texto", "Hola", "test", "false"};

        assertThat(client.get(ASMX + "/EnviarSMS", params)).endsWith(expected);
        assertThat(client.post(ASMX + "/EnviarSMS", params)).endsWith(expected);
        assertThat(simulator.messages()).hasSize(2);
    }

    @Test
    void plainCallsNeedEveryParameterInItsType() {
        Reply missing = client.getBytes(ASMX + "/EnviarSMS", "usuario", "demo", "clave", "demo");
        Reply mistyped = client.getBytes(ASMX + "/EnviarSMS", "usuario", "u", "clave", "c", "numero", "once");

        assertThat(missing.status()).isEqualTo(500);
        assertThat(missing.text()).isEqualTo("Missing parameter: numero.\r\n");
        assertThat(mistyped.text()).startsWith("Cannot convert once to System.Int64.");
        assertThat(client.get(ASMX + "/Borrar")).isEqualTo("Borrar Web Service method name is not valid.\r\n");
    }

    @Test
    void anApiKeyTakesThePlaceOfUserAndPassword() {
        simulator.account(Account.apiKey("k1"));
        String rest = "<numero>" + NUMBER + "</numero><texto>Hola</texto><test>false</test>";

        assertThat(soap11("EnviarSMS", "<apikey>k1</apikey>" + rest).text()).contains(">OK<");
        assertThat(soap11("EnviarSMS", "<apikey>k2</apikey>" + rest).text()).contains(">usuario o clave incorrectos<");
        assertThat(client.get(ASMX + "/EnviarSMS", "apikey", "k1", "numero", NUMBER, "texto", "Chau", "test", "false"))
                .contains(">OK<");
    }

    @Test
    void aTestIsCheckedButNotSent() {
        String call = LOGIN + "<numero>" + NUMBER + "</numero><texto>Hola</texto><test>true</test>";

        assertThat(soap11("EnviarSMS", call).text()).contains(">" + NUMBER + ": probando sin enviar<");
        assertThat(simulator.messages()).isEmpty();
    }

    @Test
    void theInboxComesAsAnArrayNewestFirstInGmtMinus3() {
        simulator.clock().freeze(Instant.parse("2026-11-21T12:00:00Z"));
        simulator.reply("smsmasivos", NUMBER, "uno <b> & \u0001", "pedido-1");
        simulator.reply("smsmasivos", NUMBER, "dos", null);

        String xml = soap11("RecibirSMS", LOGIN + receive("", false, true)).text();

        assertThat(xml)
                .contains("<RecibirSMSResult><clsRespuesta><numero>" + NUMBER + "</numero><texto>dos</texto>"
                        + "<fecha>2026-11-21T09:00:00</fecha><idsms>1002</idsms><idinterno></idinterno></clsRespuesta>")
                .contains("<texto>uno &lt;b&gt; &amp; &#x1;</texto>")
                .contains("<idsms>1001</idsms><idinterno>pedido-1</idinterno>");
        assertThat(soap12("RecibirSMS", LOGIN + receive("999", false, false)).text())
                .contains("<RecibirSMSResult></RecibirSMSResult>");
    }

    @Test
    void markingMarksEverythingThatACallReturned() {
        simulator.reply("smsmasivos", NUMBER, "uno");
        String unread = LOGIN + "<origen/><solonoleidos>1</solonoleidos><marcarcomoleidos>1</marcarcomoleidos>";

        assertThat(soap11("RecibirSMS", unread).text()).contains("<texto>uno</texto>");
        assertThat(soap11("RecibirSMS", unread).text()).doesNotContain("<texto>");
    }

    @Test
    void wrongCredentialsAreAFaultWhereTheResultHasNoText() {
        String wrong = "<usuario>u</usuario><clave>wrong</clave>" + receive("", false, false);

        Reply soap11 = soap11("RecibirSMS", wrong);
        Reply soap12 = soap12("RecibirSMS", wrong);

        assertThat(soap11.status()).isEqualTo(500);
        assertThat(soap11.text())
                .contains("<soap:Fault><faultcode>soap:Server</faultcode><faultstring>Server was unable to process"
                        + " request. ---&gt; usuario o clave incorrectos</faultstring><detail /></soap:Fault>");
        assertThat(soap12.status()).isEqualTo(500);
        assertThat(soap12.text())
                .contains("<soap:Code><soap:Value>soap:Receiver</soap:Value></soap:Code>")
                .contains("<soap:Text xml:lang=\"en\">Server was unable to process request.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not xml", "<a/>", "<Envelope>", "<soap:Envelope/>"})
    void aBodyThatIsNoEnvelopeIsTheClientsFault(String body) {
        Reply reply = client.send(ASMX, body, "Content-Type", "text/xml", "SOAPAction", NAMESPACE + "EnviarSMS");

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.text()).contains("<faultcode>soap:Client</faultcode>");
        assertThat(simulator.requests()).extracting(SimulatedRequest::body).containsExactly(body);
    }

    @Test
    void aDocumentTypeIsRefusedAndNoEntityResolved() {
        String hostile = "<!DOCTYPE x [<!ENTITY file SYSTEM \"file:///etc/passwd\"><!ENTITY a \"aaa\">]>"
                + envelope11("EnviarSMS", send(NUMBER, "&file;&a;"));

        Reply reply = client.send(ASMX, hostile, "Content-Type", "text/xml", "SOAPAction", NAMESPACE + "EnviarSMS");

        assertThat(reply.text())
                .contains("soap:Client")
                .contains("DTD is prohibited")
                .doesNotContain("root:");
        assertThat(simulator.messages()).isEmpty();
    }

    @Test
    void anUnknownActionIsNamedInTheFault() {
        Reply unknown = client.send(ASMX, "<x/>", "Content-Type", "text/xml", "SOAPAction", "\"urn:other\"");
        Reply none = client.send(ASMX, "<x/>", "Content-Type", "application/soap+xml; charset=utf-8");

        assertThat(unknown.text()).contains("did not recognize the value of HTTP Header SOAPAction: urn:other.");
        assertThat(none.status()).isEqualTo(400);
        assertThat(none.text()).contains("<soap:Value>soap:Sender</soap:Value>").contains("valid action parameter");
    }

    @Test
    void anEnvelopeOfTheOtherVersionIsAMismatch() {
        String soap12 = envelope11("EnviarSMS", send(NUMBER, "Hola"))
                .replace("http://schemas.xmlsoap.org/soap/envelope/", "http://www.w3.org/2003/05/soap-envelope");

        assertThat(client.send(ASMX, soap12, "Content-Type", "text/xml", "SOAPAction", NAMESPACE + "EnviarSMS")
                        .text())
                .contains("<faultcode>soap:VersionMismatch</faultcode>");
    }

    @Test
    void elementsOfAnotherNamespaceAreNotTheServicesParameters() {
        String call = LOGIN + "<numero xmlns=\"urn:other\">" + NUMBER + "</numero><texto>Hola</texto>";

        assertThat(soap11("EnviarSMS", call).text()).contains(">0: el número de celular es muy corto<");
    }

    @Test
    void theRequestIsLoggedWithItsParameters() {
        soap11("EnviarSMS", send(NUMBER, "Hola"));

        SimulatedRequest request = simulator.requests().get(0);
        assertThat(request.path()).isEqualTo(ASMX);
        assertThat(request.params())
                .extracting(Field::name)
                .containsExactly("usuario", "clave", "numero", "texto", "test");
        assertThat(request.accepted()).isEqualTo(1);
    }

    @Test
    void faultsHitTheServiceAsTheyHitThePages() {
        simulator.fault(
                Fault.providerCode("-10").recipient(NUMBER).operation("send").first(1));
        simulator.fault(Fault.httpStatusAfterAccept(503).operation("send").first(1));
        simulator.fault(Fault.providerCode("-99").operation("inbox"));

        assertThat(soap11("EnviarSMS", send(NUMBER, "Hola")).text()).contains("rechazado por la telefónica");
        assertThat(soap11("EnviarSMS", send(NUMBER, "Hola")).status()).isEqualTo(503);
        assertThat(soap11("RecibirSMS", LOGIN + receive("", false, false)).text())
                .contains("---&gt; Otro<");
        assertThat(simulator.messages()).hasSize(1);
    }

    @Test
    void theBareUrlIsAPageForPeople() {
        Reply page = client.getBytes(ASMX);

        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.text()).contains("EnviarSMS").contains("?WSDL");
        assertThat(client.send(ASMX, "x=1", "Content-Type", "application/x-www-form-urlencoded")
                        .status())
                .isEqualTo(500);
    }

    private Reply soap11(String operation, String parameters) {
        return client.send(
                ASMX,
                envelope11(operation, parameters),
                "Content-Type",
                "text/xml; charset=utf-8",
                "SOAPAction",
                '"' + NAMESPACE + operation + '"');
    }

    private Reply soap12(String operation, String parameters) {
        return client.send(
                ASMX,
                envelope11(operation, parameters)
                        .replace(
                                "http://schemas.xmlsoap.org/soap/envelope/", "http://www.w3.org/2003/05/soap-envelope"),
                "Content-Type",
                "application/soap+xml; charset=utf-8; action=\"" + NAMESPACE + operation + '"');
    }

    private static String envelope11(String operation, String parameters) {
        return "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Header><any><thing/></any></s:Header>"
                + "<s:Body><" + operation + " xmlns=\"" + NAMESPACE + "\">" + parameters + "</" + operation
                + "></s:Body></s:Envelope>";
    }

    private static String send(String to, String text) {
        return LOGIN + "<numero>" + to + "</numero><texto>" + text + "</texto><test>false</test>";
    }

    private static String receive(String origin, boolean mark, boolean withClientId) {
        return "<origen>" + origin + "</origen><solonoleidos>false</solonoleidos><marcarcomoleidos>" + mark
                + "</marcarcomoleidos><traeridinterno>" + withClientId + "</traeridinterno>";
    }
}
