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
package io.massms.mail;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.massms.simulator.Simulator;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A mail server, the simulated providers, and a Camel context with a bridge between them. */
abstract class BridgeTestSupport {
    static final String BRIDGE = "sms@sms.example.org";
    static final String ANA = "ana@example.org";
    static final String PASSWORD = "CLAVE500-secret";
    private static final String HASH =
            PasswordHash.of(PASSWORD.toCharArray(), 1_000).toString();

    @TempDir
    Path folder;

    GreenMail mail;
    Simulator simulator;
    DefaultCamelContext context;

    @BeforeEach
    void startServers() throws Exception {
        mail = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_POP3)
        });
        mail.start();
        GreenMailUser catchAll = mail.setUser(BRIDGE, "bridge", "mailbox-pw");
        mail.setUser(ANA, "ana", "ana-pw");
        mail.getUserManager().setMessageDeliveryHandler((message, address) -> {
            GreenMailUser known = mail.getUserManager().getUserByEmail(address.getEmail());
            return known != null || !address.getEmail().endsWith("@sms.example.org")
                    ? (known == null
                            ? mail.getUserManager()
                                    .createUser(address.getEmail(), address.getEmail(), address.getEmail())
                            : known)
                    : catchAll;
        });
        simulator = Simulator.start();
        Files.writeString(folder.resolve("accounts.properties"), "USU500 = " + HASH + "\nOTRO = " + HASH + "\n");
        context = new DefaultCamelContext();
    }

    @AfterEach
    void stopServers() {
        context.stop();
        mail.stop();
        simulator.close();
    }

    String mailbox() {
        return mailbox("imap", mail.getImap().getPort());
    }

    static String mailbox(String protocol, int port) {
        return protocol + "://127.0.0.1:" + port + "?username=bridge&password=mailbox-pw&delay=100&initialDelay=0";
    }

    String smtp() {
        return "smtp://127.0.0.1:" + mail.getSmtp().getPort();
    }

    String sms() {
        return "sms:smsmasivos?baseUrl=" + simulator.baseUrl("smsmasivos") + "&apiKey=k3y&country=AR";
    }

    /** A bridge that knows an account and a sender, tells errors, and tries again at once. */
    TemplatedRouteBuilder bridge() {
        return TemplatedRouteBuilder.builder(context, "sms-mail-bridge")
                .routeId("bridge")
                .parameter("mailbox", mailbox())
                .parameter("sms", sms())
                .parameter("accounts", "file:" + folder.resolve("accounts.properties"))
                .parameter("numberDomain", "sms.example.org")
                .parameter("allowedSenders", "ana@example.org,@trusted.example")
                .parameter("replies", "errors")
                .parameter("smtp", smtp())
                .parameter("mailFrom", BRIDGE)
                .parameter("retryDelay", "PT0S")
                .parameter("stateDirectory", folder.resolve("state").toString());
    }

    void start(TemplatedRouteBuilder... bridges) throws Exception {
        context.start();
        for (TemplatedRouteBuilder one : bridges) {
            one.add();
        }
    }

    /** Sends a mail with these header lines and body over SMTP. */
    void deliver(String envelopeFrom, String envelopeTo, String raw) throws Exception {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", String.valueOf(mail.getSmtp().getPort()));
        properties.put("mail.smtp.from", envelopeFrom);
        Session session = Session.getInstance(properties);
        MimeMessage message = message(session, raw);
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect();
            transport.sendMessage(message, InternetAddress.parse(envelopeTo));
        }
    }

    /** Puts a mail into the bridge's mailbox as it is: a server of mail adds when it received it. */
    void store(String raw) throws MessagingException {
        mail.getUserManager().getUserByEmail(BRIDGE).deliver(message(Session.getInstance(new Properties()), raw));
    }

    private static MimeMessage message(Session session, String raw) throws MessagingException {
        byte[] bytes = raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        return new MimeMessage(session, new ByteArrayInputStream(bytes));
    }

    /** A mail whose subject is a command. */
    void command(String messageId, String subject) throws Exception {
        deliver(ANA, BRIDGE, """
                From: Ana <%s>
                To: %s
                Message-ID: <%s>
                Subject: %s

                """.formatted(ANA, BRIDGE, messageId, subject));
    }

    /** A mail to a number. */
    void letter(String messageId, String from, String to, String body) throws Exception {
        deliver(from, to, """
                From: %s
                To: %s
                Message-ID: <%s>
                Subject: whatever

                %s
                """.formatted(from, to, messageId, body));
    }

    List<String> sentTexts() {
        return simulator.messages().stream().map(message -> message.text()).toList();
    }

    /** Waits until the bridge is done with everything in its mailbox. */
    void awaitHandled(int mails) throws Exception {
        await(() -> seen() == mails);
    }

    static void await(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO)
                .until(condition);
    }

    /** How many mails of the bridge's mailbox are marked as seen. */
    long seen() throws Exception {
        return seen("bridge");
    }

    /** How many mails of a user's mailbox are marked as seen. */
    long seen(String user) throws Exception {
        return inMailbox(
                user,
                "mailbox-pw",
                messages -> Arrays.stream(messages)
                        .filter(BridgeTestSupport::isSeen)
                        .count());
    }

    /** What Ana got, oldest first. */
    List<MimeMessage> toAna() {
        return Arrays.stream(mail.getReceivedMessagesForDomain(ANA)).toList();
    }

    /** Whether the bridge wrote it. */
    static boolean isReply(MimeMessage message) {
        try {
            return message.getHeader("In-Reply-To") != null;
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isSeen(Message message) {
        try {
            return message.isSet(jakarta.mail.Flags.Flag.SEEN);
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T inMailbox(String user, String password, java.util.function.Function<Message[], T> question)
            throws Exception {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", mail.getImap().getPort(), user, password);
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                return question.apply(inbox.getMessages());
            }
        }
    }
}
