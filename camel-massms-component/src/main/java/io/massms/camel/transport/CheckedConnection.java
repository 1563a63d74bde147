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
package io.massms.camel.transport;

import java.io.IOException;
import org.apache.hc.core5.http.impl.nio.ClientHttp1IOEventHandler;
import org.apache.hc.core5.http.impl.nio.ClientHttp1StreamDuplexer;
import org.apache.hc.core5.reactor.IOSession;

/**
 * Reads before it lets a request out. What has arrived by then, the server's end of a kept connection or bytes that nobody asked
 * for, closes the connection while the request is still whole and can take another one. Left over is what is on its way.
 */
final class CheckedConnection extends ClientHttp1IOEventHandler {

    CheckedConnection(ClientHttp1StreamDuplexer stream) {
        super(stream);
    }

    @Override
    public void outputReady(IOSession session) throws IOException {
        if (session.hasCommands()) {
            session.getHandler().inputReady(session, null);
        }
        super.outputReady(session);
    }
}
