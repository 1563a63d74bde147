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

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.util.List;
import java.util.Properties;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** Mails without Message-ID, as alarms are: what their headers say may be the same in two of one second. */
class MissingMessageIdTest extends BridgeTestSupport {
    private static final String HEADERS =
            "From: " + ANA + "\nTo: 541155556666@sms.example.org\nDate: Thu, 1 Jan 2026 00:00:00 +0000\n";

    @Test
    void anAlarmIsSentThoughItsTwinWasRefused() throws Exception {
        alarm("\n-- \nfirma\n");
        alarm("\nfuego 2\n");
        start(bridge());
        awaitHandled(2);

        assertThat(sentTexts()).containsExactly("fuego 2");
    }

    @Test
    void anAlarmIsSentThoughItsTwinIsUnreadable() throws Exception {
        alarm("Content-Transfer-Encoding: x-foo\n\nfuego 1\n");
        alarm("\nfuego 2\n");
        start(bridge());
        awaitHandled(2);

        assertThat(sentTexts()).containsExactly("fuego 2");
    }

    @Test
    void anEmptyMessageIdIsNone() throws Exception {
        alarm("Message-ID: <>\n\nfuego 1\n");
        alarm("Message-ID: <>\n\nfuego 2\n");
        start(bridge());
        awaitHandled(2);

        assertThat(sentTexts()).containsExactlyInAnyOrder("fuego 1", "fuego 2");
    }

    /** A server that delivers a mail for each of its recipients says of each copy that it received it: on top, and in other words. */
    @Test
    void copiesThatAServerReceivedOnceReachEachRecipientOnce() throws Exception {
        String first = "541155556666@sms.example.org";
        String second = "541155557777@sms.example.org";
        String mail =
                "Received: from plc.example.org by mx.example.org with SMTP id 1; Thu, 1 Jan 2026 00:00:01 +0000\n"
                        + "From: " + ANA + "\nTo: " + first + "\nCc: " + second
                        + "\nDate: Thu, 1 Jan 2026 00:00:00 +0000\n\nfuego\n";
        for (String recipient : List.of(first, second)) {
            store("Delivered-To: " + recipient + "\nReceived: from mx.example.org by store.example.org with LMTP id "
                    + recipient.hashCode() + " for <" + recipient + ">; Thu, 1 Jan 2026 00:00:02 +0000\n" + mail);
        }
        start(bridge());
        awaitHandled(2);

        assertThat(simulator.messages())
                .extracting(message -> message.to())
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void aRefusedOneThatIsReadAgainIsAnsweredOnce() throws Exception {
        alarm("\n-- \nfirma\n");
        start(bridge());
        awaitHandled(1);
        context.stop();
        markAsUnseen();
        assertThat(seen()).isZero();

        context = new DefaultCamelContext();
        start(bridge());
        awaitHandled(1);

        assertThat(sentTexts()).isEmpty();
        assertThat(toAna()).hasSize(1);
    }

    private void alarm(String rest) throws Exception {
        deliver(ANA, "1@sms.example.org", HEADERS + rest);
    }

    private void markAsUnseen() throws Exception {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", mail.getImap().getPort(), "bridge", "mailbox-pw");
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_WRITE);
                inbox.setFlags(inbox.getMessages(), new Flags(Flags.Flag.SEEN), false);
            }
        }
    }
}
