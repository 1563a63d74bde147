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
package io.massms.camel.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.massms.camel.spi.Parameter;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormEncoderTest {

    @Test
    void parametersKeepTheirOrderAndEmptyValues() {
        assertThat(encode(
                        StandardCharsets.UTF_8,
                        new Parameter("b", "1"),
                        new Parameter("a", ""),
                        new Parameter("b", "2")))
                .isEqualTo("b=1&a=&b=2");
    }

    @Test
    void noParametersAreAnEmptyForm() {
        assertThat(encode(StandardCharsets.UTF_8)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, 8448", "ISO-8859-1, 256"})
    void everyCharacterIsEncodedAsTheJdkDoes(String charset, int characters) {
        for (char c = 0; c < characters; c++) {
            String text = "a" + c + "z";
            assertThat(encode(Charset.forName(charset), new Parameter(text, text)))
                    .isEqualTo(URLEncoder.encode(text, Charset.forName(charset)) + "="
                            + URLEncoder.encode(text, Charset.forName(charset)));
        }
    }

    @Test
    void aCharacterOutsideTheBasicPlaneIsFourBytes() {
        assertThat(encode(StandardCharsets.UTF_8, new Parameter("text", "😀"))).isEqualTo("text=%F0%9F%98%80");
    }

    @Test
    void aCharacterThatTheCharsetLacksIsAQuestionMark() {
        assertThat(encode(StandardCharsets.ISO_8859_1, new Parameter("text", "€")))
                .isEqualTo("text=%3F");
    }

    private static String encode(Charset charset, Parameter... parameters) {
        return new String(FormEncoder.encode(List.of(parameters), charset), StandardCharsets.US_ASCII);
    }
}
