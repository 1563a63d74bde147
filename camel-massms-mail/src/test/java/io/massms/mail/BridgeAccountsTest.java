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
package io.massms.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BridgeAccountsTest {
    @Test
    void aUserIsKnownByThePasswordOnly() throws Exception {
        BridgeAccounts accounts = accounts("USU500 = " + hash("CLAVE500") + "\nOTRO=" + hash("ñandú"));

        assertThat(accounts.authenticates("USU500", "CLAVE500")).isTrue();
        assertThat(accounts.authenticates("OTRO", "ñandú")).isTrue();
        assertThat(accounts.authenticates("USU500", "clave500")).isFalse();
        assertThat(accounts.authenticates("usu500", "CLAVE500")).isFalse();
        assertThat(accounts.authenticates("USU500", "")).isFalse();
    }

    @Test
    void anUnknownUserIsNotKnownByAnothersPassword() throws Exception {
        assertThat(accounts("USU500 = " + hash("CLAVE500")).authenticates("NADIE", "CLAVE500"))
                .isFalse();
        assertThat(BridgeAccounts.none().authenticates("NADIE", "")).isFalse();
    }

    @Test
    void aByteOrderMarkIsNoLetterOfTheFirstUser() throws Exception {
        assertThat(accounts("\uFEFFUSU500 = " + hash("CLAVE500")).authenticates("USU500", "CLAVE500"))
                .isTrue();
        assertThat(accounts("\uFEFF# who may send\nUSU500 = " + hash("CLAVE500"))
                        .authenticates("USU500", "CLAVE500"))
                .isTrue();
    }

    @Test
    void aHashIsSaltedAndHoldsNoPassword() {
        assertThat(hash("CLAVE500")).isNotEqualTo(hash("CLAVE500")).doesNotContain("CLAVE500");
        assertThat(PasswordHash.of("x".toCharArray()).toString()).startsWith("pbkdf2-sha256$600000$");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CLAVE500",
                "pbkdf2-sha256$10$AAAA$AAAA",
                "pbkdf2-sha256$many$AAAA$AAAA",
                "pbkdf2-sha256$600000$!$CLAVE500",
                "bcrypt$600000$AAAA$AAAA"
            })
    void whatIsNoHashIsAnErrorThatNamesTheUserAndQuotesNothing(String written) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> accounts("USU500 = " + written))
                .withMessageContaining("USU500")
                .withMessageContaining("pbkdf2-sha256$iterations$salt$hash")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("CLAVE500"))
                .withNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", " ab", "ab\t"})
    void aPasswordThatNoSubjectCanHoldHasNoHash(String password) {
        assertThatIllegalArgumentException().isThrownBy(() -> hash(password)).withMessageStartingWith("A password has");
    }

    private static String hash(String password) {
        return PasswordHash.of(password.toCharArray(), 1_000).toString();
    }

    private static BridgeAccounts accounts(String lines) throws IOException {
        return new BridgeAccounts(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
    }
}
