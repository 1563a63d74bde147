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
package io.massms.camel.dispatch;

import io.massms.camel.model.SmsError;
import io.massms.camel.spi.Verdict;
import io.massms.camel.text.PreparedText;
import java.nio.charset.Charset;

/**
 * What a message must be like to be one line among others, where the provider drops a wrong line without a word (smsmasivos' manual,
 * section "Envío en bloque"). Policies that leave numbers and texts as they are would let anything through.
 */
final class LineCheck {
    private LineCheck() {}

    /** Null for a message that is a line. */
    static Verdict refusal(String to, PreparedText text, Charset charset) {
        if (text.parts().size() > 1) {
            return Verdict.refusedHere(
                    SmsError.TEXT_TOO_LONG,
                    "A split text cannot go in a block, because the provider gives one answer for each client id;"
                            + " shorten it, or use channel=http or longText=truncate");
        }
        if (!isField(to)) {
            return Verdict.refusedHere(
                    SmsError.INVALID_NUMBER,
                    "A number in a block cannot hold tabs or line ends; right are digits alone");
        }
        if (!isField(text.parts().get(0).text())) {
            return Verdict.refusedHere(
                    SmsError.TEXT_BAD_CHARACTERS,
                    "A text in a block cannot be blank, nor hold tabs, line ends or other control characters;"
                            + " replace them, or set textPolicy=auto");
        }
        if (!charset.newEncoder().canEncode(text.parts().get(0).text())) {
            return Verdict.refusedHere(
                    SmsError.TEXT_BAD_CHARACTERS,
                    "A block is " + charset
                            + ", which lacks characters of the text; replace them, or set textPolicy=auto");
        }
        return null;
    }

    private static boolean isField(String value) {
        return !value.isBlank() && value.chars().noneMatch(Character::isISOControl);
    }
}
