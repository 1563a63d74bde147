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
package io.massms.camel.component.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.massms.camel.spi.Parameter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Queries and forms, in the charsets that providers use. */
class FormDecoderTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        t=canci%C3%B3n+%C2%BFs%C3%AD%3F | canción ¿sí?
        t=canci%F3n+%BFs%ED%3F          | canción ¿sí?
        t=%80+%93hola%94                | € “hola”
        t=%F0%9F%98%80                  | 😀
        t=a%26b%3Dc%2Bd                 | a&b=c+d
        t=a=b                           | a=b
        t=100%                          | 100%
        t=100%zz%4                      | 100%zz%4
        t=canción                       | canción
        t=canciÃ³n                      | canción
        t=canción€ %C3%B3               | canción€ ó
        &&t=x&                          | x
        """)
    void aTextIsReadAsItWasMeant(String form, String text) {
        assertThat(new FormDecoder(null).decode(form)).containsExactly(new Parameter("t", text));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
        UTF-8      | t=%C3%B3    | ó
        ISO-8859-1 | t=%C3%B3    | ó
        US-ASCII   | t=%C3%B3    | ó
        UTF-8      | t=%F3       | ó
        ISO-8859-1 | t=%F3+%80   | ó €
        US-ASCII   | t=%F3       | ó
        IBM850     | t=canci%A2n | canción
        """)
    void aStatedCharsetIsBelievedOfWhatIsNotInUtf8(String charset, String form, String text) {
        assertThat(new FormDecoder(Charset.forName(charset)).decode(form)).containsExactly(new Parameter("t", text));
    }

    /** Of a letter that was cut off, no byte becomes a replacement character: for that a push is refused. */
    @Test
    void whatIsInNoCharsetLosesNothing() {
        assertThat(new FormDecoder(null).text("%F0%9F%98%81")).isEqualTo("😁");
        assertThat(new FormDecoder(null).text("Hola+%9F%98%81")).isEqualTo("Hola \u009F\u0098\u0081");
    }

    @ParameterizedTest
    @CsvSource({"canción ¿Qué tal? ¡Ñandú!", "ÁÉÍÓÚáéíóúüÜñÑ¿¡", "plain text"})
    void spanishSurvivesInBothCharsets(String text) {
        for (Charset charset : new Charset[] {StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1}) {
            String form = "t=" + java.net.URLEncoder.encode(text, charset);
            assertThat(new FormDecoder(null).decode(form)).containsExactly(new Parameter("t", text));
        }
    }
}
