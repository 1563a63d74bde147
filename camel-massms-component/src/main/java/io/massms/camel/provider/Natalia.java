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
package io.massms.camel.provider;

import io.massms.camel.number.NumberForm;
import io.massms.camel.protocol.contacto.ContactoProtocol;
import io.massms.camel.spi.Channel;
import io.massms.camel.spi.Credential;
import io.massms.camel.spi.Operation;
import io.massms.camel.spi.Protocol;
import io.massms.camel.spi.ProviderProfile;
import io.massms.camel.spi.SendProfile;
import io.massms.camel.spi.SmsProvider;
import io.massms.camel.text.Alphabet;
import io.massms.camel.text.TextRules;

/** Natalia Mailing SMS (sistemasmasivos.com/envio), Colombia, manual version 1.5: one number a request, 159 characters. */
public final class Natalia implements SmsProvider {
    private static final String API = "https://sistemasmasivos.com/envio/api/sendsms/";
    private static final ProviderProfile PROFILE = ProviderProfile.of("natalia", "Natalia Mailing SMS")
            .numbers(NumberForm.CONTACTO)
            .send(Channel.http, SendProfile.of(1, new TextRules(Alphabet.UNICODE, 159, 159)))
            .url(Operation.send, API + "send.php")
            .url(Operation.balance, API + "query.php")
            .credentials(Credential.user, Credential.password)
            .build();
    private static final Protocol PROTOCOL = ContactoProtocol.withPassword();

    @Override
    public ProviderProfile profile() {
        return PROFILE;
    }

    @Override
    public Protocol protocol() {
        return PROTOCOL;
    }
}
