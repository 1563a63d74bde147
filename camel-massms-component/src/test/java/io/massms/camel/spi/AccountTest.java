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

import io.massms.camel.provider.ItCloud;
import io.massms.camel.provider.LinktoSms;
import io.massms.camel.provider.SmsMasivos;
import io.massms.camel.text.Alphabet;
import io.massms.camel.text.TextRules;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTest {
    private static final ProviderProfile BY_TOKEN = ProviderProfile.of("acme", "Acme")
            .send(Channel.http, SendProfile.of(1, new TextRules(Alphabet.UNICODE, 160, 160)))
            .url(Operation.send, "https://acme.example.com/send")
            .credentials(Credential.token)
            .build();

    @Test
    void theKeyStaysWhenAPasswordOrATokenChanges() {
        assertThat(key(linktosms("ana", "one"))).isEqualTo(key(linktosms("ana", "two")));
        assertThat(key(itcloud(Credential.token, "one"))).isEqualTo(key(itcloud(Credential.password, "two")));
    }

    @Test
    void usersOfOneCompanyAreAccountsOfTheirOwn() {
        assertThat(key(linktosms("ana", "one"))).isNotEqualTo(key(linktosms("luis", "one")));
    }

    @Test
    void keysOfAProviderAreAccountsOfTheirOwn() {
        assertThat(key(account(new SmsMasivos().profile(), Map.of(Credential.apiKey, "bank"))))
                .isNotEqualTo(key(account(new SmsMasivos().profile(), Map.of(Credential.apiKey, "clinic"))));
    }

    @Test
    void whereAProviderHasNothingButTokensEachIsAnAccount() {
        assertThat(key(byToken("bank"))).isNotEqualTo(key(byToken("clinic"))).isEqualTo(key(byToken("bank")));
    }

    @Test
    void aUserThatTheProviderHasNoUseForNamesNoAccount() {
        assertThat(key(account(BY_TOKEN, Map.of(Credential.token, "bank", Credential.user, "ana"))))
                .isEqualTo(key(byToken("bank")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://sms.example.com/", "HTTPS://SMS.example.com", "https://sms.example.com:443"})
    void anAccountIsTheSameHoweverItsBaseUrlIsSpelt(String spelling) {
        assertThat(at(spelling).key()).isEqualTo(at("https://sms.example.com").key());
        assertThat(at(spelling).url(Operation.send)).hasToString("https://sms.example.com/send");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://sms.example.com", "https://sms.example.com:444", "https://sms.example.com/a"})
    void anotherPlaceIsAnotherAccount(String place) {
        assertThat(at(place).key()).isNotEqualTo(at("https://sms.example.com").key());
    }

    private static String key(Account account) {
        return account.key();
    }

    private static Account at(String baseUrl) {
        return new Account(
                BY_TOKEN,
                Credentials.of(Map.of(Credential.token, "bank")),
                new BaseUrl(URI.create(baseUrl)),
                HttpMethod.POST,
                "CO",
                BY_TOKEN.zone());
    }

    private static Account byToken(String token) {
        return account(BY_TOKEN, Map.of(Credential.token, token));
    }

    private static Account linktosms(String user, String password) {
        return account(
                new LinktoSms().profile(),
                Map.of(Credential.apiId, "acme", Credential.user, user, Credential.password, password));
    }

    private static Account itcloud(Credential kind, String secret) {
        return account(new ItCloud().profile(), Map.of(Credential.user, "ana", kind, secret));
    }

    private static Account account(ProviderProfile profile, Map<Credential, String> credentials) {
        return new Account(
                profile, Credentials.of(credentials), null, HttpMethod.POST, profile.country(), profile.zone());
    }
}
