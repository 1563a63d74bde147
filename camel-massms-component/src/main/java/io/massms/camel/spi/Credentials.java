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

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The secrets of an account. They appear nowhere but in a call's parameters. */
public final class Credentials {
    private static final String MASK = "xxxxxx";
    private static final int LONG_ENOUGH_TO_BE_NO_CHANCE = 8;

    private final Map<Credential, String> values = new EnumMap<>(Credential.class);
    private final List<Spellings> longestFirst;

    private Credentials(Map<Credential, String> given) {
        given.forEach((kind, value) -> {
            if (value != null && !value.isEmpty()) {
                values.put(kind, value);
            }
        });
        longestFirst = values.values().stream()
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Spellings::of)
                .toList();
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
     * Masks every secret that a text repeats, however it spells it, as an error page may that shows its own request.
     *
     * @param  text any text
     * @return      the text without secrets
     */
    public String redact(String text) {
        String clean = text;
        for (Spellings secret : longestFirst) {
            clean = secret.replace(clean, MASK);
        }
        return clean;
    }

    /**
     * Whether a token that should be the provider's own repeats a secret instead. A short secret, as a user's name may be, can
     * be part of any token by chance, so it counts only when it is the whole of it.
     *
     * @param  token what the provider gave
     * @return       true when it is not to be kept
     */
    public boolean areRepeatedIn(String token) {
        for (String secret : values.values()) {
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
