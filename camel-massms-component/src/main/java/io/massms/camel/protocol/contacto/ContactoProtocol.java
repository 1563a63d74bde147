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
package io.massms.camel.protocol.contacto;

import io.massms.camel.protocol.PushForm;
import io.massms.camel.spi.Channel;
import io.massms.camel.spi.Credential;
import io.massms.camel.spi.Protocol;

/** The API of contacto-masivo.com and sistemasmasivos.com, which itcloud and natalia speak. */
public final class ContactoProtocol {
    private ContactoProtocol() {}

    /**
     * As itcloud speaks it: a token beside the user, types of messages, and pushes (manual, "Recepción de mensajes SMS mediante
     * API").
     *
     * @return sends, asks for the balance and understands pushes
     */
    public static Protocol withToken() {
        return protocol(new ContactoSend(Credential.token, true))
                .push(PushForm.of("celular", "mensaje"))
                .build();
    }

    /**
     * As natalia speaks it: a password beside the user, and one type of message.
     *
     * @return sends and asks for the balance
     */
    public static Protocol withPassword() {
        return protocol(new ContactoSend(Credential.password, false)).build();
    }

    private static Protocol.Builder protocol(ContactoSend send) {
        return Protocol.builder().send(Channel.http, send).balance(new ContactoBalance());
    }
}
