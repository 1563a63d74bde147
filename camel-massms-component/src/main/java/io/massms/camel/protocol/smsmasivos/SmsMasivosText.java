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
package io.massms.camel.protocol.smsmasivos;

import io.massms.camel.model.SmsError;
import io.massms.camel.spi.Account;
import io.massms.camel.spi.NotEncodableException;
import java.nio.charset.CharsetEncoder;

/** What people write, in the character set of the provider's forms: what that lacks would travel, and be paid, as question marks. */
final class SmsMasivosText {
    private SmsMasivosText() {}

    /** The text itself, or none. */
    static String plain(String text, Account account) {
        if (!account.profile().charset().newEncoder().canEncode(text)) {
            throw new NotEncodableException(
                    SmsError.TEXT_BAD_CHARACTERS,
                    "The provider's forms are " + account.profile().charset()
                            + ", which lacks characters of the text; replace them, or set textPolicy=auto");
        }
        return text;
    }

    /** HTML has another way to write any character. */
    static String html(String page, Account account) {
        CharsetEncoder encoder = account.profile().charset().newEncoder();
        if (encoder.canEncode(page)) {
            return page;
        }
        StringBuilder html = new StringBuilder(page.length());
        page.codePoints().forEach(character -> {
            String written = Character.toString(character);
            html.append(encoder.canEncode(written) ? written : "&#" + character + ";");
        });
        return html.toString();
    }
}
