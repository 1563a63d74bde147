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
package io.massms.gateway.campaign;

import io.massms.camel.component.options.SmsConfiguration;
import io.massms.camel.model.SmsEncoding;
import io.massms.camel.spi.SmsProvider;
import io.massms.camel.text.LongText;
import io.massms.camel.text.PreparedText;
import io.massms.camel.text.SmsText;
import io.massms.camel.text.TextPolicy;
import io.massms.camel.text.TextPreparation;
import io.massms.camel.text.TextRules;

/** What other ways to write a text would save. Neighbours often share their text: it is looked at once. */
final class TextSavings {
    private final TextRules rules;
    private final LongText longText;
    private Found last;

    /**
     * What was found for a text.
     *
     * @param text       the text
     * @param plainParts how many parts it takes in the alphabet of GSM 03.38; 0 where it cannot be written so
     * @param surplus    how many characters have to go for it to take one part less; 0 where it takes one already
     */
    record Found(String text, int plainParts, int surplus) {}

    TextSavings(TextRules rules, LongText longText) {
        this.rules = rules;
        this.longText = longText;
    }

    /** By the rules of a provider's channel. */
    static TextSavings of(SmsProvider provider, SmsConfiguration options) {
        return new TextSavings(provider.profile().send(options.getChannel()).text(), options.getLongText());
    }

    Found of(String text) {
        if (last == null || !last.text().equals(text)) {
            last = new Found(text, plainParts(text), surplus(SmsText.of(text)));
        }
        return last;
    }

    private int plainParts(String text) {
        PreparedText plain = TextPreparation.prepare(text, TextPolicy.gsm7, longText, rules);
        return plain.parts().stream().mapToInt(SmsText::segments).sum();
    }

    /** From the least that can suffice: characters that count double and such as may not be divided make it a few more. */
    private static int surplus(SmsText text) {
        int wanted = text.segments() - 1;
        if (wanted < 1) {
            return 0;
        }
        int spare = Math.max(1, (text.units() - mostUnits(text.encoding(), wanted)) / 2);
        while (SmsText.of(text.text().substring(0, text.text().length() - spare))
                        .segments()
                > wanted) {
            spare++;
        }
        return spare;
    }

    private static int mostUnits(SmsEncoding encoding, int parts) {
        boolean gsm7 = encoding == SmsEncoding.GSM7;
        if (parts == 1) {
            return gsm7 ? 160 : 70;
        }
        return parts * (gsm7 ? 153 : 67);
    }
}
