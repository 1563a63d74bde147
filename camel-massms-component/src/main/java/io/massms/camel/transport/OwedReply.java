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
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.NHttpMessageParser;
import org.apache.hc.core5.http.nio.NHttpMessageWriter;
import org.apache.hc.core5.http.nio.SessionInputBuffer;
import org.apache.hc.core5.http.nio.SessionOutputBuffer;

/**
 * Knows whether a reply is owed on a connection. Where none is, a single byte ends it: the beginning of a line would stay in the buffer, and
 * the next reply be read as its end.
 */
final class OwedReply {
    /** Belongs to the one whose turn it is, see {@link CheckedConnection}. */
    private boolean owed;

    NHttpMessageWriter<HttpRequest> noting(NHttpMessageWriter<HttpRequest> writer) {
        return new NHttpMessageWriter<>() {
            @Override
            public void reset() {
                writer.reset();
            }

            @Override
            public void write(HttpRequest request, SessionOutputBuffer buffer) throws IOException, HttpException {
                owed = true;
                writer.write(request, buffer);
            }
        };
    }

    NHttpMessageParser<HttpResponse> checking(NHttpMessageParser<HttpResponse> parser) {
        return new NHttpMessageParser<>() {
            @Override
            public void reset() {
                parser.reset();
            }

            @Override
            public HttpResponse parse(SessionInputBuffer buffer, boolean endOfStream)
                    throws IOException, HttpException {
                if (!owed && buffer.hasData()) {
                    throw new HttpException("Bytes that nobody asked for");
                }
                HttpResponse response = parser.parse(buffer, endOfStream);
                owed = owed && (response == null || response.getCode() < 200);
                return response;
            }
        };
    }
}
