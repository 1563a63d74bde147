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

import io.massms.mail.body.HeaderText;
import jakarta.mail.MessagingException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Who a mail says it comes from, and whether an answer may go there.
 *
 * @param address    the only From address, or null where there is none or several
 * @param messageId  the Message-ID, or null where there is none that a header can carry
 * @param answerable false for machines, lists, bounces and the bridge itself
 */
record MailSender(String address, String messageId, boolean answerable) {
    private static final Pattern PLAIN =
            Pattern.compile("[^\\s\\p{Cc}<>\"(),:;\\[\\]\\\\@]{1,64}@[A-Za-z0-9.-]{1,253}");
    private static final Pattern ID = Pattern.compile("<[!-;=?-~]{1,250}>");

    static MailSender of(MailHeaders headers, MailRecipients ours) throws MessagingException {
        List<String> from = headers.addresses("From");
        String written = from.size() == 1 ? HeaderText.written(from.get(0)) : "";
        String address = PLAIN.matcher(written).matches() ? written : null;
        String id = headers.first("Message-ID");
        boolean answerable =
                address != null && !ours.owns(address) && !new AutomaticMail(headers).wantsNoAnswer(address);
        return new MailSender(address, ID.matcher(id).matches() ? id : null, answerable);
    }

    /** Hides who it is. */
    @Override
    public String toString() {
        return "MailSender[" + (answerable ? "answerable" : "not to be answered") + "]";
    }
}
