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
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.nio.AsyncConnectionEndpoint;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncClientExchangeHandler;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.protocol.HttpContext;

/** Asks a proxy for a tunnel (RFC 9110, section 9.3.6). Nothing of a call has left while this is under way. */
final class Tunnel implements AsyncClientExchangeHandler {
    private final Target target;
    private final FutureCallback<AsyncConnectionEndpoint> callback;
    private final AtomicBoolean completed = new AtomicBoolean();

    Tunnel(Target target, FutureCallback<AsyncConnectionEndpoint> callback) {
        this.target = target;
        this.callback = callback;
    }

    @Override
    public void produceRequest(RequestChannel channel, HttpContext context) throws HttpException, IOException {
        WholeRequest connect = new WholeRequest("CONNECT", target.tunnelTarget(), null);
        connect.addHeader(HttpHeaders.HOST, target.tunnelTarget());
        if (target.proxyAuthorization() != null) {
            connect.addHeader(target.proxyAuthorization());
        }
        channel.sendRequest(connect, null, context);
    }

    @Override
    public void consumeResponse(HttpResponse response, EntityDetails entity, HttpContext context) throws IOException {
        int status = response.getCode();
        if (status >= 200 && status < 300) {
            if (completed.compareAndSet(false, true)) {
                callback.completed(null);
            }
        } else {
            throw new ConnectionClosedException("the proxy refused a tunnel with status " + status);
        }
    }

    @Override
    public void failed(Exception cause) {
        if (completed.compareAndSet(false, true)) {
            callback.failed(cause);
        }
    }

    @Override
    public void cancel() {
        failed(new ConnectionClosedException("the proxy closed the connection"));
    }

    @Override
    public void releaseResources() {
        cancel();
    }

    @Override
    public void consumeInformation(HttpResponse response, HttpContext context) {}

    @Override
    public int available() {
        return 0;
    }

    @Override
    public void produce(DataStreamChannel channel) {}

    @Override
    public void updateCapacity(CapacityChannel channel) {}

    @Override
    public void consume(ByteBuffer bytes) {}

    @Override
    public void streamEnd(List<? extends Header> trailers) {}
}
