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

import io.massms.camel.spi.MailCall;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

/**
 * A mail without a body. Its subject, which holds a password, goes over the wire on one line, and shows itself to nobody who asks for it:
 * camel-mail logs the subjects of mails.
 */
final class SubjectMail extends MimeMessage {

    SubjectMail(String from, MailCall call) throws MessagingException {
        super((Session) null);
        setFrom(new InternetAddress(from));
        setRecipient(RecipientType.TO, new InternetAddress(call.to()));
        setHeader("Subject", call.subject());
        setText("", "us-ascii");
    }

    @Override
    public String getSubject() {
        return null;
    }
}
