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

import jakarta.mail.MessagingException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Recognizes mails that machines wrote (RFC 3834), so that two machines never answer each other. */
final class AutomaticMail {
    /** Marks what this bridge sends, so that it knows its own mails when they come back. */
    static final String MARK = "X-SMS-Bridge";

    private static final Pattern NOBODY = Pattern.compile(
            "(no|do-?not|dont)[-_.]?reply.*|mailer-daemon|postmaster|bounces?|bounce[-+=].*|.*-bounces?|owner-.*|.*-owner"
                    + "|.*-request|listserv|majordomo|nobody|root|daemon");
    private static final List<String> SIGNS = List.of(
            "List-Id",
            "List-Post",
            "List-Help",
            "List-Owner",
            "List-Archive",
            "List-Subscribe",
            "List-Unsubscribe",
            "X-Autoreply",
            "X-Autorespond",
            "X-Auto-Response-Suppress",
            "X-Failed-Recipients",
            "X-Loop");

    private final MailHeaders headers;

    AutomaticMail(MailHeaders headers) {
        this.headers = headers;
    }

    /** A bounce, an auto-reply or a mail of this bridge: it must not become a message. */
    boolean isAnswer() throws MessagingException {
        return is("Auto-Submitted", "auto-replied")
                || is("Return-Path", "<>")
                || is("Content-Type", "multipart/report")
                || is("Precedence", "auto_reply")
                || headers.has("X-Autoreply")
                || headers.has("X-Autorespond")
                || headers.has("X-Failed-Recipients")
                || headers.has(MARK);
    }

    /** Nobody reads the answers to it, or a machine would answer them. */
    boolean wantsNoAnswer(String sender) throws MessagingException {
        return isAnswer()
                || isMachine("Auto-Submitted")
                || is("Precedence", "bulk")
                || is("Precedence", "junk")
                || is("Precedence", "list")
                || isNobody(sender)
                || hasSign();
    }

    private boolean hasSign() throws MessagingException {
        for (String sign : SIGNS) {
            if (headers.has(sign)) {
                return true;
            }
        }
        return false;
    }

    private boolean isMachine(String header) throws MessagingException {
        return headers.has(header) && !is(header, "no");
    }

    private boolean is(String header, String beginning) throws MessagingException {
        return headers.first(header).toLowerCase(Locale.ROOT).startsWith(beginning);
    }

    /** Nobody reads what is sent to an address of such a name. */
    static boolean isNobody(String sender) {
        return NOBODY.matcher(sender.substring(0, Math.max(0, sender.lastIndexOf('@')))
                        .toLowerCase(Locale.ROOT))
                .matches();
    }
}
