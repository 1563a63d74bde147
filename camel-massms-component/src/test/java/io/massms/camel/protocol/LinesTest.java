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
package io.massms.camel.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinesTest {

    @Test
    void lineFeedsCarriageReturnsAndBreaksAllEndLines() {
        assertThat(Lines.of("a\nb\r\nc\rd<br>e<BR/>f<br />g")).containsExactly("a", "b", "c", "d", "e", "f", "g");
    }

    @Test
    void blankLinesAndWhiteSpaceAroundLinesAreLeftOut() {
        assertThat(Lines.of("\r\n  a \n\n<br><br>\t b<br>")).containsExactly("a", "b");
    }

    @Test
    void anEmptyAnswerHasNoLines() {
        assertThat(Lines.of("")).isEmpty();
        assertThat(Lines.of(" <br> \r\n")).isEmpty();
    }

    @Test
    void aSeparatorEndsEntriesWithinALineToo() {
        assertThat(Lines.split("a, b,,c\nd,", ',')).containsExactly("a", "b", "c", "d");
        assertThat(Lines.of("a, b")).containsExactly("a, b");
    }

    @Test
    void otherTagsAndCutOffBreaksStayInTheLine() {
        assertThat(Lines.of("a<b>b</b>")).containsExactly("a<b>b</b>");
        assertThat(Lines.of("a<broken>b")).containsExactly("a<broken>b");
        assertThat(Lines.of("a<br")).containsExactly("a<br");
        assertThat(Lines.of("a<")).containsExactly("a<");
    }
}
