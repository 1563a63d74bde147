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
package io.massms.camel.protocol.masms;

import io.massms.camel.model.SmsError;
import io.massms.camel.spi.Verdict;

/** Why a request, or one recipient of it, was refused (manual, section "Respuestas de error"). */
enum MasSmsCode {
    NO_API_ID(101, SmsError.MISSING_PARAMETER, "The provider got no api_id; set apiId"),
    NO_USER(102, SmsError.MISSING_PARAMETER, "The provider got no user; set user"),
    NO_PASSWORD(103, SmsError.MISSING_PARAMETER, "The provider got no password; set password"),
    NO_RECIPIENT(104, SmsError.MISSING_PARAMETER, "The provider got no recipient; set to"),
    NO_TEXT(105, SmsError.MISSING_PARAMETER, "The provider got no text; give the message one"),
    LONG_SENDER(106, SmsError.BAD_SENDER, "The sender id has more than 11 characters; shorten from"),
    WRONG_CREDENTIALS(107, SmsError.AUTHENTICATION, "The credentials are wrong; check apiId, user and password"),
    PRODUCT_INACTIVE(
            108,
            SmsError.ACCOUNT_INACTIVE,
            "The product is not active in the account; ask the provider to activate it"),
    COMPANY_INACTIVE(109, SmsError.ACCOUNT_INACTIVE, "The client's id is inactive; ask the provider why"),
    NO_BALANCE(110, SmsError.NO_BALANCE, "The account has no credit left; buy credit"),
    TOO_MANY_RECIPIENTS(
            111,
            SmsError.TOO_MANY_RECIPIENTS,
            "The request names more recipients than the provider takes, nothing of it was sent; lower recipientsPerRequest");

    private static final int FIRST = 101;
    private static final int DIGITS = 3;
    private static final MasSmsCode[] CODES = values();

    private final int number;
    private final SmsError error;
    private final String meaning;

    MasSmsCode(int number, SmsError error, String meaning) {
        this.number = number;
        this.error = error;
        this.meaning = meaning;
    }

    /**
     * The code that an answer, or what it says of a recipient, consists of. The manual does not print how one arrives; taken are
     * {@code 107}, {@code ERROR:107} and {@code 107:text} (decided).
     *
     * @param  said without surrounding white space
     * @return      null when it is none
     */
    static MasSmsCode in(String said) {
        int start = startOfNumber(said);
        int end = start + DIGITS;
        if (end > said.length() || end < said.length() && !endsCode(said.charAt(end))) {
            return null;
        }
        int index = 0;
        for (int i = start; i < end; i++) {
            int digit = said.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return null;
            }
            index = 10 * index + digit;
        }
        index -= FIRST;
        return index >= 0 && index < CODES.length ? CODES[index] : null;
    }

    /**
     * The provider's own words behind the code.
     *
     * @param  said as given to {@link #in}
     * @return      empty where it has none
     */
    static String words(String said) {
        int start = startOfNumber(said) + DIGITS;
        while (start < said.length() && " \t:;,-".indexOf(said.charAt(start)) >= 0) {
            start++;
        }
        return said.substring(start);
    }

    /**
     * What the code means.
     *
     * @param  providerText the provider's own words, or null
     * @return              refused
     */
    Verdict refusal(String providerText) {
        return Verdict.rejected(error, Integer.toString(number), providerText, meaning);
    }

    /** Whether a message was refused with this code. */
    boolean isIn(Verdict verdict) {
        return Integer.toString(number).equals(verdict.providerCode());
    }

    private static int startOfNumber(String said) {
        if (!said.regionMatches(true, 0, "ERR", 0, 3)) {
            return 0;
        }
        int start = said.regionMatches(true, 3, "OR", 0, 2) ? 5 : 3;
        while (start < said.length() && " \t:=".indexOf(said.charAt(start)) >= 0) {
            start++;
        }
        return start;
    }

    private static boolean endsCode(char c) {
        return c == ':' || c == ';' || c == ',' || c == '<' || Character.isWhitespace(c);
    }
}
