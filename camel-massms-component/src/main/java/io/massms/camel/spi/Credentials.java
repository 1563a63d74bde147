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
package io.massms.camel.spi;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The secrets of an account. They appear nowhere but in a call's parameters. */
public final class Credentials {
    private static final String MASK = "xxxxxx";
    private static final int LONG_ENOUGH_TO_BE_NO_CHANCE = 8;

    private final Map<Credential, String> values = new EnumMap<>(Credential.class);
    private final List<String> longestFirst;

    private Credentials(Map<Credential, String> given) {
        given.forEach((kind, value) -> {
            if (value != null && !value.isEmpty()) {
                values.put(kind, value);
            }
        });
        longestFirst = values.values().stream()
                .flatMap(Credentials::spellings)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** How a page spells a value that it repeats: as it is, from its request's URL or form, or as HTML text. */
    private static Stream<String> spellings(String value) {
        String html = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return Stream.of(
                value,
                URLEncoder.encode(value, StandardCharsets.UTF_8),
                URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"),
                URLEncoder.encode(value, StandardCharsets.ISO_8859_1),
                html,
                html.replace("\"", "&quot;"),
                html.replace("\"", "&quot;").replace("'", "&#039;"),
                html.replace("\"", "&#34;").replace("'", "&#39;"));
    }

    /**
     * The secrets of an account.
     *
     * @param  values by kind; null and empty ones count as missing
     * @return        the credentials
     */
    public static Credentials of(Map<Credential, String> values) {
        return new Credentials(values);
    }

    /**
     * One secret.
     *
     * @param  kind which
     * @return      null where it is missing
     */
    public String get(Credential kind) {
        return values.get(kind);
    }

    /**
     * Whether a secret is there.
     *
     * @param  kind which
     * @return      true when it is
     */
    public boolean has(Credential kind) {
        return values.containsKey(kind);
    }

    /**
     * Whether all of some secrets are there.
     *
     * @param  kinds which
     * @return       true when none is missing
     */
    public boolean hasAll(Set<Credential> kinds) {
        return values.keySet().containsAll(kinds);
    }

    /**
     * Masks every secret that a text repeats, in capitals or small letters, as an error page may that shows its own request.
     *
     * @param  text any text
     * @return      the text without secrets
     */
    public String redact(String text) {
        String clean = text;
        for (String secret : longestFirst) {
            clean = mask(secret, clean);
        }
        return clean;
    }

    private static String mask(String secret, String text) {
        StringBuilder clean = null;
        int copied = 0;
        for (int i = 0; i + secret.length() <= text.length(); i++) {
            if (text.regionMatches(true, i, secret, 0, secret.length())) {
                clean = clean == null ? new StringBuilder(text.length()) : clean;
                clean.append(text, copied, i).append(MASK);
                copied = i + secret.length();
                i = copied - 1;
            }
        }
        return clean == null ? text : clean.append(text, copied, text.length()).toString();
    }

    /**
     * Whether a token that should be the provider's own repeats a secret instead. A short secret, as a user's name may be, can
     * be part of any token by chance, so it counts only when it is the whole of it.
     *
     * @param  token what the provider gave
     * @return       true when it is not to be kept
     */
    public boolean areRepeatedIn(String token) {
        for (String secret : longestFirst) {
            if (token.equalsIgnoreCase(secret)
                    || secret.length() >= LONG_ENOUGH_TO_BE_NO_CHANCE && token.contains(secret)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Credentials that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** Says which secrets there are, and none of them. */
    @Override
    public String toString() {
        return "Credentials" + values.keySet();
    }
}
