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

import io.massms.camel.protocol.masms.MasSmsProtocol;
import io.massms.camel.spi.Channel;
import io.massms.camel.spi.Credential;
import io.massms.camel.spi.Operation;
import io.massms.camel.spi.Protocol;
import io.massms.camel.spi.ProviderProfile;
import io.massms.camel.spi.SendProfile;
import io.massms.camel.spi.SmsProvider;
import io.massms.camel.text.Alphabet;
import io.massms.camel.text.SenderRule;
import io.massms.camel.text.TextRules;

/** markettext.com, whose brand is MasSMS Gateway (massms.com), Colombia. */
public final class Markettext implements SmsProvider {
    private static final String API = "https://www.markettext.com/massms/api/";
    private static final TextRules TEXT = new TextRules(Alphabet.UNICODE, Integer.MAX_VALUE, 160);
    private static final ProviderProfile PROFILE = ProviderProfile.of("markettext", "Markettext")
            .sender(new SenderRule(3, 11, false, false, true))
            .send(Channel.http, SendProfile.of(500, TEXT).withScheduling())
            .url(Operation.send, API + "sendmsg.php")
            .url(Operation.status, API + "query.php")
            .url(Operation.balance, API + "getbalance.php")
            .credentials(Credential.apiId, Credential.user, Credential.password)
            .credentials(Operation.status, Credential.apiId, Credential.user)
            .credentials(Operation.balance, Credential.apiId, Credential.user)
            .build();
    private static final Protocol PROTOCOL = MasSmsProtocol.create();

    @Override
    public ProviderProfile profile() {
        return PROFILE;
    }

    @Override
    public Protocol protocol() {
        return PROTOCOL;
    }
}
