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

/** Reads the parameters of a push, from the query and the form, as the HTTP component hands them over. */
final class PushParameters {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String REPLACEMENT = "\uFFFD";

    private final Message message;
    private final ServletCall servlet;
    private final Charset stated;
    private final List<Parameter> all = new ArrayList<>();
    private boolean damaged;

    private PushParameters(Exchange exchange, ServletCall servlet) {
        message = exchange.getMessage();
        this.servlet = servlet;
        stated = charset(exchange);
    }

    /**
     * Reads them.
     *
     * @param  exchange of the HTTP component
     * @param  servlet  its request; null where no servlet container serves
     * @return          what it holds
     */
    static PushParameters of(Exchange exchange, ServletCall servlet) {
        PushParameters parameters = new PushParameters(exchange, servlet);
        parameters.addQuery();
        parameters.addForm();
        return parameters;
    }

    /** Those of the query, then those of a form in the body. */
    List<Parameter> all() {
        return all;
    }

    /** Whether the HTTP server could not read letters, and replaced them. A sender that escaped a replacement character meant it. */
    boolean areDamaged() {
        return damaged;
    }

    private String checked(String read) {
        damaged |= read.contains(REPLACEMENT);
        return read;
    }

    /** The charset that is stated is that of the body. */
    private void addQuery() {
        all.addAll(new FormDecoder(null).decode(checked(query())));
    }

    /** Where there is a raw query, the other one is decoded. */
    private String query() {
        if (servlet != null) {
            return servlet.query() == null ? "" : servlet.query();
        }
        String raw = text(Exchange.HTTP_RAW_QUERY);
        return raw.isEmpty() ? text(Exchange.HTTP_QUERY) : raw;
    }

    /** A form comes as a map where the HTTP component has read it, in UTF-8, else as it was sent. */
    private void addForm() {
        List<Parameter> form = List.of();
        boolean isForm = text(Exchange.CONTENT_TYPE).toLowerCase(Locale.ROOT).startsWith(FORM);
        if (message.getBody() instanceof Map<?, ?> map) {
            form = form(map);
        } else if (isForm) {
            byte[] bytes = message.getBody(byte[].class);
            form = new FormDecoder(stated).decode(bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1));
        }
        all.addAll(form.isEmpty() && isForm && servlet != null ? formThatWasRead() : form);
    }

    private List<Parameter> formThatWasRead() {
        return servlet.formThatWasRead(all).stream()
                .map(parameter -> new Parameter(parameter.name(), readAgain(checked(parameter.value()))))
                .toList();
    }

    /** Servlet containers read a form in the charset that is stated, and where none is, in ISO-8859-1, also one in UTF-8. */
    private String readAgain(String value) {
        Charset charset = stated == null ? StandardCharsets.ISO_8859_1 : stated;
        boolean loses = !charset.canEncode() || !charset.newEncoder().canEncode(value);
        return loses ? value : new FormDecoder(stated).text(value.getBytes(charset));
    }

    private List<Parameter> form(Map<?, ?> map) {
        List<Parameter> form = new ArrayList<>();
        map.forEach((name, value) -> values(value)
                .forEach(one -> form.add(
                        new Parameter(String.valueOf(name), servlet == null ? checked(one) : unescaped(one)))));
        return form;
    }

    /** Spring Boot's platform-http reads a form as Camel reads the query of an endpoint: plus signs become spaces, escapes remain. */
    private String unescaped(String value) {
        String bytes = stated == null
                ? checked(value)
                : new String(checked(value).getBytes(stated), StandardCharsets.ISO_8859_1);
        return new FormDecoder(stated).text(bytes.replace("+", "%2B"));
    }

    private static Charset charset(Exchange exchange) {
        String name = exchange.getProperty(Exchange.CHARSET_NAME, String.class);
        try {
            return name == null ? null : Charset.forName(name);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** One or several, as the HTTP component hands over what came more than once. */
    static Stream<String> values(Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream().map(String::valueOf);
        }
        return Stream.ofNullable(value).map(Object::toString);
    }

    private String text(String header) {
        return text(message, header);
    }

    /** A header; empty where it is missing or no text. */
    static String text(Message message, String header) {
        return message.getHeader(header) instanceof String value ? value : "";
    }
}
