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
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.camel.Message;
import org.apache.camel.http.common.HttpMessage;

/**
 * The request of a servlet container, below camel-servlet, camel-jetty, and platform-http in Spring Boot. Elsewhere the classes that it
 * needs are missing, and it must not be touched.
 */
final class ServletCall {
    /** Where Spring Boot's platform-http keeps the request; callers can only make strings. */
    private static final String REQUEST = "CamelHttpServletRequest";

    private final HttpServletRequest request;
    private final HttpServletRequest received;

    private ServletCall(HttpServletRequest request) {
        this.request = request;
        received = unwrapped(request);
    }

    /**
     * The request of a message.
     *
     * @return null where it does not come from a servlet container
     */
    static ServletCall of(Message message) {
        if (message instanceof HttpMessage http && http.getRequest() != null) {
            return new ServletCall(http.getRequest());
        }
        return message.getHeader(REQUEST) instanceof HttpServletRequest request ? new ServletCall(request) : null;
    }

    /** Filters such as Spring's ForwardedHeaderFilter tell the address that a caller claims to have: behind them is the real one. */
    private static HttpServletRequest unwrapped(ServletRequest request) {
        ServletRequest inner = request;
        while (inner instanceof ServletRequestWrapper wrapper) {
            inner = wrapper.getRequest();
        }
        return (HttpServletRequest) inner;
    }

    /** As it was sent; null where there is none. */
    String query() {
        return request.getQueryString();
    }

    String remoteAddress() {
        return received.getRemoteAddr();
    }

    List<String> header(String name) {
        return Collections.list(received.getHeaders(name));
    }

    /**
     * The form that a filter has read before Camel could: the container's parameters, without those of the query, which come first.
     *
     * @param query the parameters of the query
     */
    List<Parameter> formThatWasRead(List<Parameter> query) {
        List<Parameter> form = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            long ofTheQuery = query.stream()
                    .filter(parameter -> parameter.name().equals(name))
                    .count();
            Arrays.stream(values).skip(ofTheQuery).forEach(value -> form.add(new Parameter(name, value)));
        });
        return form;
    }
}
