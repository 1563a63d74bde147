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
package io.massms.simulator.provider.smsmasivos.ws;

import io.massms.simulator.http.Answer;
import io.massms.simulator.http.Params;
import io.massms.simulator.http.RequestHead;
import io.massms.simulator.provider.Operation;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a request to the service leads.
 *
 * @param binding how it is called; null for a page
 * @param method what is called; empty for a page or for what the service does not have
 */
public record Route(RequestHead head, Binding binding, Optional<WebMethod> method) {
    private static final String PATH = "/ws/smsmasivosapi.asmx";

    /** Empty when the path is not the service's. */
    public static Optional<Route> of(RequestHead head) {
        String path = head.path().toLowerCase(Locale.ROOT);
        if (path.startsWith(PATH + '/')) {
            String name = head.path().substring(PATH.length() + 1);
            return Optional.of(new Route(head, new HttpBinding(), WebMethod.ofName(name)));
        }
        if (!path.equals(PATH)) {
            return Optional.empty();
        }
        return Optional.of(soap(head)
                .map(soap -> new Route(head, soap, soap.method(head.contentType(), head.header("SOAPAction"))))
                .orElse(new Route(head, null, Optional.empty())));
    }

    private static Optional<SoapBinding> soap(RequestHead head) {
        String type = head.contentType().toLowerCase(Locale.ROOT);
        return Stream.of(SoapBinding.values())
                .filter(binding -> head.post() && type.startsWith(binding.mediaType()))
                .findFirst();
    }

    public Operation operation() {
        return method.map(WebMethod::operation).orElse(Operation.SERVICE);
    }

    /** The parameters of a call for the log; none of what cannot be read. */
    public Params params(String body, Params plain) {
        if (!(binding instanceof SoapBinding soap) || method.isEmpty()) {
            return plain;
        }
        try {
            return soap.raw(method.get(), body);
        } catch (CallFailure unreadable) {
            return plain;
        }
    }

    /** What the service says when no method is called. */
    public Answer page() {
        if (binding instanceof SoapBinding soap) {
            return soap.failure(soap.unknownAction(head.contentType(), head.header("SOAPAction")));
        }
        if (binding != null) {
            String name = head.path().substring(PATH.length() + 1);
            return binding.failure(CallFailure.client(name + " Web Service method name is not valid."));
        }
        if (head.post()) {
            return Answer.page(500, "Request format is unrecognized.");
        }
        return head.query().equalsIgnoreCase("wsdl")
                ? Answer.of(200, "text/xml; charset=utf-8", Pages.wsdl(head.url()), StandardCharsets.UTF_8)
                : Answer.of(200, "text/html; charset=utf-8", Pages.help(head.url()), StandardCharsets.UTF_8);
    }
}
