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
package io.massms.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** The fake provider in its own process; it ends with this one. */
final class ProviderProcess implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final URI uri;

    ProviderProcess() throws IOException {
        process = new ProcessBuilder(Java.command("-Xmx256m", FakeProvider.class))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = new BufferedReader(new InputStreamReader(process.getInputStream()));
        uri = URI.create("http://127.0.0.1:" + output.readLine());
    }

    URI uri() {
        return uri;
    }

    void reset(int latencyMillis) throws IOException, InterruptedException {
        get("/control/reset/" + latencyMillis);
    }

    /** How many recipients it took since it was reset. */
    long recipients() throws IOException, InterruptedException {
        return Long.parseLong(get("/control/counts").split(" ")[1]);
    }

    private String get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri.resolve(path)).build(), BodyHandlers.ofString())
                .body();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
