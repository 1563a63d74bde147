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
package io.massms.camel.protocol.smsmasivos;

import io.massms.camel.provider.SmsMasivos;
import io.massms.camel.spi.Account;
import io.massms.camel.spi.Credential;
import io.massms.camel.spi.Credentials;
import io.massms.camel.spi.HttpMethod;
import io.massms.camel.spi.ProviderProfile;
import java.util.Map;

/** An account at the provider's own address. */
final class TestAccount {
    static final Account NOBODYS = with(Map.of());

    private TestAccount() {}

    static Account with(Map<Credential, String> credentials) {
        ProviderProfile profile = new SmsMasivos().profile();
        return new Account(profile, Credentials.of(credentials), null, HttpMethod.POST, "AR", profile.zone());
    }
}
