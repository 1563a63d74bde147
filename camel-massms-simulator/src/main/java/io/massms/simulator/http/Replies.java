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
package io.massms.simulator.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;

/** The ways in which a connection can be answered, or not. */
final class Replies {
    private Replies() {}

    static void send(HttpServerRequest http, Answer answer) {
        head(http, answer).end(Buffer.buffer(answer.body()));
    }

    /** Status and Content-Type, nothing sent yet. */
    static HttpServerResponse head(HttpServerRequest http, Answer answer) {
        return http.response().setStatusCode(answer.status()).putHeader("Content-Type", answer.contentType());
    }

    static void refuseBody(HttpServerRequest http, Throwable failure) {
        if (failure instanceof RequestBody.TooLarge) {
            http.response().putHeader("Connection", "close");
            send(http, Answer.page(413, "413 Payload Too Large"));
        } else {
            close(http);
        }
    }

    /** Closes the connection in the ordinary way. */
    static void close(HttpServerRequest http) {
        http.connection().close();
    }

    /** Closes the connection with a TCP reset, which is what a socket without linger time does. */
    static void reset(HttpServerRequest http) {
        Channel channel = ((ConnectionBase) http.connection()).channel();
        channel.config().setOption(ChannelOption.SO_LINGER, 0);
        channel.close();
    }
}
