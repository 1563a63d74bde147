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
package io.massms.gateway.setup;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.apache.camel.CamelContext;

/**
 * Where the HTTP interface listens.
 *
 * @param host the address, the loopback address by default: nobody is asked who he is
 * @param port the TCP port
 */
record WebAddress(String host, int port) {

    static WebAddress of(CamelContext context) {
        return new WebAddress(
                GatewaySettings.text(context, "camel.server.host", "127.0.0.1"),
                GatewaySettings.port(context, "camel.server.port", "8090"));
    }

    /**
     * Camel only logs that a port is taken, and goes on without an HTTP interface: this finds out before.
     *
     * @throws IllegalStateException where it is taken
     */
    void requireFree() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The HTTP interface cannot listen on " + host + ":" + port + " (" + e.getMessage()
                            + "); choose another port with camel.server.port (environment: CAMEL_SERVER_PORT)",
                    e);
        }
    }

    @Override
    public String toString() {
        return "http://" + host + ":" + port;
    }
}
