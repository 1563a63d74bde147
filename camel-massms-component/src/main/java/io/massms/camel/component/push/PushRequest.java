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
package io.massms.camel.component.push;

import io.massms.camel.spi.Parameter;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** A request as the HTTP component hands it over. */
public final class PushRequest {
    /** platform-http with Vert.x, and netty-http, each in its own header. */
    private static final List<String> PEER_HEADERS =
            List.of("CamelVertxPlatformHttpRemoteAddress", "CamelNettyRemoteAddress");

    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final boolean SERVLETS =
            isThere("jakarta.servlet.http.HttpServletRequest") && isThere("org.apache.camel.http.common.HttpMessage");

    private final Message message;
    private final ServletCall servlet;
    private final PushParameters parameters;

    /**
     * Reads a request.
     *
     * @param exchange of the HTTP component; it is left as it is
     */
    public PushRequest(Exchange exchange) {
        message = exchange.getMessage();
        servlet = SERVLETS ? ServletCall.of(message) : null;
        parameters = PushParameters.of(exchange, servlet);
    }

    private static boolean isThere(String type) {
        try {
            Class.forName(type, false, PushRequest.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    /**
     * The parameters of the query, then those of a form in the body.
     *
     * @return empty where there are none
     */
    public List<Parameter> parameters() {
        return parameters.all();
    }

    /**
     * Whether letters are lost: where the HTTP server has read a query or a form in one charset, and it was in another.
     *
     * @return true where the request must not be taken for what was meant
     */
    public boolean isDamaged() {
        return parameters.areDamaged();
    }

    /**
     * The method of the request.
     *
     * @return empty where the HTTP component does not say
     */
    public String method() {
        return text(Exchange.HTTP_METHOD);
    }

    /** The end of the path, as it was written: a secret needs no escapes, so that there is one way only to write it. */
    String lastSegment() {
        String uri = text(Exchange.HTTP_URI);
        int query = uri.indexOf('?');
        String path = query < 0 ? uri : uri.substring(0, query);
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /**
     * Who is at the other end of the connection.
     *
     * @return null where the HTTP component does not say
     */
    public InetAddress peer() {
        if (servlet != null) {
            return IpAddresses.parseEndpoint(servlet.remoteAddress());
        }
        for (String header : PEER_HEADERS) {
            InetAddress address = IpAddresses.parseEndpoint(message.getHeader(header));
            if (address != null) {
                return address;
            }
        }
        return null;
    }

    /** For whom proxies say that they speak, the nearest last. */
    List<String> forwardedFor() {
        Stream<String> headers = servlet == null ? forwardedHeaders() : servlet.header(FORWARDED_FOR).stream();
        return headers.flatMap(header -> Stream.of(header.split(",", -1))).toList();
    }

    /**
     * HTTP components mix parameters into the headers, so a request with such a parameter could say anything: it speaks for nobody.
     */
    private Stream<String> forwardedHeaders() {
        boolean ambiguous = parameters.all().stream()
                .flatMap(parameter -> Stream.of(parameter.name(), parameter.value()))
                .anyMatch(part -> part.toLowerCase(Locale.ROOT).contains(FORWARDED_FOR.toLowerCase(Locale.ROOT)));
        if (ambiguous) {
            return Stream.of("");
        }
        return PushParameters.values(message.getHeader(FORWARDED_FOR));
    }

    private String text(String header) {
        return PushParameters.text(message, header);
    }
}
