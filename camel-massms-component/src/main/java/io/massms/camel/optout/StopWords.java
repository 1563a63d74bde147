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
 * The words with which people say that they want no more messages. A reply counts only if it consists of such a word and nothing else. Case,
 * accents, punctuation and white space do not matter.
 */
public final class StopWords {
    /** The usual stop words in Latin America. */
    public static final String DEFAULT = "BAJA,SALIR,EXIT,REMOVE,STOP";

    private final Set<String> words;

    private StopWords(Set<String> words) {
        this.words = words;
    }

    /**
     * Reads stop words.
     *
     * @param  text the words, separated by commas; a stop word may consist of several words, such as {@code NO MAS}
     * @return      the stop words
     * @throws IllegalArgumentException if there is none
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
     * Whether a reply is a stop word.
     *
     * @param  reply any text, or null
     * @return       true if it is a stop word and nothing else; false for null
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
