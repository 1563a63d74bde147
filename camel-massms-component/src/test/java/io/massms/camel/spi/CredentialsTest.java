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

import java.util.Map;
import org.junit.jupiter.api.Test;

class CredentialsTest {
    private static final Credentials CREDENTIALS = Credentials.of(
            Map.of(Credential.user, "ana", Credential.password, "Señor & Cía", Credential.token, "ana-y-eva-2026"));

    @Test
    void everySecretIsMaskedTheLongestFirst() {
        assertThat(CREDENTIALS.redact("user=ana token=ana-y-eva-2026")).isEqualTo("user=xxxxxx token=xxxxxx");
    }

    @Test
    void secretsAreMaskedAsPagesSpellThem() {
        assertThat(CREDENTIALS.redact(
                        "Se%C3%B1or+%26+C%C3%ADa|Se%C3%B1or%20%26%20C%C3%ADa|Se%F1or+%26+C%EDa|Señor &amp; Cía"))
                .isEqualTo("xxxxxx|xxxxxx|xxxxxx|xxxxxx");
    }

    @Test
    void secretsAreMaskedAsOtherLanguagesAndCharsetsSpellThem() {
        assertThat(CREDENTIALS.redact("Se&ntilde;or &amp; C&iacute;a|Se&#241;or &#38; C&#xED;a|Se\\u00f1or & C\\u00eda"
                        + "|SeÃ±or & CÃ\u00ada|Se\uFFFDor & C\uFFFDa|Se?or+%26+C?a|SE%C3%91OR+%26+C%C3%8DA"))
                .isEqualTo("xxxxxx|xxxxxx|xxxxxx|xxxxxx|xxxxxx|xxxxxx|xxxxxx");
    }

    @Test
    void secretsThatLookEncodedAreMasked() {
        assertThat(password("5%25+&lt;\\u00f1").redact("5%25+&lt;\\u00f1|5%2525%2B%26lt%3B%5Cu00f1"))
                .isEqualTo("xxxxxx|xxxxxx");
    }

    @Test
    void secretsAreMaskedWhicheverSignsAreEscaped() {
        assertThat(
                        password("a*~'/\"\\ (b)")
                                .redact(
                                        "a*~'/\"\\ (b)|a%2A%7E%27%2F%22%5C%20%28b%29|a*~'\\/\\\"\\\\ (b)|a*~&apos;/&quot;\\ (b)"))
                .isEqualTo("xxxxxx|xxxxxx|xxxxxx|xxxxxx");
    }

    private static Credentials password(String password) {
        return Credentials.of(Map.of(Credential.password, password));
    }

    @Test
    void secretsAreMaskedInCapitalsAndSmallLetters() {
        assertThat(CREDENTIALS.redact("ANA, SEÑOR & CÍA, se%c3%b1or+%26+c%c3%ada"))
                .isEqualTo("xxxxxx, xxxxxx, xxxxxx");
    }

    @Test
    void aTextWithoutSecretsStaysTheSame() {
        String text = "Datos de acceso incorrectos";
        assertThat(CREDENTIALS.redact(text)).isSameAs(text);
    }

    @Test
    void aTokenRepeatsASecretWhenItIsOneOrHoldsALongOne() {
        assertThat(CREDENTIALS.areRepeatedIn("ANA")).isTrue();
        assertThat(CREDENTIALS.areRepeatedIn("id-ana-y-eva-2026")).isTrue();
        assertThat(CREDENTIALS.areRepeatedIn("bananas")).isFalse();
    }

    @Test
    void itsTextShowsNoSecret() {
        assertThat(CREDENTIALS).hasToString("Credentials[user, password, token]");
    }
}
