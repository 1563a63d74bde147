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
package io.massms.camel.component;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A server on loopback that says what a test lets it say, in ISO-8859-1 and without a type. */
final class AnsweringServer implements AutoCloseable {
    private final HttpServer server;
    private volatile int status = 200;

    /** Makes an answer. */
    interface Answer {
        String to(HttpExchange request) throws IOException;
    }

    AnsweringServer(Answer answer) throws IOException {
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/", request -> {
            byte[] page = answer.to(request).getBytes(StandardCharsets.ISO_8859_1);
            request.sendResponseHeaders(status, page.length);
            request.getResponseBody().write(page);
            request.close();
        });
        server.start();
    }

    void status(int code) {
        status = code;
    }

    String baseUrl() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
