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

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AlphabetTest {
    @Test
    void hasExactlyTheCharactersItWasGiven() {
        Alphabet alphabet = Alphabet.of("ab\uD83D\uDE00");

        assertThat(alphabet.contains('a')).isTrue();
        assertThat(alphabet.contains(0x1F600)).isTrue();
        assertThat(alphabet.contains('c')).isFalse();
        assertThat(alphabet.contains(0x1F601)).isFalse();
        assertThat(alphabet.contains(-1)).isFalse();
        assertThat(alphabet.containsAll("ba\uD83D\uDE00a")).isTrue();
        assertThat(alphabet.containsAll("ba\uD83D\uDE01a")).isFalse();
        assertThat(alphabet.containsAll("")).isTrue();
    }

    @Test
    void unicodeHasEverythingButHalfASurrogatePair() {
        assertThat(Alphabet.UNICODE.containsAll("ñ \uD83D\uDE00 ж 漢")).isTrue();
        assertThat(Alphabet.UNICODE.containsAll("a\uD83D")).isFalse();
        assertThat(Alphabet.UNICODE.containsAll("a\uDE00b")).isFalse();
        assertThat(Alphabet.UNICODE.contains(Character.MAX_CODE_POINT + 1)).isFalse();
    }

    @Test
    void canBeNarrowedToGsm7() {
        assertThat(Alphabet.of("añáж").withinGsm7().containsAll("añ")).isTrue();
        assertThat(Alphabet.of("añáж").withinGsm7().contains('á')).isFalse();
        assertThat(Alphabet.UNICODE.withinGsm7()).isSameAs(Alphabet.GSM7);
        assertThat(Alphabet.GSM7.withinGsm7()).isSameAs(Alphabet.GSM7);
    }
}
