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
package io.massms.example.mail;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Properties;

/** A mail server in this process: a mailbox for each person, and one for every number of sms.example.org. */
final class MailServer implements AutoCloseable {
    private static final String BRIDGE = "sms@sms.example.org";
    private static final String PASSWORD = "mailbox";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });

    MailServer() {
        server.start();
        GreenMailUser bridge = server.setUser(BRIDGE, BRIDGE, PASSWORD);
        server.getUserManager()
                .setMessageDeliveryHandler((message, address) ->
                        address.getEmail().endsWith("@sms.example.org") ? bridge : mailboxOf(address.getEmail()));
    }

    String mailbox() {
        return "imap://127.0.0.1:" + server.getImap().getPort() + "?username=" + BRIDGE + "&password=" + PASSWORD
                + "&delay=250&initialDelay=0";
    }

    String smtp() {
        return "smtp://127.0.0.1:" + server.getSmtp().getPort();
    }

    void send(String from, String to, String subject, String text) throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", String.valueOf(server.getSmtp().getPort()));
        MimeMessage mail = new MimeMessage(Session.getInstance(properties));
        mail.setFrom(from);
        mail.setRecipients(Message.RecipientType.TO, InternetAddress.parse(to));
        mail.setSubject(subject, "UTF-8");
        mail.setText(text, "UTF-8");
        Transport.send(mail);
    }

    /** Waits until an address has so many mails, and gives the last. */
    MimeMessage await(String address, int mails) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (mailsOf(address).length < mails) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("No mail came to " + address);
            }
            server.waitForIncomingEmail(100, Integer.MAX_VALUE);
        }
        return mailsOf(address)[mails - 1];
    }

    @Override
    public void close() {
        server.stop();
    }

    private MimeMessage[] mailsOf(String address) {
        return server.getReceivedMessagesForDomain(address);
    }

    private GreenMailUser mailboxOf(String address) {
        GreenMailUser known = server.getUserManager().getUserByEmail(address);
        try {
            return known == null ? server.getUserManager().createUser(address, address, address) : known;
        } catch (UserException e) {
            throw new IllegalStateException(e);
        }
    }
}
