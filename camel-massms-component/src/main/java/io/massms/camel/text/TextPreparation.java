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

import io.massms.camel.model.SmsEncoding;
import io.massms.camel.model.SmsError;
import java.util.List;

/** Makes of a text what a provider can carry, or says why it cannot be sent. */
public final class TextPreparation {
    private TextPreparation() {}

    /**
     * Prepares a text. Nothing is thrown for any text.
     *
     * <p>{@code reject} and {@code truncate} apply to a text, as transliterated, above {@link TextRules#maxLength()}
     * characters. {@code split} applies to one above that or above one message of {@link TextRules#splitAt()}.
     *
     * @param text the text; null counts as empty
     * @param policy what becomes of characters that cannot be carried
     * @param longText what becomes of a text that is too long
     * @param rules what the provider takes
     * @return the messages to send, or why it cannot be sent
     */
    public static PreparedText prepare(String text, TextPolicy policy, LongText longText, TextRules rules) {
        if (text == null || isBlank(text)) {
            return PreparedText.rejected(
                    SmsError.TEXT_EMPTY, "The text is empty; it needs at least one visible character.");
        }
        if (policy == TextPolicy.asIs) {
            return fit(text, false, longText, rules);
        }
        Alphabet alphabet = policy == TextPolicy.gsm7 ? rules.alphabet().withinGsm7() : rules.alphabet();
        if (alphabet.containsAll(text)) {
            return fit(text, false, longText, rules);
        }
        return policy == TextPolicy.strict
                ? cannotCarry(UnsupportedCharacter.in(text, alphabet), policy)
                : transliterate(text, alphabet, policy, longText, rules);
    }

    private static PreparedText transliterate(
            String text, Alphabet alphabet, TextPolicy policy, LongText longText, TextRules rules) {
        Transliteration transliteration = Transliteration.of(text, alphabet);
        if (!transliteration.lost().isEmpty()) {
            return cannotCarry(transliteration.lost(), policy);
        }
        if (isBlank(transliteration.text())) {
            return nothingRemains();
        }
        return fit(transliteration.text(), true, longText, rules);
    }

    private static PreparedText fit(String text, boolean changed, LongText longText, TextRules rules) {
        SmsText whole = SmsText.of(text);
        boolean tooLong = text.length() > rules.maxLength();
        if (longText == LongText.split && (tooLong || whole.units() > rules.longestMessage(whole.encoding()))) {
            List<SmsText> parts = new TextSplitter(text, rules).parts();
            return parts.isEmpty() ? cannotSplit(rules) : PreparedText.split(parts);
        }
        if (!tooLong) {
            return PreparedText.ready(whole, changed);
        }
        String beginning = longText == LongText.truncate ? Truncation.of(text, rules.maxLength()) : "";
        if (beginning.isEmpty()) {
            return tooLong(text, rules);
        }
        return isBlank(beginning) ? nothingRemains() : PreparedText.ready(SmsText.of(beginning), true);
    }

    private static PreparedText cannotCarry(List<UnsupportedCharacter> characters, TextPolicy policy) {
        String remedy = policy == TextPolicy.strict
                ? "textPolicy=strict changes no text: leave them out, or set textPolicy=auto or gsm7 to have letters"
                        + " with accents and typographic signs replaced."
                : "nothing plain stands for them: leave them out or write them in other words.";
        return PreparedText.rejected(
                SmsError.TEXT_BAD_CHARACTERS,
                "The text has characters that cannot be carried, " + UnsupportedCharacter.list(characters) + "; "
                        + remedy);
    }

    private static PreparedText nothingRemains() {
        return PreparedText.rejected(
                SmsError.TEXT_EMPTY,
                "Nothing of the text remains that can be sent; it needs at least one letter or digit.");
    }

    private static PreparedText tooLong(String text, TextRules rules) {
        return PreparedText.rejected(
                SmsError.TEXT_TOO_LONG,
                "The text has " + text.length() + " characters, " + (text.length() - rules.maxLength())
                        + " more than the " + rules.maxLength()
                        + " that can be sent; shorten it, or set longText=split or truncate.");
    }

    private static PreparedText cannotSplit(TextRules rules) {
        return PreparedText.rejected(
                SmsError.TEXT_TOO_LONG,
                "The text cannot be split into numbered messages of "
                        + Math.min(rules.maxLength(), rules.longestMessage(SmsEncoding.UCS2))
                        + " characters: the number leaves no room for the text; shorten it or set longText=truncate.");
    }

    private static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Invisible.is(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
