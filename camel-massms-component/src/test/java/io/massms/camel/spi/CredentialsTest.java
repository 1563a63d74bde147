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
