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
package io.massms.camel.protocol.contacto;

import io.massms.camel.model.SmsError;
import io.massms.camel.spi.SendQuestion;
import io.massms.camel.spi.Verdict;

/** Why a message was refused (manual of itcloud, table "Retorno"; natalia's is a part of it), in the order of the codes from 0 down. */
enum ContactoCode {
    NO_OPERATOR(SmsError.UNKNOWN_OPERATOR, "No mobile operator has numbers that begin so; check the number"),
    WRONG_CREDENTIALS(SmsError.AUTHENTICATION, "The credentials are wrong; check the user and the password or token"),
    OUTSIDE_HOURS(
            SmsError.OUTSIDE_HOURS, "The provider sends from 8:00 to 21:00 Colombian time only; send it again then"),
    NO_BALANCE(SmsError.NO_BALANCE, "The account has no credit left for this message; buy credit"),
    INVALID_NUMBER(
            SmsError.INVALID_NUMBER,
            "The number has not the digits that its country needs, 12 in Colombia and Venezuela; check the number"),
    WRONG_TEXT(SmsError.TEXT_TOO_LONG, "The text is longer than the provider takes; shorten it or set longText"),
    MAINTENANCE(SmsError.MAINTENANCE, "The provider is under maintenance; send it again later"),
    TOO_MANY_RECIPIENTS(
            SmsError.TOO_MANY_RECIPIENTS,
            "The request names more than the 5000 numbers that the provider takes; lower recipientsPerRequest"),
    BLOCKED(
            SmsError.BLOCKED,
            "The number is in the provider's block list, by its owner's wish or by the administrator; do not write to it"),
    CONTENT_REJECTED(
            SmsError.CONTENT_REJECTED,
            "The text holds words that the provider does not let through; change it or ask the provider"),
    LINK_NOT_ALLOWED(
            SmsError.LINK_NOT_ALLOWED,
            "The text holds a link, which the account may not send; ask the provider to allow it"),
    WRONG_METHOD(SmsError.MISSING_PARAMETER, "The provider does not know the message type; set messageType");

    private static final ContactoCode[] CODES = values();

    private final SmsError error;
    private final String meaning;

    ContactoCode(SmsError error, String meaning) {
        this.error = error;
        this.meaning = meaning;
    }

    /** Null for a code that no manual has. */
    static ContactoCode of(int code) {
        return code <= 0 && code > -CODES.length ? CODES[-code] : null;
    }

    /** The same code says that a text is too long and that there is none. */
    Verdict refusal(SendQuestion question) {
        return this == WRONG_TEXT && question.first().text().isBlank()
                ? Verdict.rejected(SmsError.TEXT_EMPTY, number(), null, "The message has no text; give the message one")
                : refusal();
    }

    Verdict refusal() {
        return Verdict.rejected(error, number(), null, meaning);
    }

    private String number() {
        return Integer.toString(-ordinal());
    }
}
