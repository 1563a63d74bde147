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
package io.massms.example.otp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.massms.camel.error.SmsNotSentException;
import io.massms.camel.error.SmsTemporaryException;
import io.massms.camel.model.SmsError;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers: 4xx where the client can do something about it, 5xx where it cannot. No answer and no log line holds a code. */
final class OtpAnswers {
    static final String RIGHT_BODY = "The body is JSON with the fields 'phone' and, to verify, 'code'";
    private static final Logger LOG = LoggerFactory.getLogger(OtpAnswers.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Errors that another phone would not have. */
    private static final Set<SmsError> OF_THE_PHONE = EnumSet.of(
            SmsError.INVALID_NUMBER,
            SmsError.LANDLINE,
            SmsError.UNKNOWN_OPERATOR,
            SmsError.NOT_COVERED,
            SmsError.OPTED_OUT,
            SmsError.DO_NOT_CALL,
            SmsError.BLOCKED,
            SmsError.TOO_MANY_FAILURES,
            SmsError.REJECTED_BY_OPERATOR);

    private OtpAnswers() {}

    /** 202: a code is on its way. */
    static void sent(Exchange exchange) {
        answer(exchange, 202, new Sent(OneTimePasswords.VALID.toSeconds()));
    }

    /** 200 for the right code, 422 for a wrong one, 410 where there is none to compare it with. */
    static void verdict(Exchange exchange, OneTimePasswords.Verdict verdict) {
        switch (verdict) {
            case RIGHT -> answer(exchange, 200, new Verified(true));
            case WRONG -> refuse(exchange, 422, "WRONG_CODE", "This is not the code");
            case NO_CODE -> refuse(exchange, 410, "NO_CODE", "This phone has no valid code; ask for a new one");
        }
    }

    /** 400: the body cannot be read; what it holds is not repeated. */
    static void notJson(Exchange exchange) {
        refuse(exchange, 400, "BAD_REQUEST", RIGHT_BODY);
    }

    /** 400: a field has a wrong value. */
    static void wrongField(Exchange exchange) {
        refuse(exchange, 400, "BAD_REQUEST", failure(exchange, Exception.class).getMessage());
    }

    /** 429 with Retry-After. */
    static void tooSoon(Exchange exchange) {
        refuse(exchange, 429, "TOO_SOON", "This phone got a code a short while ago, or too many of them");
        retryAfter(exchange, failure(exchange, TooSoonException.class).pause());
    }

    /** 503 with Retry-After, 422 where it is the phone's fault, 502 where the account has to be looked after. */
    static void notSent(Exchange exchange) {
        SmsNotSentException failure = failure(exchange, SmsNotSentException.class);
        if (failure instanceof SmsTemporaryException) {
            refuse(exchange, 503, "TRY_LATER", "No code can be sent for the moment");
            retryAfter(exchange, SendLimit.PAUSE);
        } else if (OF_THE_PHONE.contains(failure.getError())) {
            refuse(exchange, 422, "UNREACHABLE", "This phone gets no messages from here");
        } else {
            LOG.error("No codes can be sent: {}", failure.getMessage());
            refuse(exchange, 502, "CANNOT_SEND", "No codes can be sent");
        }
    }

    /** 500: the log tells why. */
    static void broken(Exchange exchange) {
        LOG.error("A request failed", failure(exchange, Exception.class));
        refuse(exchange, 500, "INTERNAL", "The request failed");
    }

    private static <T extends Exception> T failure(Exchange exchange, Class<T> type) {
        return exchange.getProperty(Exchange.EXCEPTION_CAUGHT, type);
    }

    private static void refuse(Exchange exchange, int status, String error, String message) {
        answer(exchange, status, new Refusal(error, message));
    }

    /** In whole seconds, none too few. */
    private static void retryAfter(Exchange exchange, Duration wait) {
        exchange.getMessage()
                .setHeader("Retry-After", Long.toString(wait.plusMillis(999).toSeconds()));
    }

    /** The request's headers do not go back to the client. */
    private static void answer(Exchange exchange, int status, Object body) {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        try {
            message.setBody(JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Sent(long validSeconds) {}

    private record Verified(boolean verified) {}

    private record Refusal(String error, String message) {}
}
