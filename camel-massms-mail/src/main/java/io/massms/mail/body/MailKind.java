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
package io.massms.mail.body;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a mail is an answer or forwards another: this decides whether a quoted original is its text. */
enum MailKind {
    /** It answers a mail: what it quotes is somebody else's and may be private. */
    ANSWER,
    /** It forwards a mail: what it quotes is its text. */
    FORWARD,
    /** The mail does not say it. */
    UNKNOWN;

    /** What programs in English, Spanish, Portuguese, French and German write, behind what gateways put before it. */
    private static final Pattern PREFIX = Pattern.compile(
            "\\s*+(?:\\[[^\\]]{1,40}\\]\\s*+){0,5}(?:(RE|AW|RES|RIF|SV)|(RV|FWD?|ENC|TR|WG))(?:\\[\\d+\\]|\\(\\d+\\))?\\s?[:：].*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** The subject decides first: a forwarded mail can have {@code In-Reply-To} and {@code References} too. */
    static MailKind of(Part mail) throws MessagingException {
        Matcher prefix = PREFIX.matcher(subject(mail));
        if (prefix.matches()) {
            return prefix.group(1) == null ? FORWARD : ANSWER;
        }
        return mail.getHeader("In-Reply-To") == null && mail.getHeader("References") == null ? UNKNOWN : ANSWER;
    }

    private static String subject(Part mail) throws MessagingException {
        String[] subjects = mail.getHeader("Subject");
        return subjects == null || subjects[0].length() > HeaderText.LONGEST ? "" : HeaderText.of(subjects[0]);
    }
}
