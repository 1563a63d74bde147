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
package io.massms.camel.component;

import io.massms.camel.component.push.PushGuard;
import io.massms.camel.component.push.PushRequest;
import io.massms.camel.component.push.WebhookPaths;
import io.massms.camel.component.route.RouteCall;
import io.massms.camel.model.InboundSms;
import io.massms.camel.spi.Answer;
import io.massms.camel.spi.ProviderProfile;
import io.massms.camel.spi.Push;
import io.massms.camel.spi.PushDecoder;
import java.time.Clock;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.component.webhook.WebhookConfiguration;
import org.apache.camel.support.DefaultMessage;
import org.apache.camel.support.service.ServiceSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands what a provider pushes to the route, and answers 200 when the route is through with it. The route gets an exchange of its
 * own: nothing of the request, which holds the secret path, comes in, and no header of the route's goes out.
 */
final class PushHandler extends ServiceSupport implements Processor {
    private static final Logger LOG = LoggerFactory.getLogger(PushHandler.class);
    static final List<String> METHODS = List.of("GET", "POST");
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int UNAVAILABLE = 503;

    private final SmsEndpoint endpoint;
    private final WebhookPaths.Place place;
    private final PushGuard guard;
    private final PushDecoder decoder;
    private final Processor route;
    private final Clock clock;

    PushHandler(SmsEndpoint endpoint, WebhookConfiguration webhook, PushGuard guard, Processor route, Clock clock) {
        this.endpoint = endpoint;
        place = new WebhookPaths.Place(
                endpoint.getConfiguration().getProvider(),
                webhook.getWebhookComponentName(),
                webhook.computeFullPath(false));
        this.guard = guard;
        this.route = new InboundRoute(endpoint, route);
        this.clock = clock;
        decoder = endpoint.access().protocol().push();
    }

    /** The route's consumers start and stop it with themselves. */
    @Override
    protected void doStart() {
        WebhookPaths.of(endpoint.getCamelContext()).take(this, place);
    }

    @Override
    protected void doStop() {
        WebhookPaths.of(endpoint.getCamelContext()).leave(this);
    }

    @Override
    public void process(Exchange http) throws Exception {
        answer(http, receive(new PushRequest(http), http));
    }

    private int receive(PushRequest request, Exchange http) {
        String objection = guard.objection(request);
        if (objection != null) {
            return refuse(FORBIDDEN, objection, request);
        }
        if (!request.method().isEmpty() && !METHODS.contains(request.method())) {
            return refuse(METHOD_NOT_ALLOWED, "its method is neither GET nor POST", request);
        }
        if (request.isDamaged()) {
            return refuse(BAD_REQUEST, "letters of it are lost; right is UTF-8", request);
        }
        ProviderProfile profile = endpoint.access().account().profile();
        Answer<InboundSms> answer = decoder.decode(new Push(request.parameters(), clock.instant()), profile);
        return answer.fold(
                sms -> accepted(sms) ? OK : UNAVAILABLE, refusal -> refuse(BAD_REQUEST, refusal.reason(), request));
    }

    private int refuse(int status, String reason, PushRequest request) {
        endpoint.countRefusedPush();
        LOG.warn(
                "Refused a push to {} from {}: {}",
                endpoint.getConfiguration().getProvider(),
                request.peer() == null ? "an unknown address" : request.peer().getHostAddress(),
                reason);
        return status;
    }

    private boolean accepted(InboundSms sms) {
        Exchange exchange = endpoint.createExchange();
        InboundHeaders.fill(exchange.getMessage(), sms);
        return RouteCall.process(route, exchange);
    }

    private static void answer(Exchange http, int status) {
        Message answer = new DefaultMessage(http.getContext());
        answer.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        answer.setHeader(Exchange.CONTENT_TYPE, "text/plain");
        if (status == METHOD_NOT_ALLOWED) {
            answer.setHeader("Allow", String.join(", ", METHODS));
        }
        answer.setBody(status == OK ? "OK" : "");
        http.setMessage(answer);
    }
}
