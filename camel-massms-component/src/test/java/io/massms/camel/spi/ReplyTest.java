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

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ReplyTest {
    private static final String SIGNS = "Cuesta 10 \u20ac, \u201cya\u201d: ma\u00f1ana";

    @Test
    void theSignsOfWindowsArriveInWhatIsSaidToBeLatin1() {
        byte[] body = SIGNS.getBytes(Charset.forName("windows-1252"));

        assertThat(new Reply(200, body, StandardCharsets.ISO_8859_1, null).text())
                .isEqualTo(SIGNS);
    }

    @Test
    void anAnswerInAnotherCharsetIsReadInThat() {
        byte[] body = SIGNS.getBytes(StandardCharsets.UTF_8);

        assertThat(new Reply(200, body, StandardCharsets.UTF_8, null).text()).isEqualTo(SIGNS);
    }

    @Test
    void noLetterIsLostOfLatin1ThatIsSaidToBeUtf8() {
        byte[] body = "3001234567\tcanci\u00f3n de ma\u00f1ana".getBytes(StandardCharsets.ISO_8859_1);

        Reply reply = new Reply(200, body, StandardCharsets.UTF_8, null);
        assertThat(reply.text()).isEqualTo("3001234567\tcanci\u00f3n de ma\u00f1ana");
        assertThat(reply.textWithTabs()).isEqualTo(reply.text());
    }

    @Test
    void aDamagedAnswerInUtf8KeepsItsOtherLetters() {
        byte[] cutOff = Arrays.copyOf("ma\u00f1ana, canci\u00f3".getBytes(StandardCharsets.UTF_8), 15);
        byte[] damagedBefore = "ma\uFFFDana \u00f3".getBytes(StandardCharsets.UTF_8);

        assertThat(new Reply(200, cutOff, StandardCharsets.UTF_8, null).text()).isEqualTo("ma\u00f1ana, canci\uFFFD");
        assertThat(new Reply(200, Arrays.copyOf(damagedBefore, 10), StandardCharsets.UTF_8, null).text())
                .isEqualTo("ma\uFFFDana \uFFFD");
    }

    @Test
    void tabsBeforeTheTextAreKeptWhereTheySeparateFields() {
        Reply reply = new Reply(
                200,
                "\u00ef\u00bb\u00bf\r\n\ta\tb\r\n".getBytes(StandardCharsets.ISO_8859_1),
                StandardCharsets.ISO_8859_1,
                null);

        assertThat(reply.textWithTabs()).isEqualTo("\ta\tb");
        assertThat(reply.text()).isEqualTo("a\tb");
    }
}
