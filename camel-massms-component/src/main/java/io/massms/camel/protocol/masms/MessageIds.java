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

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.massms.camel.protocol.Tokens;
import io.massms.camel.spi.Credentials;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Tells message ids from whatever else can stand in their place. The manual calls the id a unique code and shows 32 hexadecimal
 * digits. What is surely none is not taken for one, since that would report a message as sent: a word, a zero, an undocumented or
 * cut-off code of the errors' hundred, an echoed secret.
 */
final class MessageIds {
    private static final int LONGEST = 128;
    private static final int SHORTEST_WITHOUT_DIGIT = 3;
    private static final int CODE_DIGITS = 3;
    private static final int SHORTEST_DRESSED = 8;

    private static final Pattern BRACES = Pattern.compile("\\{(?=[^}]*\\d)[0-9a-fA-F-]{8,}}");
    private static final Pattern BASE_64 = Pattern.compile(
            "(?=.*[0-9])(?=.*[a-zA-Z])(?:[0-9A-Za-z+/]{4}){3,}(?:[0-9A-Za-z+/]{4}|[0-9A-Za-z+/]{3}=|[0-9A-Za-z+/]{2}==)");
    private static final Pattern WORD =
            Pattern.compile("(?i)err|cod|stat|estad|sald|fall|fail|inval|rech|http|user|usuar|pass|clave");

    private static final int LONGEST_NAMED_CODE = 16;
    private static final Pattern NAMED_CODE = Pattern.compile("(?i)(?:e|err|error|cod|code|codigo)[-_.]*\\d{1,3}");

    private static final int BYTE = 0xFF;
    private static final byte FOREIGN = 1;
    private static final byte OTHER = 2;
    private static final byte HEXADECIMAL = 4;
    private static final byte DIGIT = 8;
    private static final byte ZERO = 16;
    private static final byte[] KINDS = kinds();

    private MessageIds() {}

    static boolean isOne(String token, Credentials credentials) {
        return (hasShapeOfOne(token) && !isCode(token) && !isNamedCode(token) || isDressed(token))
                && !credentials.areRepeatedIn(token);
    }

    /**
     * A UUID between braces, or base 64: opaque ids that the manual's words allow. Only long ones count, with a digit, and none that a word
     * of the provider could be.
     */
    private static boolean isDressed(String token) {
        if (token.length() < SHORTEST_DRESSED || token.length() > LONGEST) {
            return false;
        }
        if (BRACES.matcher(token).matches()) {
            return true;
        }
        return BASE_64.matcher(token).matches() && !WORD.matcher(token).find();
    }

    /** What ISO 8859-1 lacks becomes a question mark, which is foreign too. */
    private static boolean hasShapeOfOne(String token) {
        if (token.isEmpty() || token.length() > LONGEST || token.charAt(0) == '-') {
            return false;
        }
        int seen = 0;
        for (byte c : token.getBytes(ISO_8859_1)) {
            seen |= KINDS[c & BYTE];
        }
        boolean hexadecimal = token.length() >= SHORTEST_WITHOUT_DIGIT && (seen & ~HEXADECIMAL) == 0;
        boolean zero = (seen & ~ZERO) == 0;
        return (seen & FOREIGN) == 0 && !zero && ((seen & (DIGIT | ZERO)) != 0 || hexadecimal);
    }

    private static boolean isCode(String token) {
        return token.length() <= CODE_DIGITS && token.charAt(0) == '1' && Tokens.isDigits(token);
    }

    /** A code behind the word for it, which no manual shows: taken for an id it would report as sent what may not have been. */
    private static boolean isNamedCode(String token) {
        return token.length() <= LONGEST_NAMED_CODE && NAMED_CODE.matcher(token).matches();
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[BYTE + 1];
        Arrays.fill(kinds, FOREIGN);
        "ABCDEFGHIJKLMNOPQRSTUVWXYZghijklmnopqrstuvwxyz-_.".chars().forEach(c -> kinds[c] = OTHER);
        "abcdef".chars().forEach(c -> kinds[c] = HEXADECIMAL);
        "123456789".chars().forEach(c -> kinds[c] = DIGIT);
        kinds['0'] = ZERO;
        return kinds;
    }
}
