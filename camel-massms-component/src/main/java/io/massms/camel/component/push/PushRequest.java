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
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** A request as the HTTP component hands it over. */
public final class PushRequest {
    /** platform-http and netty-http, each in its own header. */
    private static final List<String> PEER_HEADERS =
            List.of("CamelVertxPlatformHttpRemoteAddress", "CamelNettyRemoteAddress");

    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final String FORM = "application/x-www-form-urlencoded";

    private static final char REPLACEMENT = '\uFFFD';

    private final Message message;
    private final List<Parameter> parameters = new ArrayList<>();

    /**
     * Reads a request.
     *
     * @param exchange of the HTTP component; it is left as it is
     */
    public PushRequest(Exchange exchange) {
        message = exchange.getMessage();
        FormDecoder decoder = new FormDecoder(charset(exchange));
        parameters.addAll(decoder.decode(text(Exchange.HTTP_RAW_QUERY)));
        addForm(decoder);
    }

    /**
     * The parameters of the query, then those of a form in the body.
     *
     * @return empty where there are none
     */
    public List<Parameter> parameters() {
        return parameters;
    }

    /**
     * Whether letters of the form are lost: where the HTTP component has read it as UTF-8, and it was in another charset.
     *
     * @return true where the request must not be taken for what was meant
     */
    public boolean isDamaged() {
        return message.getBody() instanceof Map<?, ?> form
                && form.values().stream()
                        .flatMap(PushRequest::values)
                        .anyMatch(value -> value.indexOf(REPLACEMENT) >= 0);
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
        for (String header : PEER_HEADERS) {
            InetAddress address = IpAddresses.parseEndpoint(message.getHeader(header));
            if (address != null) {
                return address;
            }
        }
        return null;
    }

    /**
     * For whom proxies say that they speak, the nearest last. HTTP components mix parameters into the headers, so a request with such
     * a parameter could say anything: it speaks for nobody.
     */
    List<String> forwardedFor() {
        boolean ambiguous = parameters.stream()
                .flatMap(parameter -> Stream.of(parameter.name(), parameter.value()))
                .anyMatch(part -> part.toLowerCase(Locale.ROOT).contains(FORWARDED_FOR.toLowerCase(Locale.ROOT)));
        if (ambiguous) {
            return List.of("");
        }
        return values(message.getHeader(FORWARDED_FOR))
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .toList();
    }

    /** A form comes as a map where the HTTP component has read it, in UTF-8, else as it was sent. */
    private void addForm(FormDecoder decoder) {
        if (message.getBody() instanceof Map<?, ?> form) {
            form.forEach((name, value) ->
                    values(value).forEach(one -> parameters.add(new Parameter(String.valueOf(name), one))));
        } else if (text(Exchange.CONTENT_TYPE).toLowerCase(Locale.ROOT).startsWith(FORM)) {
            byte[] form = message.getBody(byte[].class);
            parameters.addAll(decoder.decode(form == null ? "" : new String(form, StandardCharsets.ISO_8859_1)));
        }
    }

    private static Charset charset(Exchange exchange) {
        String name = exchange.getProperty(Exchange.CHARSET_NAME, String.class);
        try {
            return name == null ? null : Charset.forName(name);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Stream<String> values(Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream().map(String::valueOf);
        }
        return Stream.ofNullable(value).map(Object::toString);
    }

    private String text(String header) {
        return message.getHeader(header) instanceof String value ? value : "";
    }
}
