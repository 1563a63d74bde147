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
package io.massms.camel.protocol.masms;

import io.massms.camel.spi.Channel;
import io.massms.camel.spi.Protocol;

/** The "MasSMS Gateway" HTTP API, which linktosms and markettext speak. */
public final class MasSmsProtocol {
    private MasSmsProtocol() {}

    /**
     * Sends, asks for a message's status and for the balance.
     *
     * @return the protocol
     */
    public static Protocol create() {
        return Protocol.builder()
                .send(Channel.http, new MasSmsSend())
                .status(new MasSmsStatus())
                .balance(new MasSmsBalance())
                .build();
    }
}
