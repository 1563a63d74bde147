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

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.URI;
import java.util.function.IntConsumer;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.io.CloseMode;

/** HttpClient 5, asynchronous, without Camel: a body put together by hand and a string search on the answer. */
final class PlainClient implements Sender {
    private final CloseableHttpAsyncClient client = HttpAsyncClients.custom()
            .setConnectionManager(PoolingAsyncClientConnectionManagerBuilder.create()
                    .setMaxConnTotal(1_000)
                    .setMaxConnPerRoute(1_000)
                    .build())
            .build();
    private final URI uri;

    PlainClient(URI provider) {
        uri = provider.resolve(Wire.PATH);
        client.start();
    }

    @Override
    public void send(String to, IntConsumer done) {
        SimpleHttpRequest request = SimpleRequestBuilder.post(uri)
                .setBody(Wire.body(to).getBytes(US_ASCII), ContentType.parse(Wire.FORM))
                .build();
        client.execute(request, new FutureCallback<>() {
            @Override
            public void completed(SimpleHttpResponse response) {
                done.accept(Wire.accepted(response.getBodyText()));
            }

            @Override
            public void failed(Exception cause) {
                done.accept(0);
            }

            @Override
            public void cancelled() {
                done.accept(0);
            }
        });
    }

    @Override
    public boolean blocking() {
        return false;
    }

    @Override
    public void close() {
        client.close(CloseMode.GRACEFUL);
    }
}
