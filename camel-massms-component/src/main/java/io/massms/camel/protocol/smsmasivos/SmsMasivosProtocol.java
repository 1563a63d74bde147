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

import io.massms.camel.protocol.PushForm;
import io.massms.camel.spi.Channel;
import io.massms.camel.spi.Operation;
import io.massms.camel.spi.Protocol;

/** The interfaces of servicio.smsmasivos.com.ar. */
public final class SmsMasivosProtocol {
    private SmsMasivosProtocol() {}

    /**
     * Sends one by one, in blocks, by the web service and by mail; asks for what became of blocks, for the balance, the package's end,
     * the month's count, the server's clock and the inbox. The page of the clock needs no credentials and takes {@code iso=1} (observed:
     * the manual leaves its URL out). Messages come by push as well (manual, "Recepción de mensajes vía HTTP (PUSH)").
     *
     * @return the protocol
     */
    public static Protocol create() {
        return Protocol.builder()
                .send(Channel.http, new SmsMasivosSend())
                .send(Channel.block, new SmsMasivosBlock())
                .send(Channel.soap, new SmsMasivosSoapSend())
                .send(Channel.smtp, new SmsMasivosMail())
                .statusByClientId(new SmsMasivosStatus())
                .statusesSince(new SmsMasivosStatuses())
                .balance(new SmsMasivosQuery<>(SmsMasivosForms::addCredentials, SmsMasivosValues::balance))
                .account(
                        Operation.expiry,
                        new SmsMasivosQuery<>(SmsMasivosForms::addCredentials, SmsMasivosValues::expiry))
                .account(
                        Operation.sentCount,
                        new SmsMasivosQuery<>(SmsMasivosForms::addCredentials, SmsMasivosValues::sentCount))
                .account(
                        Operation.serverTime,
                        new SmsMasivosQuery<>(
                                (form, credentials) -> form.add("iso", "1"), SmsMasivosValues::serverTime))
                .inbox(Channel.http, new SmsMasivosInbox())
                .inbox(Channel.soap, new SmsMasivosSoapInbox())
                .inboxSheet(new SmsMasivosInboxSheet())
                .push(PushForm.of("ORIGEN", "TEXTO").withClientId("IDINTERNO"))
                .errorMail(new SmsMasivosErrorMail())
                .build();
    }
}
