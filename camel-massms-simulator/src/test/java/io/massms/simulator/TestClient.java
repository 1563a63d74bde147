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
package io.massms.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Calls a simulator as any HTTP client would. */
public final class TestClient {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private final String root;

    public TestClient(String root) {
        this.root = root;
    }

    public String get(String path, String... namesAndValues) {
        return getBytes(path, namesAndValues).text();
    }

    public Reply getBytes(String path, String... namesAndValues) {
        return send(HttpRequest.newBuilder(uri(path + '?' + form(StandardCharsets.UTF_8, namesAndValues))));
    }

    public String post(String path, String... namesAndValues) {
        return reply(path, namesAndValues).text();
    }

    public Reply reply(String path, String... namesAndValues) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(StandardCharsets.UTF_8, namesAndValues))));
    }

    public Reply postIn(Charset charset, String path, String... namesAndValues) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded; charset=" + charset.name())
                .POST(HttpRequest.BodyPublishers.ofString(form(charset, namesAndValues))));
    }

    public Reply json(String method, String path, String body) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    /** A POST with these headers, given as names and values. */
    public Reply send(String path, String body, String... headers) {
        return send(HttpRequest.newBuilder(uri(path)).headers(headers).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public Reply call(String method, String path) {
        return send(HttpRequest.newBuilder(uri(path)).method(method, HttpRequest.BodyPublishers.noBody()));
    }

    private URI uri(String path) {
        return URI.create(root + path);
    }

    private static Reply send(HttpRequest.Builder request) {
        try {
            return new Reply(HTTP.send(
                    request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new Lost(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String form(Charset charset, String... namesAndValues) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            pairs.add(namesAndValues[i] + '=' + URLEncoder.encode(namesAndValues[i + 1], charset));
        }
        return String.join("&", pairs);
    }

    /** The connection gave no whole answer. */
    public static final class Lost extends RuntimeException {
        Lost(IOException cause) {
            super(cause);
        }
    }

    /** An answer. */
    public record Reply(HttpResponse<byte[]> http) {
        public int status() {
            return http.statusCode();
        }

        public byte[] bytes() {
            return http.body();
        }

        public String header(String name) {
            return http.headers().firstValue(name).orElse(null);
        }

        /** Decoded as the Content-Type says. */
        public String text() {
            String type = header("Content-Type");
            boolean latin1 = type != null && type.contains("ISO-8859-1");
            return new String(bytes(), latin1 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        }
    }
}
