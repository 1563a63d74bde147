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

import io.massms.camel.model.SmsReceipt;
import io.massms.camel.model.SmsResult;
import io.massms.camel.model.SmsState;
import io.massms.camel.spi.RateLimit;
import io.massms.simulator.SimulatedRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scheduled messages that wait for their turn until their time has passed. It passes before the second request of each test. */
class PassedTimeTest extends SmsTestSupport {
    private static final Instant EVENING = Instant.parse("2099-11-21T01:59:30Z");
    private static final Instant WANTED = EVENING.plusSeconds(60);

    private final AtomicInteger turns = new AtomicInteger();
    private volatile Instant now = EVENING;

    @Override
    protected CamelContext createCamelContext() throws Exception {
        InstantSource source = () -> now;
        return withClock(super.createCamelContext(), source.withZone(ZoneOffset.UTC));
    }

    @BeforeEach
    void passTheTimeBeforeTheSecondTurn() {
        RateLimit pace = account -> {
            now = turns.incrementAndGet() == 2 ? WANTED : now;
            return Duration.ZERO;
        };
        context.getRegistry().bind("pace", pace);
    }

    @ParameterizedTest
    @CsvSource({
        "linktosms, date_delivery, '3001234561,3001234562'",
        "markettext, date_delivery, '3001234561,3001234562'",
        "smsmasivos, fechadesde, '1144445551,1144445552'"
    })
    void noProviderIsToldATimeThatHasPassed(String provider, String parameter, String recipients) {
        Exchange exchange = send(
                sms(provider, "to=" + recipients, "rateLimit=#pace", "recipientsPerRequest=1", "concurrentRequests=1"),
                "Hola",
                Map.of("CamelSmsScheduledTime", WANTED));

        assertThat(exchange.getMessage().getBody(SmsResult.class).receipts())
                .extracting(SmsReceipt::state)
                .containsExactly(SmsState.SCHEDULED, SmsState.ENROUTE);
        List<SimulatedRequest> requests = simulator.requests();
        assertThat(requests.get(0).param(parameter)).isPresent();
        assertThat(requests.get(1).param(parameter)).isEmpty();
        assertThat(requests.get(1).param("smstype")).isNotEqualTo(Optional.of("p"));
    }
}
