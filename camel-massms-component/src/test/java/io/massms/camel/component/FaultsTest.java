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

import static org.assertj.core.api.Assertions.assertThat;

import io.massms.camel.error.SmsException;
import io.massms.camel.error.SmsRejectedException;
import io.massms.camel.error.SmsTemporaryException;
import io.massms.camel.error.SmsUncertainException;
import io.massms.camel.model.SmsError;
import io.massms.simulator.Fault;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault brings the exception that says what to do, and the simulator's count says whether that is the truth. */
class FaultsTest extends SmsTestSupport {
    private static final Duration LONG = Duration.ofMinutes(5);

    static Stream<Arguments> faults() {
        return Stream.of("linktosms", "itcloud", "natalia", "smsmasivos", "smsmasivos block", "smsmasivos soap")
                .flatMap(provider -> Stream.of(
                        fault(provider, "accepts, then drops", Fault.acceptThenDrop(), SmsUncertainException.class, 1),
                        fault(
                                provider,
                                "accepts, never answers",
                                Fault.acceptThenTimeout(),
                                SmsUncertainException.class,
                                1),
                        fault(
                                provider,
                                "resets before reading",
                                Fault.resetBeforeReading(),
                                SmsUncertainException.class,
                                0),
                        fault(provider, "503 before", Fault.httpStatus(503), SmsUncertainException.class, 0),
                        fault(provider, "500 after", Fault.httpStatusAfterAccept(500), SmsUncertainException.class, 1),
                        fault(provider, "HTML page", Fault.htmlPage(), SmsUncertainException.class, 0),
                        fault(
                                provider,
                                "HTML page after",
                                Fault.htmlPage().accepted(true),
                                SmsUncertainException.class,
                                1),
                        fault(provider, "empty after", Fault.empty().accepted(true), SmsUncertainException.class, 1),
                        fault(
                                provider,
                                "garbage after",
                                Fault.garbage().accepted(true),
                                SmsUncertainException.class,
                                1),
                        fault(provider, "slower than waited for", Fault.delay(LONG), SmsUncertainException.class, 1),
                        fault(provider, "drips", Fault.slowDrip(Duration.ofSeconds(1)), SmsUncertainException.class, 1),
                        fault(provider, "oversize", Fault.oversize(), SmsUncertainException.class, 1),
                        fault(provider, "cut connection", Fault.cutConnection(), SmsUncertainException.class, 1),
                        fault(provider, "429", Fault.rateLimit(Duration.ofSeconds(7)), SmsTemporaryException.class, 0),
                        fault(provider, "404", Fault.httpStatus(404), SmsRejectedException.class, 0),
                        fault(provider, "401", Fault.httpStatus(401), SmsRejectedException.class, 0)));
    }

    private static Arguments fault(
            String provider, String name, Fault fault, Class<? extends SmsException> exception, int arrived) {
        return Arguments.of(provider, name, fault, exception, arrived);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("faults")
    void everyFaultBringsTheRightException(
            String channel, String name, Fault fault, Class<? extends SmsException> exception, int arrived) {
        String[] words = channel.split(" ");
        String provider = words[0];
        String by = words.length > 1 ? words[1] : "http";
        simulator.fault(fault.provider(provider).always());
        Exchange exchange =
                send(sms(provider, "channel=" + by, "requestTimeout=700", "to=" + aNumber(provider)), "Hola");

        assertThat(exchange.getException()).isExactlyInstanceOf(exception);
        assertThat(simulator.acceptedCount(provider)).as("arrived").isEqualTo(arrived);
        assertThat(simulator.requestCount()).as("requests").isLessThanOrEqualTo(1);
    }

    @Test
    void aRefusedConnectionIsTemporary() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Exchange exchange =
                send("sms:natalia?user=a&password=b&to=3001234567&baseUrl=http://localhost:" + port, "Hola");

        assertThat(exchange.getException(SmsTemporaryException.class).getError())
                .isEqualTo(SmsError.CONNECT_FAILED);
    }

    @Test
    void aRateLimitSaysFromWhenItMayGo() {
        simulator.fault(
                Fault.rateLimit(Duration.ofSeconds(7)).provider("natalia").always());
        Instant before = Instant.now();
        Exchange exchange = send(sms("natalia", "to=3001234567"), "Hola");

        SmsTemporaryException exception = exchange.getException(SmsTemporaryException.class);
        assertThat(exception.getError()).isEqualTo(SmsError.RATE_LIMITED);
        assertThat(exception.getRetryTime())
                .isBetween(before.plusSeconds(7), Instant.now().plusSeconds(7));
    }

    @Test
    void wrongCredentialsAreRejectedWithTheProvidersCode() {
        simulator.fault(Fault.providerCode("107").provider("linktosms").always());
        SmsRejectedException exception =
                send(sms("linktosms", "to=3001234567"), "Hola").getException(SmsRejectedException.class);

        assertThat(exception.getProvider()).isEqualTo("linktosms");
        assertThat(exception.getError()).isEqualTo(SmsError.AUTHENTICATION);
        assertThat(exception.getProviderCode()).isEqualTo("107");
        assertThat(exception.getReceipts()).hasSize(1);
    }
}
