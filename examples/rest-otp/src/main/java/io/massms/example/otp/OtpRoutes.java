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
import io.massms.camel.component.SmsConstants;
import io.massms.camel.error.SmsNotSentException;
import io.massms.camel.error.SmsUncertainException;
import io.massms.camel.number.InvalidNumberException;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;

/** {@code POST /otp} sends a code, {@code POST /otp/verify} checks it. */
final class OtpRoutes extends RouteBuilder {
    private static final String HTTP = "?httpMethodRestrict=POST&consumes=application/json";
    private static final String PHONE = "phone";

    private final OneTimePasswords passwords;
    private final SendLimit limit;

    OtpRoutes(OneTimePasswords passwords, SendLimit limit) {
        this.passwords = passwords;
        this.limit = limit;
    }

    @Override
    public void configure() {
        onException(JsonProcessingException.class).handled(true).process(OtpAnswers::notJson);
        onException(InvalidNumberException.class, BadRequestException.class)
                .handled(true)
                .process(OtpAnswers::wrongField);
        onException(TooSoonException.class).handled(true).process(OtpAnswers::tooSoon);
        onException(SmsNotSentException.class)
                .handled(true)
                .process(this::withdraw)
                .process(OtpAnswers::notSent);
        // it may have arrived, so the code stays; who gets nothing asks again
        onException(SmsUncertainException.class).handled(true).process(OtpAnswers::sent);
        onException(Exception.class).handled(true).process(OtpAnswers::broken);

        from("platform-http:/otp" + HTTP)
                .routeId("send")
                .unmarshal()
                .allowNullBody(true)
                .json(OtpRequest.class)
                .process(this::issue)
                .to("sms:linktosms?textPolicy=gsm7&requestTimeout=10000")
                .process(OtpAnswers::sent);

        from("platform-http:/otp/verify" + HTTP)
                .routeId("verify")
                .unmarshal()
                .allowNullBody(true)
                .json(OtpRequest.class)
                .process(this::verify);

        from("timer:forget?period=60000").routeId("forget").process(exchange -> forget());
    }

    /** A body without a request: nothing, or JSON's null. */
    private static OtpRequest request(Exchange exchange) {
        OtpRequest request = exchange.getMessage().getBody(OtpRequest.class);
        if (request == null) {
            throw new BadRequestException(OtpAnswers.RIGHT_BODY);
        }
        return request;
    }

    private void issue(Exchange exchange) {
        String phone = request(exchange).number();
        Duration wait = limit.take(phone);
        if (!wait.isZero()) {
            throw new TooSoonException(wait);
        }
        Message message = exchange.getMessage();
        exchange.setProperty(PHONE, phone);
        message.removeHeaders("*");
        message.setHeader(SmsConstants.TO, phone);
        message.setBody("Su código es " + passwords.issue(phone) + ". Vence en " + OneTimePasswords.VALID.toMinutes()
                + " minutos. No lo comparta con nadie.");
    }

    private void withdraw(Exchange exchange) {
        passwords.withdraw(exchange.getProperty(PHONE, String.class));
    }

    private void verify(Exchange exchange) {
        OtpRequest request = request(exchange);
        OtpAnswers.verdict(exchange, passwords.verify(request.number(), request.sixDigits()));
    }

    private void forget() {
        passwords.forgetExpired();
        limit.forgetIdle();
    }
}
