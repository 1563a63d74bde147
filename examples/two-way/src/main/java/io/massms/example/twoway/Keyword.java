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
package io.massms.example.twoway;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.camel.Handler;

/** What a reply begins with, as its writer meant it: {@code SI} of "¡Sí, claro!". */
public final class Keyword {
    private static final Set<String> KNOWN = Set.of("SI", "NO", "AYUDA");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_LETTERS = Pattern.compile("\\P{L}+");

    /**
     * The keyword of a reply. Case, accents and punctuation do not matter; the first word decides.
     *
     * @param  reply what the handset sent
     * @return       {@code SI}, {@code NO} or {@code AYUDA}; {@code OTHER} where it begins with none of them
     */
    @Handler
    public String of(String reply) {
        String plain = ACCENTS.matcher(Normalizer.normalize(reply, Normalizer.Form.NFD))
                .replaceAll("");
        String first =
                NO_LETTERS.matcher(plain).replaceAll(" ").strip().split(" ")[0].toUpperCase(Locale.ROOT);
        return KNOWN.contains(first) ? first : "OTHER";
    }
}
