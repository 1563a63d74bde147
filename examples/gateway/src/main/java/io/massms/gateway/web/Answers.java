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

import com.fasterxml.jackson.core.JsonProcessingException;
import io.massms.camel.component.SmsConstants;
import io.massms.camel.error.SmsException;
import io.massms.camel.error.SmsTemporaryException;
import io.massms.camel.error.SmsUncertainException;
import io.massms.camel.model.SmsResult;
import io.massms.gateway.json.GatewayJson;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the answers of the HTTP interface: JSON, and the status that says what the client should do next. */
final class Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private static final Duration USUAL_RETRY = Duration.ofSeconds(30);

    private final Clock clock;

    Answers(Clock clock) {
        this.clock = clock;
    }

    /** 202: the provider took at least one message; 200 where all were only checked. */
    void result(Exchange exchange) throws JsonProcessingException {
        SmsResult result = exchange.getMessage().getBody(SmsResult.class);
        answer(
                exchange,
                result.acceptedCount() + result.uncertainCount() > 0 ? 202 : 200,
                GatewayJson.withoutCopies(result));
    }

    /** 200 with the account's balance. */
    void balance(Exchange exchange) throws JsonProcessingException {
        Map<String, Object> balance = new LinkedHashMap<>();
        balance.put("provider", exchange.getMessage().getHeader(SmsConstants.PROVIDER));
        balance.put("balance", exchange.getMessage().getBody());
        answer(exchange, 200, balance);
    }

    /** 200 with what is known of a message, or 404. */
    void message(Exchange exchange) throws JsonProcessingException {
        Object message = exchange.getMessage().getBody();
        if (message == null) {
            answer(exchange, 404, GatewayJson.error("NOT_FOUND", "No message has this id, or it was forgotten"));
        } else {
            answer(exchange, 200, message);
        }
    }

    /** 503 with Retry-After, 502 where it may have left, 422 where it is refused for good; with what became of each recipient. */
    void failure(Exchange exchange) throws JsonProcessingException {
        SmsException failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, SmsException.class);
        Object body = GatewayJson.failure(failure);
        if (failure instanceof SmsTemporaryException temporary) {
            answer(exchange, 503, body);
            exchange.getMessage().setHeader("Retry-After", retryAfter(temporary.getRetryTime()));
        } else {
            answer(exchange, failure instanceof SmsUncertainException ? 502 : 422, body);
        }
    }

    /** 400 with what was wrong. */
    void badRequest(Exchange exchange) throws JsonProcessingException {
        Exception wrong = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        answer(exchange, 400, GatewayJson.error("BAD_REQUEST", wrong.getMessage()));
    }

    /** 403 with what would be right. */
    void wrongHost(Exchange exchange) throws JsonProcessingException {
        Exception wrong = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        answer(exchange, 403, GatewayJson.error("WRONG_HOST", wrong.getMessage()));
    }

    /** 415 with what would be right. */
    void unsupportedType(Exchange exchange) throws JsonProcessingException {
        Exception wrong = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        answer(exchange, 415, GatewayJson.error("UNSUPPORTED_TYPE", wrong.getMessage()));
    }

    /** 500: the log tells why. */
    void broken(Exchange exchange) throws JsonProcessingException {
        LOG.error("A request failed", exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class));
        answer(exchange, 500, GatewayJson.error("INTERNAL", "The gateway failed; its log tells why"));
    }

    private String retryAfter(Instant time) {
        long seconds = time == null
                ? USUAL_RETRY.toSeconds()
                : Duration.between(clock.instant(), time).toSeconds() + 1;
        return Long.toString(Math.max(1, seconds));
    }

    /** The request's headers do not go back to the client as answers. */
    private static void answer(Exchange exchange, int status, Object body) throws JsonProcessingException {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        message.setBody(GatewayJson.of(body));
    }
}
