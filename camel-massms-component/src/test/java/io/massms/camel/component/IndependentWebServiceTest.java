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

import io.massms.camel.error.SmsUncertainException;
import io.massms.camel.model.InboundSms;
import io.massms.camel.model.SmsResult;
import io.massms.camel.model.SmsState;
import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;
import jakarta.xml.ws.Endpoint;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;
import org.apache.camel.Exchange;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code channel=soap} against a web service that others wrote: JAX-WS' reference implementation, from the contract alone. */
class IndependentWebServiceTest extends CamelTestSupport {
    private static final String NAMESPACE = "http://servicio.smsmasivos.com.ar/ws/";

    private final Service service = new Service();
    private Endpoint endpoint;
    private String baseUrl;

    @BeforeEach
    void publish() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            baseUrl = "http://127.0.0.1:" + free.getLocalPort();
        }
        endpoint = Endpoint.publish(baseUrl + "/ws/SMSMasivosAPI.asmx", service);
    }

    @AfterEach
    void stopService() {
        endpoint.stop();
    }

    @Test
    void itUnderstandsWhatIsSent() {
        SmsResult result = send("&textPolicy=asIs", "a < b & \"c\" ñ \u20ac \r\n]]>")
                .getMessage()
                .getBody(SmsResult.class);

        assertThat(result.receipts().get(0).state()).isEqualTo(SmsState.ENROUTE);
        assertThat(service.taken).containsExactly("ana|s3cret|1144445555|a < b & \"c\" ñ \u20ac \r\n]]>|false");
    }

    @Test
    void itUnderstandsADryRun() {
        service.answer = "1144445555: probando sin enviar";
        SmsResult result = send("&dryRun=true", "Hola").getMessage().getBody(SmsResult.class);

        assertThat(result.receipts().get(0).state()).isEqualTo(SmsState.SKIPPED);
        assertThat(service.taken).containsExactly("ana|s3cret|1144445555|Hola|true");
    }

    @Test
    void itsFaultAfterTheMessageWasTakenIsUncertain() {
        service.failure = new IllegalStateException("disk full");
        Exchange exchange = send("", "Hola");

        assertThat(exchange.getException()).isExactlyInstanceOf(SmsUncertainException.class);
        assertThat(service.taken).hasSize(1);
    }

    @Test
    void itsInboxIsRead() {
        List<?> inbox = send("&operation=inbox", null).getMessage().getBody(List.class);

        assertThat(inbox).hasSize(2);
        InboundSms oldest = (InboundSms) inbox.get(0);
        assertThat(oldest.text()).isEqualTo("línea 1\nlínea 2 <&>");
        assertThat(oldest.from()).isEqualTo("1144445555");
        assertThat(oldest.messageId()).isEqualTo("1001");
        assertThat(oldest.clientId()).isEqualTo("pedido-1");
        assertThat(oldest.receivedTime()).isEqualTo(Instant.parse("2026-11-21T12:00:00Z"));
        assertThat(((InboundSms) inbox.get(1)).clientId()).isNull();
    }

    private Exchange send(String options, Object body) {
        return template.request(
                "sms:smsmasivos?channel=soap&user=ana&password=s3cret&to=1144445555&baseUrl=" + baseUrl + options,
                exchange -> exchange.getMessage().setBody(body));
    }

    /** The contract, as generated client stubs hold it. */
    @WebService(
            name = "SMSMasivosAPISoap",
            portName = "SMSMasivosAPISoap",
            serviceName = "SMSMasivosAPI",
            targetNamespace = NAMESPACE)
    public static final class Service {
        private final List<String> taken = new ArrayList<>();
        private String answer = "OK";
        private RuntimeException failure;

        @WebMethod(operationName = "EnviarSMS", action = NAMESPACE + "EnviarSMS")
        @WebResult(name = "EnviarSMSResult", targetNamespace = NAMESPACE)
        public String send(
                @WebParam(name = "usuario", targetNamespace = NAMESPACE) String user,
                @WebParam(name = "clave", targetNamespace = NAMESPACE) String password,
                @WebParam(name = "numero", targetNamespace = NAMESPACE) long number,
                @WebParam(name = "texto", targetNamespace = NAMESPACE) String text,
                @WebParam(name = "test", targetNamespace = NAMESPACE) boolean test) {
            taken.add(user + '|' + password + '|' + number + '|' + text + '|' + test);
            if (failure != null) {
                throw failure;
            }
            return answer;
        }

        @WebMethod(operationName = "RecibirSMS", action = NAMESPACE + "RecibirSMS")
        @WebResult(name = "RecibirSMSResult", targetNamespace = NAMESPACE)
        public Replies receive(
                @WebParam(name = "usuario", targetNamespace = NAMESPACE) String user,
                @WebParam(name = "clave", targetNamespace = NAMESPACE) String password,
                @WebParam(name = "origen", targetNamespace = NAMESPACE) String from,
                @WebParam(name = "solonoleidos", targetNamespace = NAMESPACE) boolean unreadOnly,
                @WebParam(name = "marcarcomoleidos", targetNamespace = NAMESPACE) boolean markRead,
                @WebParam(name = "traeridinterno", targetNamespace = NAMESPACE) boolean withClientId) {
            Replies replies = new Replies();
            replies.clsRespuesta.add(reply(1144446666L, "después", "2026-11-21T12:00:01Z", 1002, null));
            replies.clsRespuesta.add(reply(
                    1144445555L,
                    "línea 1\nlínea 2 <&>",
                    "2026-11-21T12:00:00Z",
                    1001,
                    withClientId ? "pedido-1" : null));
            return replies;
        }

        private static Reply reply(long number, String text, String time, long id, String clientId) {
            Reply reply = new Reply();
            reply.numero = number;
            reply.texto = text;
            GregorianCalendar calendar = new GregorianCalendar();
            calendar.setTimeInMillis(Instant.parse(time).toEpochMilli());
            reply.fecha = DatatypeFactory.newDefaultInstance().newXMLGregorianCalendar(calendar);
            reply.idsms = id;
            reply.idinterno = clientId;
            return reply;
        }
    }

    /** {@code ArrayOfClsRespuesta}. */
    public static final class Replies {
        @jakarta.xml.bind.annotation.XmlElement(namespace = NAMESPACE)
        public List<Reply> clsRespuesta = new ArrayList<>();
    }

    /** {@code clsRespuesta}. */
    public static final class Reply {
        @jakarta.xml.bind.annotation.XmlElement(namespace = NAMESPACE)
        public long numero;

        @jakarta.xml.bind.annotation.XmlElement(namespace = NAMESPACE)
        public String texto;

        @jakarta.xml.bind.annotation.XmlElement(namespace = NAMESPACE)
        public XMLGregorianCalendar fecha;

        @jakarta.xml.bind.annotation.XmlElement(namespace = NAMESPACE)
        public long idsms;

        @jakarta.xml.bind.annotation.XmlElement(namespace = NAMESPACE)
        public String idinterno;
    }
}
