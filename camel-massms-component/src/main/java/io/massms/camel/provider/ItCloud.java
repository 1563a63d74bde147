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

import io.massms.camel.model.MessageType;
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
import java.time.Duration;

/** IT Cloud Services (contacto-masivo.com), Colombia, manual version 4: 1,000 numbers a request and 2 seconds between requests. */
public final class ItCloud implements SmsProvider {
    private static final ProviderProfile PROFILE = ProviderProfile.of("itcloud", "IT Cloud Services")
            .numbers(NumberForm.CONTACTO)
            .messageTypes(MessageType.ONE_WAY, MessageType.TWO_WAY, MessageType.FLASH)
            .requestInterval(Duration.ofSeconds(2))
            .sendingHours("08:00-21:00")
            .send(Channel.http, SendProfile.of(1000, new TextRules(Alphabet.UNICODE, 765, 765)))
            .url(Operation.send, "https://contacto-masivo.com/sms/back_sms/public/api/sendsms")
            .url(Operation.balance, "https://sistemasmasivos.com/itcloud/api/sendsms/query.php")
            .credentials(Credential.user, Credential.token)
            .credentials(Operation.balance, Credential.user, Credential.token)
            .credentials(Operation.balance, Credential.user, Credential.password)
            .build();
    private static final Protocol PROTOCOL = ContactoProtocol.withToken();

    @Override
    public ProviderProfile profile() {
        return PROFILE;
    }

    @Override
    public Protocol protocol() {
        return PROTOCOL;
    }
}
