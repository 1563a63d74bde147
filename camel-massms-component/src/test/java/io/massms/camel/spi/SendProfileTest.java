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

import io.massms.camel.text.Alphabet;
import io.massms.camel.text.TextRules;
import org.junit.jupiter.api.Test;

class SendProfileTest {
    private static final SendProfile PLAIN = SendProfile.of(1, new TextRules(Alphabet.UNICODE, 160, 160));
    private static final SendProfile WITH_PAGES = PLAIN.withHtml("http://1rck.in/-000000");

    @Test
    void aPageNeedsTheLinkInTheText() {
        assertThat(WITH_PAGES.placesPage("Hola")).isFalse();
        assertThat(WITH_PAGES.placesPage("Vea http://1rck.in/-000000")).isTrue();
    }

    @Test
    void aProviderWithoutPagesPlacesNone() {
        assertThat(PLAIN.html()).isFalse();
        assertThat(PLAIN.placesPage("Vea http://1rck.in/-000000")).isFalse();
    }
}
