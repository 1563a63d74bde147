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
package io.massms.camel.text;

import java.util.Optional;

/**
 * What a provider takes as a sender id.
 *
 * @param minLength the fewest characters
 * @param maxLength the most characters
 * @param spaces whether spaces may be used
 * @param leadingZero whether the first character may be {@code 0}
 * @param lettersDigitsOnly whether only {@code A-Z}, {@code a-z} and {@code 0-9} (and spaces, where they may be used)
 *     may be used: no accents, punctuation, symbols or other alphabets
 */
public record SenderRule(int minLength, int maxLength, boolean spaces, boolean leadingZero, boolean lettersDigitsOnly) {

    /**
     * Checks the lengths.
     *
     * @throws IllegalArgumentException when the lengths are not in order
     */
    public SenderRule {
        if (minLength < 0 || maxLength < Math.max(1, minLength)) {
            throw new IllegalArgumentException("a sender id cannot have " + minLength + " to " + maxLength
                    + " characters; minLength is at least 0 and maxLength at least 1 and not below minLength");
        }
    }

    /**
     * What is wrong with a sender id and what would be right; empty when nothing is wrong.
     *
     * @param sender the sender id; not null
     * @return a sentence, or empty
     */
    public Optional<String> violation(String sender) {
        String wrong = wrong(sender);
        return wrong == null
                ? Optional.empty()
                : Optional.of("The sender id '" + sender + "' " + wrong + "; right is " + requirement() + ".");
    }

    private String wrong(String sender) {
        if (sender.length() < minLength || sender.length() > maxLength) {
            return "has " + sender.length() + " characters";
        }
        if (!leadingZero && sender.startsWith("0")) {
            return "begins with 0";
        }
        for (int i = 0; i < sender.length(); i++) {
            if (!allows(sender.charAt(i))) {
                return "contains "
                        + new UnsupportedCharacter(
                                Character.toString(sender.codePointAt(i)), sender.codePointAt(i), i + 1);
            }
        }
        return null;
    }

    private boolean allows(char c) {
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            return c == ' ' && spaces;
        }
        return !lettersDigitsOnly || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }

    private String requirement() {
        return (minLength > 1 ? minLength + " to " : "at most ")
                + maxLength
                + (lettersDigitsOnly ? " letters A-Z, a-z and digits" : " characters")
                + (spaces ? "" : ", no spaces")
                + (leadingZero ? "" : ", the first not 0");
    }
}
