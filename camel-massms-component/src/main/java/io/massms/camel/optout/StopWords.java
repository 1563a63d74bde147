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
package io.massms.camel.optout;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words with which people say that they do not want to be written to. A reply counts when it consists of such a word alone: case,
 * accents, punctuation and white space do not matter.
 */
public final class StopWords {
    /** What people in Latin America answer. */
    public static final String DEFAULT = "BAJA,SALIR,EXIT,REMOVE,STOP";

    private final Set<String> words;

    private StopWords(Set<String> words) {
        this.words = words;
    }

    /**
     * Reads words.
     *
     * @param  text with commas between them; a word can consist of several, as {@code NO MAS}
     * @return      the words
     * @throws IllegalArgumentException where there is none
     */
    public static StopWords parse(String text) {
        Set<String> words = Stream.of(text.split(","))
                .map(StopWords::plain)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        if (words.isEmpty()) {
            throw new IllegalArgumentException(
                    "There is no stop word; right are words with commas between them: " + DEFAULT);
        }
        return new StopWords(words);
    }

    /**
     * Whether a reply says that its sender does not want to be written to.
     *
     * @param  reply any text; null counts as none
     * @return       true where it is a stop word and nothing else
     */
    public boolean matches(String reply) {
        return reply != null && words.contains(plain(reply));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("[^\\p{L}\\p{N}\\s]", "")
                .strip()
                .replaceAll("\\s+", " ")
                .toUpperCase(Locale.ROOT);
    }
}
