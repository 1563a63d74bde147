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

import static org.assertj.core.api.Assertions.assertThat;

import io.massms.simulator.Fault;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OtpTest {
    private static final String PHONE = "300 123 4567";

    private final OtpServer server;

    OtpTest() throws Exception {
        server = new OtpServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aSecondRequestSendsNothingHoweverThePhoneIsWritten() throws Exception {
        server.ask(PHONE);

        HttpResponse<String> second = server.ask("+57 (300) 123-4567");

        assertThat(second.statusCode()).isEqualTo(429);
        assertThat(second.headers().firstValueAsLong("Retry-After")).hasValue(30);
        assertThat(server.provider.acceptedCount()).isEqualTo(1);
    }

    @Test
    void aCodeIsVerifiedHoweverThePhoneIsWritten() throws Exception {
        server.ask(PHONE);

        assertThat(server.verify("0057 300 1234567", server.code()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void anExpiredCodeIsInvalid() throws Exception {
        server.ask(PHONE);
        server.clock.advance(OneTimePasswords.VALID);

        assertThat(server.verify(PHONE, server.code()).statusCode()).isEqualTo(410);
    }

    @Test
    void aCodeIsInvalidAfterFiveWrongTries() throws Exception {
        server.ask(PHONE);
        String wrong = server.code().equals("000000") ? "000001" : "000000";
        for (int i = 0; i < OneTimePasswords.TRIES; i++) {
            assertThat(server.verify(PHONE, wrong).statusCode()).isEqualTo(422);
        }

        assertThat(server.verify(PHONE, server.code()).statusCode()).isEqualTo(410);
    }

    @Test
    void whatCannotBeACodeTakesNoTry() throws Exception {
        server.ask(PHONE);
        for (int i = 0; i < OneTimePasswords.TRIES; i++) {
            assertThat(server.verify(PHONE, "12345").statusCode()).isEqualTo(400);
        }

        assertThat(server.verify(PHONE, server.code()).statusCode()).isEqualTo(200);
    }

    @Test
    void aCodeThatMayHaveArrivedStaysValid() throws Exception {
        server.provider.fault(Fault.acceptThenDrop().first(1));

        assertThat(server.ask(PHONE).statusCode()).isEqualTo(202);

        assertThat(server.verify(PHONE, server.code()).statusCode()).isEqualTo(200);
    }

    @Test
    void theClientIsAnsweredWhenToTryAgainWhereNothingIsLeftForNow() throws Exception {
        server.provider.fault(Fault.httpStatus(429).first(1));

        HttpResponse<String> answer = server.ask(PHONE);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValueAsLong("Retry-After")).hasValue(30);
        assertThat(server.verify(PHONE, "123456").statusCode()).isEqualTo(410);
    }

    @Test
    void aRefusedAccountIsNotTheClientsFault() throws Exception {
        server.provider.fault(Fault.providerCode("110").first(1));

        HttpResponse<String> answer = server.ask(PHONE);

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).isEqualTo("{\"error\":\"CANNOT_SEND\",\"message\":\"No codes can be sent\"}");
    }

    @Test
    void onlyJsonIsTaken() throws Exception {
        assertThat(server.post("/otp", "text/plain", "{\"phone\":\"3001234567\"}")
                        .statusCode())
                .isEqualTo(415);
        assertThat(server.post("/otp", "application/json", "").statusCode()).isEqualTo(400);
        assertThat(server.post("/otp", "application/json", "null").statusCode()).isEqualTo(400);
        assertThat(server.post("/otp", "application/json", "{\"number\":\"3001234567\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(server.provider.acceptedCount()).isZero();
    }

    @Test
    void noLogLineHoldsACode() throws Exception {
        server.ask(PHONE);
        String code = server.code();
        server.verify(PHONE, code);
        server.post("/otp/verify", "application/json", "{\"code\":\"" + code + "\",,");
        server.post("/otp/verify", "application/json", "{\"phone\":\"12\",\"code\":\"" + code + "\"}");
        server.clock.advance(Duration.ofHours(1));
        server.provider.fault(Fault.acceptThenDrop().first(1));
        server.ask(PHONE);
        String uncertain = server.code();

        assertThat(Files.readString(Path.of("target", "debug.log")))
                .contains("DEBUG")
                .doesNotContainPattern("\\b(" + code + "|" + uncertain + ")\\b");
    }
}
