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
package io.massms.mail.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HeaderTextTest {
    @Test
    void utf8ThatNobodyEncodedIsRead() {
        assertThat(HeaderText.of(unencoded("Su crédito venció, señor"))).isEqualTo("Su crédito venció, señor");
        assertThat(HeaderText.of(unencoded("crédito ") + "=?UTF-8?Q?venci=C3=B3?="))
                .isEqualTo("crédito venció");
    }

    @Test
    void whatIsNoUtf8StaysAsItIs() {
        assertThat(HeaderText.of("Su crédito")).isEqualTo("Su crédito");
        assertThat(HeaderText.of("Ω crÃ©dito")).isEqualTo("Ω crÃ©dito");
    }

    private static String unencoded(String words) {
        return new String(words.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
