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

import io.massms.camel.error.SmsTemporaryException;
import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsReceipt;
import io.massms.simulator.Simulator;
import io.massms.simulator.SimulatorOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SMS Masivos outside the hours of the account (manual, "franja horaria habilitada"). It is 23:30 of a Friday in Buenos Aires. */
class SmsMasivosHoursTest extends CamelTestSupport {
    private static final Instant FRIDAY_NIGHT = Instant.parse("2026-11-21T02:30:00Z");
    private static final Instant SATURDAY_AT_EIGHT = Instant.parse("2026-11-21T11:00:00Z");

    private Simulator simulator;

    @Override
    protected CamelContext createCamelContext() throws Exception {
        return SmsTestSupport.withClock(super.createCamelContext(), Clock.fixed(FRIDAY_NIGHT, ZoneOffset.UTC));
    }

    @BeforeEach
    void startSimulator() {
        simulator = Simulator.start(new SimulatorOptions().sendingHours(true).blockDelay(Duration.ZERO));
        simulator.clock().set(FRIDAY_NIGHT);
        simulator.clock().freeze();
    }

    @AfterEach
    void stopSimulator() {
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "soap"})
    void whatIsRefusedForTheHourMayGoAgainWhenTheHoursBegin(String channel) {
        Exchange exchange =
                template.request(sms(channel), request -> request.getMessage().setBody("Hola"));

        SmsTemporaryException exception = exchange.getException(SmsTemporaryException.class);
        assertThat(exception.getError()).isEqualTo(SmsError.OUTSIDE_HOURS);
        assertThat(exception.getRetryTime()).isEqualTo(SATURDAY_AT_EIGHT);
        assertThat(simulator.acceptedCount()).isZero();
    }

    @Test
    void aLineOfABlockThatIsRefusedForTheHourIsWorthSendingAgain() {
        Exchange exchange = template.request(
                sms("block&awaitBlock=20000"),
                request -> request.getMessage().setBody(List.of(Map.of("text", "Hola"))));

        SmsTemporaryException exception = exchange.getException(SmsTemporaryException.class);
        assertThat(exception.getReceipts()).extracting(SmsReceipt::error).containsExactly(SmsError.OUTSIDE_HOURS);
    }

    private String sms(String channel) {
        return "sms:smsmasivos?apiKey=k3y-three&to=1144445555&baseUrl=" + simulator.baseUrl("smsmasivos") + "&channel="
                + channel;
    }
}
