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
package io.massms.gateway.web;

import io.massms.camel.error.SmsException;
import io.massms.camel.model.SmsResult;
import io.massms.gateway.json.GatewayJson;
import io.massms.gateway.track.Messages;
import java.time.Clock;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** The HTTP interface: POST /sms, GET /balance and GET /messages/{id}. */
public final class WebRoutes extends RouteBuilder {
    private final String provider;
    private final Visitors visitors;
    private final Messages messages;
    private final Consumer<SmsResult> results;

    /**
     * The routes of a gateway.
     *
     * @param provider who sends
     * @param visitors whose requests are answered
     * @param messages finds messages; null where none are remembered
     * @param results  learns what came of messages
     */
    public WebRoutes(String provider, Visitors visitors, Messages messages, Consumer<SmsResult> results) {
        this.provider = provider;
        this.visitors = visitors;
        this.messages = messages;
        this.results = results;
    }

    @Override
    public void configure() {
        Answers answers = new Answers(Clock.systemUTC());
        onException(BadRequestException.class).handled(true).process(answers::badRequest);
        onException(WrongHostException.class).handled(true).process(answers::wrongHost);
        onException(UnsupportedTypeException.class).handled(true).process(answers::unsupportedType);
        onException(SmsException.class)
                .handled(true)
                .process(this::answerFailure)
                .process(answers::failure);
        onException(Exception.class).handled(true).process(answers::broken);

        from("platform-http:/sms?httpMethodRestrict=POST")
                .routeId("sms")
                .process(visitors::requireWelcome)
                .process(WebRoutes::requireJson)
                .process(WebRoutes::read)
                .to("sms:" + provider)
                .process(exchange -> results.accept(exchange.getMessage().getBody(SmsResult.class)))
                .process(answers::result);

        from("platform-http:/balance?httpMethodRestrict=GET")
                .routeId("balance")
                .process(visitors::requireWelcome)
                .removeHeaders("*")
                .to("sms:" + provider + "?operation=balance")
                .process(answers::balance);

        from("platform-http:/messages/{id}?httpMethodRestrict=GET")
                .routeId("message")
                .process(visitors::requireWelcome)
                .process(this::find)
                .process(answers::message);
    }

    private void answerFailure(Exchange exchange) {
        results.accept(GatewayJson.result(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, SmsException.class)));
    }

    private void find(Exchange exchange) {
        String id = exchange.getMessage().getHeader("id", String.class);
        exchange.getMessage()
                .setBody(messages == null ? null : messages.find(id).orElse(null));
    }

    /** A page in the operator's browser cannot post that here without asking first. Camel's option would take wildcards for it. */
    private static void requireJson(Exchange exchange) {
        String type = exchange.getMessage().getHeader(Exchange.CONTENT_TYPE, "", String.class);
        if (!type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
            throw new UnsupportedTypeException();
        }
    }

    private static void read(Exchange exchange) {
        byte[] body = exchange.getMessage().getBody(byte[].class);
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setBody(SmsRequests.read(body == null ? new byte[0] : body));
    }
}
