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
package io.massms.simulator.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.massms.simulator.Account;
import io.massms.simulator.Fault;
import io.massms.simulator.SimulatedMessage;
import io.massms.simulator.SimulatedRequest;
import io.massms.simulator.SimulatedRequest.Field;
import io.massms.simulator.Simulator;
import io.massms.simulator.SimulatorOptions;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.subethamail.smtp.client.SMTPException;
import org.subethamail.smtp.client.SmartClient;
import org.subethamail.smtp.server.SMTPServer;

class MailTest {
    private static final String API = "api@smsmasivos.com.ar";
    private static final String GOOD = "USU500 CLAVE500 1155556666 Octavio Gomez, no se olvide #3";

    private final List<String> errorMails = new CopyOnWriteArrayList<>();
    private final SMTPServer office = SMTPServer.port(0)
            .messageHandler(
                    (context, from, to, data) -> errorMails.add(to + "\n" + new String(data, StandardCharsets.UTF_8)))
            .build();
    private Simulator simulator;

    MailTest() {
        office.start();
        simulator =
                Simulator.start(new SimulatorOptions().smtpPort(0).errorMails("localhost", office.getPortAllocated()));
    }

    @AfterEach
    void stop() {
        simulator.close();
        office.stop();
    }

    @Test
    void theSubjectBecomesAMessage() throws IOException {
        send(API, GOOD);

        assertThat(simulator.messages())
                .extracting(SimulatedMessage::to, SimulatedMessage::text, SimulatedMessage::account)
                .containsExactly(tuple("1155556666", "Octavio Gomez, no se olvide #3", "USU500"));
        assertThat(errorMails).isEmpty();
    }

    @Test
    void theRawMailIsLoggedAsARequest() throws IOException {
        send(API, GOOD);

        SimulatedRequest request = simulator.requests().get(0);
        assertThat(request.method()).isEqualTo("SMTP");
        assertThat(request.body()).contains("Subject: " + GOOD).endsWith("the body says nothing\r\n");
        assertThat(request.header("X-Mailer")).contains("test");
        assertThat(request.params()).extracting(Field::name).containsExactly("USUARIO", "CLAVE", "NUMERO", "TEXTO");
        assertThat(request.answerStatus()).isEqualTo(250);
        assertThat(request.accepted()).isEqualTo(1);
    }

    @Test
    void encodedAndFoldedSubjectsAreDecoded() throws IOException {
        send(API, "=?UTF-8?Q?USU500_CLAVE500_1155556666?=\r\n =?UTF-8?B?IEhvbGE=?=\r\n mundo");

        assertThat(simulator.messages()).extracting(SimulatedMessage::text).containsExactly("Hola mundo");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "U C 1155556666|el asunto debe tener la forma USUARIO CLAVE NUMERO TEXTO",
                "U wrong 1155556666 Hola|usuario o clave incorrectos",
                "U C 11555566 Hola|11555566: el número de celular es muy corto",
                "U C 1155556666 =?UTF-8?Q?=C3=B1?=|1155556666: el texto del mensaje contiene caracteres inválidos",
            })
    void anErrorIsMailedToTheSender(String subject, String error) throws IOException {
        send(API, subject);

        await().untilAsserted(() -> assertThat(errorMails).hasSize(1));
        assertThat(errorMails.get(0)).startsWith("office@example.org\n").contains("\r\n\r\n" + error);
        assertThat(errorMails.get(0)).doesNotContain("wrong").contains("\r\nMessage-ID: <", "\r\nDate: ", " -0300\r\n");
        assertThat(simulator.messages()).isEmpty();
    }

    @Test
    void noErrorIsMailedUnlessTheServiceIsEnabled() throws IOException {
        simulator.close();
        simulator = Simulator.start(new SimulatorOptions().smtpPort(0));

        send(API, "U C 1 Hola");

        assertThat(simulator.requests())
                .extracting(SimulatedRequest::answerBody)
                .containsExactly("1: el número de celular es muy corto");
        assertThat(errorMails).isEmpty();
    }

    @Test
    void onlyConfiguredAccountsMaySend() throws IOException {
        simulator.account(Account.of("smsmasivos", "USU500", "CLAVE500"));

        send(API, GOOD);
        send(API, GOOD.replace("CLAVE500", "OTHER"));

        assertThat(simulator.acceptedCount("smsmasivos")).isEqualTo(1);
    }

    @Test
    void thereIsOneMailbox() {
        assertThatThrownBy(() -> send("someone@smsmasivos.com.ar", GOOD))
                .isInstanceOf(SMTPException.class)
                .hasMessageContaining("550");
    }

    @Test
    void faultsAreAnsweredInTheWordsOfSmtp() throws IOException {
        simulator.fault(Fault.httpStatus(503).provider("smsmasivos").first(1));
        simulator.fault(Fault.acceptThenDrop().path(API).first(1));
        simulator.fault(Fault.providerCode("-10").recipient("1155556666").first(1));

        assertThatThrownBy(() -> send(API, GOOD)).hasMessageContaining("451");
        assertThat(simulator.messages()).isEmpty();
        assertThatThrownBy(() -> send(API, GOOD)).isInstanceOf(IOException.class);
        assertThat(simulator.messages()).hasSize(1);
        send(API, GOOD);
        await().untilAsserted(() -> assertThat(errorMails).hasSize(1));
        assertThat(errorMails.get(0)).contains("1155556666: destinatario rechazado por la telefónica");
    }

    @Test
    void withoutTheOptionNoMailIsTaken() {
        try (Simulator silent = Simulator.start()) {
            assertThatThrownBy(silent::smtpPort).hasMessageContaining("option smtpPort");
        }
    }

    @Test
    void aTakenPortIsNamed() {
        SimulatorOptions same = new SimulatorOptions().smtpPort(simulator.smtpPort());

        assertThatThrownBy(() -> Simulator.start(same)).hasMessageContaining(Integer.toString(simulator.smtpPort()));
    }

    @Test
    void withoutItsLibraryTheOptionSaysWhatIsMissing() throws Exception {
        URL[] others = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("subethasmtp"))
                .map(MailTest::url)
                .toArray(URL[]::new);
        try (URLClassLoader without = new URLClassLoader(others, ClassLoader.getPlatformClassLoader())) {
            Class<?> options = without.loadClass(SimulatorOptions.class.getName());
            Object wanted = options.getMethod("smtpPort", int.class)
                    .invoke(options.getConstructor().newInstance(), 0);
            Method start = without.loadClass(Simulator.class.getName()).getMethod("start", options);

            assertThatThrownBy(() -> start.invoke(null, wanted))
                    .cause()
                    .hasMessageContaining("needs com.github.davidmoten:subethasmtp");
        }
    }

    private static URL url(String path) {
        try {
            return Path.of(path).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private void send(String to, String subject) throws IOException {
        SmartClient client = SmartClient.createAndConnect("localhost", simulator.smtpPort(), "test");
        try {
            client.from("office@example.org");
            client.to(to);
            client.dataStart();
            client.dataWrite(("From: office@example.org\r\nTo: " + to + "\r\nSubject: " + subject
                            + "\r\nX-Mailer: test\r\n\r\nthe body says nothing\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            client.dataEnd();
        } finally {
            client.quit();
        }
    }
}
