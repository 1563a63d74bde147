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
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.impl.nio.DefaultHttpRequestWriter;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.SessionOutputBuffer;

/**
 * A request whose body is small and known. The connection sees a request without an entity, and {@link Writer} appends the
 * body to the head: both leave in one write, without another turn of the selector.
 */
final class WholeRequest extends BasicHttpRequest {
    private static final long serialVersionUID = 1L;

    private final transient byte[] body;

    WholeRequest(String method, String requestTarget, byte[] body) {
        super(method, null, null, requestTarget);
        this.body = body;
    }

    /** The method alone: the target of a GET holds credentials. */
    @Override
    public String toString() {
        return getMethod();
    }

    /** Writes head and body. */
    static final class Writer extends DefaultHttpRequestWriter<HttpRequest> {

        @Override
        public void write(HttpRequest request, SessionOutputBuffer buffer) throws IOException, HttpException {
            super.write(request, buffer);
            if (request instanceof WholeRequest whole && whole.body != null) {
                buffer.write(ByteBuffer.wrap(whole.body));
            }
        }
    }
}
