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

import com.sun.tools.ws.wscompile.WsimportTool;
import io.massms.simulator.SimulatedMessage;
import io.massms.simulator.Simulator;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The simulator's web service, called by a client that JAX-WS' reference implementation writes from its WSDL alone. */
class GeneratedWebServiceClientTest {
    private static final String PACKAGE = "generated.ws";

    private final Simulator simulator = Simulator.start();

    @TempDir
    private Path folder;

    private URLClassLoader client;
    private Object port;

    @BeforeEach
    void generateTheClient() throws Exception {
        String wsdl = simulator.baseUrl("smsmasivos") + "/ws/SMSMasivosAPI.asmx?WSDL";
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        boolean written = new WsimportTool(said)
                .run(new String[] {"-quiet", "-B-XautoNameResolution", "-p", PACKAGE, "-d", folder.toString(), wsdl});
        assertThat(written).as(said.toString(StandardCharsets.UTF_8)).isTrue();
        client = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
        Object service = client.loadClass(PACKAGE + ".SMSMasivosAPI")
                .getConstructor(URL.class)
                .newInstance(new URL(wsdl));
        port = call(service, "getSMSMasivosAPISoap");
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        simulator.close();
    }

    @Test
    void whatItSendsIsInTheInboxOfTheSimulator() throws Exception {
        assertThat(call(port, "enviarSMS", "ana", "s3cret", 1144445555L, "Hola, 50% (ya) = 1/2; chau?", false))
                .isEqualTo("OK");

        assertThat(simulator.messages("smsmasivos"))
                .extracting(SimulatedMessage::account, SimulatedMessage::to, SimulatedMessage::text)
                .containsExactly(tuple("ana", "1144445555", "Hola, 50% (ya) = 1/2; chau?"));
    }

    @Test
    void aDryRunAndARefusalAreReportedInTheWordsOfTheManual() throws Exception {
        assertThat(call(port, "enviarSMS", "ana", "s3cret", 1144445555L, "Hola", true))
                .asString()
                .contains("probando sin enviar");
        assertThat(call(port, "enviarSMS", "ana", "s3cret", 11L, "Hola", false))
                .asString()
                .startsWith("11: ");
        assertThat(simulator.messages()).isEmpty();
    }

    @Test
    void itReceivesWhatHandsetsSent() throws Exception {
        simulator.reply("smsmasivos", "1144445555", "Sí <ya>", "order-1");
        simulator.reply("smsmasivos", "1144446666", "No", null);

        Object all = call(port, "recibirSMS", "ana", "s3cret", "", false, false, true);
        List<?> received = (List<?>) call(all, "getClsRespuesta");
        assertThat(received).hasSize(2);
        Object mine = received.get(1);
        assertThat(call(mine, "getNumero")).isEqualTo(1144445555L);
        assertThat(call(mine, "getTexto")).isEqualTo("Sí <ya>");
        assertThat(call(mine, "getIdinterno")).isEqualTo("order-1");
        assertThat(call(mine, "getFecha")).isNotNull();
        Object one = call(port, "recibirSMS", "ana", "s3cret", "1144446666", false, false, false);
        assertThat((List<?>) call(one, "getClsRespuesta")).hasSize(1);
    }

    /** The client's types are not there when this test is compiled. */
    private static Object call(Object target, String name, Object... arguments) throws Exception {
        Method method = Arrays.stream(target.getClass().getMethods())
                .filter(one -> one.getName().equals(name) && one.getParameterCount() == arguments.length)
                .findFirst()
                .orElseThrow(() -> new AssertionError("The client has no " + name));
        return method.invoke(target, arguments);
    }
}
