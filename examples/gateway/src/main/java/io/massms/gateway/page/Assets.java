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
package io.massms.gateway.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.massms.gateway.json.GatewayJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** The files of the page, held in memory. */
final class Assets {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
            + " require-trusted-types-for 'script'";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");
    private static final String[] NAMES = {
        "index.html", "style.css", "icon.svg", "main.js", "api.js", "dom.js", "format.js", "chart.js", "panels.js"
    };

    private final Map<String, byte[]> contents = new TreeMap<>();

    Assets() {
        for (String name : NAMES) {
            try (InputStream file = Assets.class.getResourceAsStream(name)) {
                contents.put(name, file.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The page itself. */
    void index(Exchange exchange) throws JsonProcessingException {
        serve(exchange, "index.html");
    }

    /** The file that the path names, or 404. */
    void file(Exchange exchange) throws JsonProcessingException {
        serve(exchange, exchange.getMessage().getHeader("file", String.class));
    }

    private void serve(Exchange exchange, String name) throws JsonProcessingException {
        byte[] content = contents.get(name);
        Message message = exchange.getMessage();
        secure(message);
        if (content == null) {
            message.setHeader(Exchange.HTTP_RESPONSE_CODE, 404);
            message.setHeader(Exchange.CONTENT_TYPE, "application/json");
            message.setBody(GatewayJson.of(GatewayJson.error("NOT_FOUND", "The page has no such file")));
        } else {
            message.setHeader(Exchange.CONTENT_TYPE, TYPES.get(name.substring(name.lastIndexOf('.') + 1)));
            message.setBody(content);
        }
    }

    /** Nothing of the request goes back, and a browser does no more with the answer than the page needs. */
    static void secure(Message message) {
        message.removeHeaders("*");
        message.setHeader("Content-Security-Policy", POLICY);
        message.setHeader("X-Content-Type-Options", "nosniff");
        message.setHeader("Referrer-Policy", "no-referrer");
        message.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        message.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        message.setHeader("Cache-Control", "no-cache");
    }
}
