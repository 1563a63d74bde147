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

import io.massms.camel.model.SmsMessage;
import io.massms.camel.model.SmsResult;
import io.massms.simulator.Fault;
import io.massms.simulator.SimulatedMessage;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.AggregationStrategies;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A body that can be read only once, where two sends get the same one. */
class SharedBodyTest extends SmsTestSupport {
    private static final String FIRST = "itcloud";
    private static final String SECOND = "linktosms";
    private static final List<SmsMessage> TWO =
            List.of(SmsMessage.of("3001234567", "uno"), SmsMessage.of("3001234568", "dos"));

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:multicast").multicast().stopOnException().to(sms(FIRST), sms(SECOND));
                from("direct:parallel")
                        .multicast(AggregationStrategies.useLatest())
                        .parallelProcessing()
                        .stopOnException()
                        .to(sms(FIRST), sms(SECOND));
                from("direct:loop").loop(2).copy().to(sms(FIRST));
            }
        };
    }

    static Stream<Named<Object>> bodies() {
        return Stream.of(Named.of("an iterator", TWO.iterator()), Named.of("a stream", TWO.stream()));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void theSecondProviderSaysThatItGotNothing(Object body) {
        Exchange exchange = send("direct:multicast", body);

        assertThat(exchange.getException()).hasStackTraceContaining("An earlier send read the body to its end");
        assertThat(simulator.messages(FIRST)).hasSize(2);
        assertThat(simulator.messages(SECOND)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void theSecondRoundOfALoopSaysThatItGotNothing(Object body) {
        Exchange exchange = send("direct:loop", body);

        assertThat(exchange.getException()).hasStackTraceContaining("An earlier send read the body to its end");
        assertThat(simulator.messages(FIRST)).hasSize(2);
    }

    @Test
    void oneOfTwoThatReadAtTheSameTimeGetsAllAndTheOtherSaysSo() {
        simulator.fault(Fault.delay(Duration.ofMillis(20)).always());
        List<SmsMessage> many = IntStream.range(0, 60)
                .mapToObj(i -> SmsMessage.of(String.valueOf(3001234500L + i), "text " + i))
                .toList();
        Exchange exchange = send("direct:parallel", many.iterator());

        assertThat(exchange.getException()).hasStackTraceContaining("Another send has begun to read the body");
        await().until(() -> simulator.messages().size() == 60);
        assertThat(simulator.messages())
                .extracting(SimulatedMessage::provider)
                .containsOnly(simulator.messages().get(0).provider());
    }

    @Test
    void aStreamThatWasReadBeforeIsRefusedAsSuchHoweverOften() {
        Stream<SmsMessage> stream = TWO.stream();
        stream.iterator();

        assertThat(send(sms(FIRST), stream).getException()).hasMessageContaining("already been operated upon");
        assertThat(send(sms(FIRST), stream).getException()).hasMessageContaining("already been operated upon");
    }

    @Test
    void anIterableThatGivesItsElementsAgainGoesToBoth() {
        Exchange exchange = send("direct:multicast", (Iterable<SmsMessage>) TWO::iterator);

        assertThat(exchange.getException()).isNull();
        assertThat(simulator.messages(FIRST)).hasSize(2);
        assertThat(simulator.messages(SECOND)).hasSize(2);
    }

    @Test
    void aBodyWithoutElementsIsEmptyForBoth() {
        Exchange exchange = send("direct:multicast", Collections.emptyIterator());

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(SmsResult.class).count()).isZero();
    }
}
