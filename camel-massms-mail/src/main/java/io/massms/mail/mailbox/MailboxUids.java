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
package io.massms.mail.mailbox;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.mail.MailEndpoint;
import org.apache.camel.component.mail.MailUidGenerator;
import org.eclipse.angus.mail.pop3.POP3Folder;

/** Names mails as their server does, without fetching anything of them. */
final class MailboxUids implements MailUidGenerator {
    @Override
    public String generateUuid(MailEndpoint endpoint, Message message) {
        try {
            if (message.getFolder() instanceof POP3Folder folder) {
                return folder.getUID(message);
            }
            return Long.toString(((UIDFolder) message.getFolder()).getUID(message));
        } catch (MessagingException e) {
            throw new RuntimeCamelException("The mail server gives no id of a mail", e);
        }
    }
}
