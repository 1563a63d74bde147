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

import io.massms.camel.protocol.Tokens;
import io.massms.camel.spi.Credentials;

/**
 * Tells message ids from whatever else can stand in their place. The manual calls the id a unique code and shows 32 hexadecimal
 * digits. What is surely none is not taken for one, since that would report a message as sent: a word, a zero, an undocumented or
 * cut-off code of the errors' hundred, an echoed secret.
 */
final class MessageIds {
    private static final int LONGEST = 128;
    private static final int SHORTEST_WITHOUT_DIGIT = 3;
    private static final int CODE_DIGITS = 3;

    private MessageIds() {}

    static boolean isOne(String token, Credentials credentials) {
        return hasShapeOfOne(token) && !isCode(token) && !credentials.areRepeatedIn(token);
    }

    private static boolean hasShapeOfOne(String token) {
        if (token.isEmpty() || token.length() > LONGEST || token.charAt(0) == '-') {
            return false;
        }
        boolean hexadecimal = token.length() >= SHORTEST_WITHOUT_DIGIT;
        boolean digit = false;
        boolean zero = true;
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            if (!isLetter(c) && !Tokens.isDigit(c) && c != '-' && c != '_' && c != '.') {
                return false;
            }
            digit |= Tokens.isDigit(c);
            hexadecimal &= c >= 'a' && c <= 'f';
            zero &= c == '0';
        }
        return !zero && (digit || hexadecimal);
    }

    private static boolean isCode(String token) {
        return token.length() <= CODE_DIGITS && token.charAt(0) == '1' && Tokens.isDigits(token);
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
