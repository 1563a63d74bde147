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
import static org.awaitility.Awaitility.await;

import io.massms.camel.error.SmsTemporaryException;
import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsMessage;
import io.massms.camel.spi.RateLimit;
import io.massms.simulator.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(30)
class PaceTest extends SmsTestSupport {
    @Test
    void anAccountThatWasAskedToSlowDownSendsNothingThroughAnyEndpoint() {
        simulator.fault(Fault.rateLimit(Duration.ofMinutes(7)).first(1));
        send(sms("natalia", "to=3001234567"), "Hola");
        Exchange other = send(sms("natalia", "to=3001234568"), "Hola");

        SmsTemporaryException exception = other.getException(SmsTemporaryException.class);
        assertThat(exception.getError()).isEqualTo(SmsError.RATE_LIMITED);
        assertThat(exception.getRetryTime()).isAfter(Instant.now().plusSeconds(400));
        assertThat(simulator.requestCount()).isEqualTo(1);
    }

    @Test
    void otherAccountsGoOn() {
        simulator.fault(Fault.rateLimit(Duration.ofMinutes(7)).first(1));
        send(sms("natalia", "to=3001234567"), "Hola");
        Exchange other = send(sms("itcloud", "to=3001234567"), "Hola");

        assertThat(other.getException()).isNull();
    }

    @Test
    void aShortPauseIsWaitedForAndNothingIsLost() {
        simulator.fault(Fault.rateLimit(Duration.ofSeconds(1)).first(1));
        send(sms("natalia", "to=3001234567"), "Hola");
        Exchange next = send(sms("natalia", "to=3001234568"), "Hola");

        assertThat(next.getException()).isNull();
        assertThat(simulator.acceptedCount()).isEqualTo(1);
    }

    @Test
    void maintenanceSlowsDownToo() {
        simulator.fault(Fault.providerCode("-6").first(1));
        send(sms("natalia", "to=3001234567"), "Hola");
        Exchange next = send(sms("natalia", "to=3001234568", "rateLimitWait=1"), "Hola");

        assertThat(next.getException(SmsTemporaryException.class).getRetryTime())
                .isNotNull();
        assertThat(simulator.requestCount()).isEqualTo(1);
    }

    @Test
    void aSharedPaceIsAskedForEachRequestByTheAccountsName() {
        List<String> asked = new CopyOnWriteArrayList<>();
        RateLimit pace = account -> {
            asked.add(account);
            return Duration.ofMillis(1);
        };
        context.getRegistry().bind("pace", pace);
        List<SmsMessage> bulk = IntStream.range(0, 5)
                .mapToObj(i -> SmsMessage.of("300123456" + i, "Hola " + i))
                .toList();
        Exchange exchange = send(sms("natalia", "rateLimit=#pace", "requestsPerSecond=500"), bulk);

        assertThat(exchange.getException()).isNull();
        assertThat(asked).hasSize(5);
        assertThat(asked.stream().distinct()).singleElement().asString().matches("natalia-[0-9a-f]{16}");
        assertThat(simulator.acceptedCount()).isEqualTo(5);
    }

    @Test
    void nothingIsSentWhenTheSharedPaceFails() {
        RateLimit broken = account -> {
            throw new IllegalStateException("no database");
        };
        context.getRegistry().bind("pace", broken);
        Exchange exchange = send(sms("natalia", "to=3001234567", "rateLimit=#pace"), "Hola");

        assertThat(exchange.getException()).isInstanceOf(SmsTemporaryException.class);
        assertThat(simulator.requestCount()).isZero();
    }

    static Stream<Arguments> noTimes() {
        return Stream.of(Arguments.of((Duration) null), Arguments.of(Duration.ofSeconds(Long.MAX_VALUE)));
    }

    @ParameterizedTest
    @MethodSource("noTimes")
    void nothingGoesWhenTheSharedPaceGivesNoTimeThatCouldCome(Duration wait) {
        RateLimit careless = account -> wait;
        context.getRegistry().bind("pace", careless);
        Exchange exchange = send(sms("natalia", "to=3001234567", "rateLimit=#pace"), "Hola");

        assertThat(exchange.getException()).isInstanceOf(SmsTemporaryException.class);
        assertThat(simulator.requestCount()).isZero();
    }

    @Test
    void moreThanAThousandMessagesMayWaitForTheirTurn() throws Exception {
        Queue<Exchange> ended = new ConcurrentLinkedQueue<>();
        startMany(1_500, sms("natalia", "to=3001234567", "requestInterval=1"), ended::add);

        await().atMost(Duration.ofSeconds(25)).until(() -> ended.size() == 1_500);
        assertThat(ended).extracting(Exchange::getException).containsOnlyNulls();
        assertThat(simulator.acceptedCount()).isEqualTo(1_500);
    }

    @Test
    void whileManyWaitForTheirTurnThoseOfAnotherAccountEndOnce() throws Exception {
        startMany(1_001, sms("natalia", "to=3001234567", "requestInterval=60000"), exchange -> {});
        Queue<Exchange> ended = new ConcurrentLinkedQueue<>();
        startMany(8_000, sms("itcloud", "to=3001234567", "dryRun=true"), ended::add);

        await().until(() -> ended.size() >= 8_000);
        assertThat(Set.copyOf(ended)).as("each once").hasSameSizeAs(ended);
        assertThat(ended).extracting(Exchange::getException).containsOnlyNulls();
    }

    /** From some threads at a time, none of which waits for an end. */
    private void startMany(int count, String uri, Consumer<Exchange> ended) throws Exception {
        Endpoint endpoint = context.getEndpoint(uri);
        AsyncProducer producer = endpoint.createAsyncProducer();
        producer.start();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        for (int i = 0; i < count; i++) {
            Exchange exchange = endpoint.createExchange();
            exchange.getMessage().setBody("Hola " + i);
            threads.execute(() -> producer.process(exchange, doneSync -> ended.accept(exchange)));
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    }
}
