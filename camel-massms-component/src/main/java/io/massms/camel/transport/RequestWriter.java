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

import io.massms.camel.spi.BodyCall;
import io.massms.camel.spi.FormCall;
import io.massms.camel.spi.HttpCall;
import io.massms.camel.spi.HttpMethod;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.message.BasicHeader;

/** Writes calls as requests. */
final class RequestWriter {
    private static final Header ACCEPT = new BasicHeader(HttpHeaders.ACCEPT, "*/*");

    private final Header userAgent;
    private final Map<Charset, Header> formTypes = new ConcurrentHashMap<>();

    RequestWriter(String userAgent) {
        this.userAgent = new BasicHeader(HttpHeaders.USER_AGENT, userAgent);
    }

    /** The whole request, as it goes to the target or to the proxy before it. */
    WholeRequest request(HttpCall call, Target target) {
        WholeRequest request = call instanceof BodyCall body ? request(body, target) : request((FormCall) call, target);
        addUnlessSaid(request, ACCEPT);
        addUnlessSaid(request, userAgent);
        if (target.proxyAuthorization() != null && !target.route().isTunnelled()) {
            request.addHeader(target.proxyAuthorization());
        }
        return request;
    }

    private static void addUnlessSaid(WholeRequest request, Header header) {
        if (!request.containsHeader(header.getName())) {
            request.addHeader(header);
        }
    }

    /** A method that is made for a body says that it has none (RFC 9110, section 8.6). */
    private static WholeRequest request(BodyCall call, Target target) {
        String query = URI.create(call.uri().toASCIIString()).getRawQuery();
        byte[] body = call.body() == null ? null : call.body().getBytes(call.charset());
        WholeRequest request =
                new WholeRequest(call.method(), target.requestTarget() + (query == null ? "" : "?" + query), body);
        request.addHeader(target.host());
        if (body != null) {
            request.addHeader(new BasicHeader(HttpHeaders.CONTENT_TYPE, call.contentType()));
            request.addHeader(new BasicHeader(HttpHeaders.CONTENT_LENGTH, body.length));
        } else if (call.method().startsWith("P")) {
            request.addHeader(new BasicHeader(HttpHeaders.CONTENT_LENGTH, 0));
        }
        call.headers().forEach(said -> request.addHeader(new BasicHeader(said.name(), said.value(), true)));
        return request;
    }

    private WholeRequest request(FormCall call, Target target) {
        byte[] form = FormEncoder.encode(call.parameters(), call.charset());
        if (call.method() == HttpMethod.POST) {
            return post(target, form, formTypes.computeIfAbsent(call.charset(), RequestWriter::formType));
        }
        String query = form.length == 0 ? "" : "?" + new String(form, StandardCharsets.US_ASCII);
        WholeRequest request = new WholeRequest("GET", target.requestTarget() + query, null);
        request.addHeader(target.host());
        return request;
    }

    private static WholeRequest post(Target target, byte[] body, Header contentType) {
        WholeRequest request = new WholeRequest("POST", target.requestTarget(), body);
        request.addHeader(target.host());
        request.addHeader(contentType);
        request.addHeader(new BasicHeader(HttpHeaders.CONTENT_LENGTH, body.length));
        return request;
    }

    private static Header formType(Charset charset) {
        return new BasicHeader(
                HttpHeaders.CONTENT_TYPE, "application/x-www-form-urlencoded; charset=" + charset.name());
    }
}
