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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StopWordsTest {
    @ParameterizedTest
    @ValueSource(strings = {"BAJA", "baja", " Baja. ", "\"SALIR\"", "¡STOP!", "bája", "exit\r\n", "remove…", "s.t.o.p"})
    void aReplyThatIsAStopWordAndNothingElseCounts(String reply) {
        assertThat(StopWords.parse(StopWords.DEFAULT).matches(reply)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "No quiero la BAJA", "trabaja", "stop it", "123", "👍"})
    void anyOtherReplyDoesNot(String reply) {
        assertThat(StopWords.parse(StopWords.DEFAULT).matches(reply)).isFalse();
        assertThat(StopWords.parse(StopWords.DEFAULT).matches(null)).isFalse();
    }

    @Test
    void wordsCanBeOthersAndConsistOfSeveral() {
        StopWords words = StopWords.parse("No más, PARE");

        assertThat(words.matches("NO  MAS!!")).isTrue();
        assertThat(words.matches("pare")).isTrue();
        assertThat(words.matches("BAJA")).isFalse();
    }

    @Test
    void noWordsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StopWords.parse(" , ¡!"))
                .withMessageContaining("BAJA,SALIR");
    }
}
