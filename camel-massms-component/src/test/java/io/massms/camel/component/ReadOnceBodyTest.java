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
import static org.assertj.core.api.Assertions.tuple;

import io.massms.camel.error.SmsNotSentException;
import io.massms.camel.error.SmsTemporaryException;
import io.massms.camel.error.SmsUncertainException;
import io.massms.camel.model.SmsMessage;
import io.massms.simulator.Fault;
import io.massms.simulator.SimulatedMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A body that can be read only once, after a send that failed. */
class ReadOnceBodyTest extends SmsTestSupport {
    private static final String FIRST = "itcloud";
    private static final String SECOND = "linktosms";
    private static final Fault BUSY = Fault.rateLimit(Duration.ofMillis(1)).provider(FIRST);
    private static final List<SmsMessage> TWO =
            List.of(SmsMessage.of("3001234567", "uno"), SmsMessage.of("3001234568", "dos"));

    @Override
    protected RoutesBuilder createRouteBuilder() {
        context.addComponent("sms-other", new SmsComponent());
        String first = sms(FIRST, "requestTimeout=700", "rateLimitWait=0", "from=Uno", "messageType=FLASH");
        String second = sms(SECOND, "from=Dos");
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:failover")
                        .loadBalance()
                        .failover(SmsNotSentException.class)
                        .to(first, second);

                from("direct:otherComponent")
                        .loadBalance()
                        .failover(SmsNotSentException.class)
                        .to(first, second.replace("sms:", "sms-other:"));

                from("direct:doTry")
                        .doTry()
                        .to(first)
                        .doCatch(SmsNotSentException.class)
                        .to(second)
                        .end();

                from("direct:circuitBreaker")
                        .circuitBreaker()
                        .to(first)
                        .onFallback()
                        .to(second)
                        .end();

                from("direct:redelivery")
                        .errorHandler(
                                defaultErrorHandler().maximumRedeliveries(3).redeliveryDelay(1))
                        .to(first);
            }
        };
    }

    static Stream<Arguments> takeOvers() {
        return Stream.of("failover", "otherComponent", "doTry", "circuitBreaker")
                .flatMap(route -> bodies().map(body -> Arguments.of(route, body)));
    }

    static Stream<Named<Object>> bodies() {
        Iterator<SmsMessage> once = TWO.iterator();
        Stream<SmsMessage> stream = TWO.stream();
        return Stream.of(
                Named.of("an iterator", TWO.iterator()),
                Named.of("a stream", TWO.stream()),
                Named.of("an iterable that is empty the second time", (Iterable<SmsMessage>) () -> once),
                Named.of("an iterable that fails the second time", (Iterable<SmsMessage>) stream::iterator),
                Named.of("an iterable that gives its elements again", (Iterable<SmsMessage>) TWO::iterator));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("takeOvers")
    void whatTheFirstProviderCouldNotSendGoesToTheSecondWithTheSecondsOptions(String route, Object body) {
        simulator.fault(BUSY.always());
        Exchange exchange = send("direct:" + route, body);

        assertThat(exchange.getException()).isNull();
        assertThat(simulator.messages())
                .extracting(SimulatedMessage::provider, SimulatedMessage::text, SimulatedMessage::from)
                .containsExactlyInAnyOrder(tuple(SECOND, "uno", "Dos"), tuple(SECOND, "dos", "Dos"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void whatTheFirstProviderRefusedForGoodGoesToTheSecondToo(Object body) {
        simulator.fault(Fault.providerCode("-3").provider(FIRST).always());
        Exchange exchange = send("direct:failover", body);

        assertThat(exchange.getException()).isNull();
        assertThat(simulator.messages(SECOND))
                .extracting(SimulatedMessage::text)
                .containsExactlyInAnyOrder("uno", "dos");
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void everyRedeliveryReportsThatNothingWasSent(Object body) {
        simulator.fault(BUSY.always());
        Exchange exchange = send("direct:redelivery", body);

        assertThat(exchange.getException()).isInstanceOf(SmsTemporaryException.class);
        assertThat(simulator.requests()).hasSize(8);
        assertThat(simulator.messages()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aRedeliverySendsOnceWhatDidNotLeaveBefore(Object body) {
        simulator.fault(BUSY.first(4));
        Exchange exchange = send("direct:redelivery", body);

        assertThat(exchange.getException()).isNull();
        assertThat(simulator.messages(FIRST))
                .extracting(SimulatedMessage::text)
                .containsExactlyInAnyOrder("uno", "dos");
    }

    @Test
    void whatAMessageSaysItselfStaysWhenAnotherProviderTakesOver() {
        simulator.fault(BUSY.always());
        send(
                "direct:failover",
                List.of(SmsMessage.of("3001234567", "uno").withFrom("Banco")).iterator());

        assertThat(simulator.messages(SECOND))
                .extracting(SimulatedMessage::from)
                .containsExactly("Banco");
    }

    @Test
    void whatMayHaveLeftIsNotSentAgainAndEveryTrySaysSo() {
        simulator.fault(Fault.acceptThenDrop().provider(FIRST).always());
        String uri = sms(FIRST);
        Iterator<SmsMessage> body = TWO.iterator();

        assertThat(send(uri, body).getException()).isInstanceOf(SmsUncertainException.class);
        assertThat(send(uri, body).getException()).isInstanceOf(IllegalStateException.class);
        assertThat(send(uri, body).getException()).isInstanceOf(IllegalStateException.class);
        assertThat(simulator.requests()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStreamIsClosedHoweverTheSendEnded(boolean fails) {
        if (fails) {
            simulator.fault(BUSY.always());
        }
        AtomicInteger closed = new AtomicInteger();
        Exchange exchange = send(sms(FIRST, "rateLimitWait=0"), TWO.stream().onClose(closed::incrementAndGet));

        assertThat(exchange.getException() != null).isEqualTo(fails);
        assertThat(closed).hasValue(1);
    }

    @Test
    void whatCanBeClosedIsClosedAndItsFailureChangesNothing() {
        Cursor iterator = new Cursor();
        send(sms(FIRST), iterator);
        Rows iterable = new Rows();
        Exchange exchange = send(sms(FIRST), iterable);

        assertThat(exchange.getException()).isNull();
        assertThat(simulator.messages(FIRST)).hasSize(4);
        assertThat(iterator.closed).isTrue();
        assertThat(iterable.closed).isTrue();
    }

    @Test
    void whatAClosedBodyLeftGoesToTheSecondProvider() {
        simulator.fault(BUSY.always());
        send("direct:failover", new Rows());
        send("direct:failover", new Cursor());

        assertThat(simulator.messages(SECOND)).hasSize(4);
    }

    @Test
    void aHeaderThatIsWrongLosesNothingOfTheBody() {
        simulator.fault(BUSY.first(2));
        String uri = sms(FIRST, "rateLimitWait=0");
        Iterator<SmsMessage> body = TWO.iterator();
        send(uri, body);
        send(uri, body, Map.of(SmsConstants.SCHEDULED_TIME, "mañana"));
        send(uri, body);

        assertThat(simulator.messages(FIRST)).hasSize(2);
    }

    private static final class Rows implements Iterable<SmsMessage>, AutoCloseable {
        private volatile boolean closed;

        @Override
        public Iterator<SmsMessage> iterator() {
            assertThat(closed).isFalse();
            return TWO.iterator();
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static final class Cursor implements Iterator<SmsMessage>, AutoCloseable {
        private final Iterator<SmsMessage> messages = TWO.iterator();
        private volatile boolean closed;

        @Override
        public boolean hasNext() {
            assertThat(closed).isFalse();
            return messages.hasNext();
        }

        @Override
        public SmsMessage next() {
            return messages.next();
        }

        @Override
        public void close() throws IOException {
            closed = true;
            throw new IOException("gone");
        }
    }
}
