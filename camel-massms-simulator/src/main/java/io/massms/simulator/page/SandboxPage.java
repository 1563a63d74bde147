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
package io.massms.simulator.page;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The sandbox page at {@code /}: files from the class path, held in memory. It uses the REST API and nothing else. */
public final class SandboxPage {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
            + " require-trusted-types-for 'script'";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");
    private static final List<Asset> ASSETS = List.of(
            Asset.load("/", "index.html"),
            Asset.load("style.css"),
            Asset.load("icon.svg"),
            Asset.load("main.js"),
            Asset.load("api.js"),
            Asset.load("dom.js"),
            Asset.load("format.js"),
            Asset.load("tabs.js"),
            Asset.load("threads.js"),
            Asset.load("conversation.js"),
            Asset.load("details.js"),
            Asset.load("request.js"),
            Asset.load("faults.js"),
            Asset.load("conditions.js"),
            Asset.load("accounts.js"),
            Asset.load("numbers.js"),
            Asset.load("welcome.js"),
            Asset.load("keyboard.js"));

    private SandboxPage() {}

    private record Asset(String path, String type, Buffer content, String tag) {
        static Asset load(String name) {
            return load("/page/" + name, name);
        }

        static Asset load(String path, String name) {
            try (InputStream resource = SandboxPage.class.getResourceAsStream(name)) {
                byte[] bytes = resource.readAllBytes();
                String extension = name.substring(name.lastIndexOf('.') + 1);
                return new Asset(path, TYPES.get(extension), Buffer.buffer(bytes), tag(bytes));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String tag(byte[] bytes) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
                return '"' + HexFormat.of().formatHex(hash, 0, 8) + '"';
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java has SHA-256", e);
            }
        }
    }

    public static void mount(Router router) {
        ASSETS.forEach(asset -> router.get(asset.path()).handler(context -> serve(context, asset)));
    }

    private static void serve(RoutingContext context, Asset asset) {
        HttpServerResponse response = context.response()
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin")
                .putHeader("Cache-Control", "no-cache")
                .putHeader("ETag", asset.tag());
        if (asset.tag().equals(context.request().getHeader("If-None-Match"))) {
            response.setStatusCode(304).end();
        } else {
            response.putHeader("Content-Type", asset.type()).end(asset.content());
        }
    }
}
