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
package io.massms.camel.component.mail;

import jakarta.mail.internet.MailDateFormat;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import org.apache.camel.Message;

/**
 * A mail that came back, as camel-mail gives it to a route.
 *
 * @param identity what tells it from other mails, and is the same whenever it is read: its Message-ID and date; where it has no id, its
 *                 date and text
 * @param text     its subject and its text
 * @param date     when it was written, or else read
 */
public record ErrorMail(String identity, String text, Instant date) {

    /**
     * Reads a mail.
     *
     * @param  message with the headers and the body that camel-mail gives
     * @param  clock   tells the time of a mail without a date that can be read
     * @return         never null
     */
    public static ErrorMail of(Message message, Clock clock) {
        String subject = message.getHeader("Subject", String.class);
        String body = message.getBody(String.class);
        String text = (subject == null ? "" : subject) + "\n" + (body == null ? "" : body);
        String id = message.getHeader("Message-ID", String.class);
        String written = message.getHeader("Date", String.class);
        return new ErrorMail((id == null ? text : id) + "\n" + written, text, date(written, clock));
    }

    private static Instant date(String header, Clock clock) {
        try {
            return header == null
                    ? clock.instant()
                    : new MailDateFormat().parse(header).toInstant();
        } catch (ParseException noDate) {
            return clock.instant();
        }
    }
}
