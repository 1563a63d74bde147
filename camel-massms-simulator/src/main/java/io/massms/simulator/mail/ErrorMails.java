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

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.subethamail.smtp.client.SmartClient;

/** "Si el mensaje tuvo algún error se puede enviar por correo electrónico al remitente del email". */
final class ErrorMails {
    private static final Logger LOG = System.getLogger(ErrorMails.class.getName());
    private final InetSocketAddress target;
    private final Clock clock;

    /** Hands them to this mail server; null for an account without the service, as accounts are by default. */
    ErrorMails(InetSocketAddress target, Clock clock) {
        this.target = target;
        this.clock = clock;
    }

    /** Bounces are not answered. */
    void send(Letter letter, String error) {
        if (target == null || letter.sender().isEmpty()) {
            return;
        }
        try {
            SmartClient client = SmartClient.createAndConnect(
                    target.getHostString(), target.getPort(), "servicio.smsmasivos.com.ar");
            try {
                client.from(MailGateway.ADDRESS);
                client.to(letter.sender());
                client.dataStart();
                client.dataWrite(text(letter, error).getBytes(StandardCharsets.UTF_8));
                client.dataEnd();
            } finally {
                client.quit();
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "An error mail could not be sent to {0}: {1}", target, e.getMessage());
        }
    }

    /** The subject of the mail that failed is not repeated: it holds the password. */
    private String text(Letter letter, String error) {
        return String.join(
                "\r\n",
                "From: " + MailGateway.ADDRESS,
                "To: " + letter.sender(),
                "Subject: Error en el envio de SMS",
                "Date: "
                        + DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                clock.instant().atOffset(ZoneOffset.ofHours(-3))),
                "Message-ID: <" + UUID.randomUUID() + "@servicio.smsmasivos.com.ar>",
                "Auto-Submitted: auto-replied",
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=UTF-8",
                "Content-Transfer-Encoding: 8bit",
                "",
                error,
                "");
    }
}
