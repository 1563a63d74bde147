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

import io.massms.camel.protocol.Form;
import io.massms.camel.spi.Credential;
import io.massms.camel.spi.Credentials;

/** What this provider's forms have in common. */
final class SmsMasivosForms {
    private SmsMasivosForms() {}

    /** The API key (manual), or user and password, which are taken everywhere in its place (observed). */
    static Form addCredentials(Form form, Credentials credentials) {
        return credentials.has(Credential.apiKey)
                ? form.add("apikey", Credential.apiKey)
                : form.add("usuario", Credential.user).add("clave", Credential.password);
    }
}
