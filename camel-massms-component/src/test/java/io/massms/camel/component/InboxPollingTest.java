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
import io.massms.simulator.Fault;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.camel.BindToRegistry;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;
import org.apache.camel.support.ScheduledPollConsumer;
import org.apache.camel.support.ScheduledPollConsumerHealthCheck;
import org.junit.jupiter.api.Test;

/** An inbox is polled as every other endpoint of Camel that polls. */
class InboxPollingTest extends SmsTestSupport {
    private static final String QUICK = "operation=inbox&delay=20&initialDelay=0";
    private static final String ONCE_A_DAY = "operation=inbox&delay=86400000&initialDelay=0";

    @BindToRegistry("strategy")
    private final NotingStrategy strategy = new NotingStrategy();

    private final Queue<Exchange> received = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> bridged = new ConcurrentLinkedQueue<>();

    @Test
    void quartzPollsByItsCronExpression() throws Exception {
        simulator.reply("smsmasivos", "1144445555", "hola");
        consume(sms("smsmasivos", "operation=inbox&scheduler=quartz&scheduler.cron=0/1+*+*+*+*+?"));

        await().until(() -> received.size() == 1);
    }

    @Test
    void aGreedyOnePollsAgainAtOnceUntilNothingIsLeft() throws Exception {
        for (int i = 0; i < 5; i++) {
            simulator.reply("smsmasivos", "1144445555", "hola " + i);
        }
        consume(sms("smsmasivos", ONCE_A_DAY, "greedy=true", "maxMessagesPerPoll=2"));

        await().until(() -> received.size() == 5);
    }

    @Test
    void oneThatIsNotGreedyWaitsForItsNextPoll() throws Exception {
        for (int i = 0; i < 5; i++) {
            simulator.reply("smsmasivos", "1144445555", "hola " + i);
        }
        consume(sms("smsmasivos", ONCE_A_DAY, "maxMessagesPerPoll=2", "pollStrategy=#strategy"));

        await().until(() -> strategy.polled.size() == 1);
        assertThat(strategy.polled).containsExactly(2);
        assertThat(received).hasSize(2);
    }

    @Test
    void aGreedyOneLeavesAMessageThatFailsToItsNextPoll() throws Exception {
        simulator.reply("smsmasivos", "1144445555", "hola");
        String options = "greedy=true&sendEmptyMessageWhenIdle=true&pollStrategy=#strategy";
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(sms("smsmasivos", ONCE_A_DAY, options))
                        .process(received::add)
                        .throwException(new IllegalStateException("the database is away"));
            }
        });

        await().until(() -> !strategy.polled.isEmpty());
        assertThat(strategy.polled.peek()).isZero();
        assertThat(received)
                .extracting(exchange -> exchange.getMessage().getBody(String.class))
                .containsExactly("hola");
    }

    @Test
    void eachMessageHasItsPlaceInTheBatch() throws Exception {
        simulator.reply("smsmasivos", "1144445555", "uno");
        simulator.reply("smsmasivos", "1144445555", "dos");
        consume(sms("smsmasivos", ONCE_A_DAY));

        await().until(() -> received.size() == 2);
        assertThat(received)
                .extracting(exchange -> List.of(
                        exchange.getProperty(ExchangePropertyKey.BATCH_INDEX),
                        exchange.getProperty(ExchangePropertyKey.BATCH_SIZE),
                        exchange.getProperty(ExchangePropertyKey.BATCH_COMPLETE)))
                .containsExactly(List.of(0, 2, false), List.of(1, 2, true));
    }

    @Test
    void aPollThatFailsReachesTheErrorHandlerOfTheRouteWhereItIsBridged() throws Exception {
        simulator.fault(Fault.httpStatus(503).operation("inbox").first(1));
        simulator.reply("smsmasivos", "1144445555", "hola");
        consume(sms("smsmasivos", QUICK, "bridgeErrorHandler=true"));

        await().until(() -> received.size() == 1);
        assertThat(bridged).hasSize(1).allMatch(SmsTemporaryException.class::isInstance);
    }

    @Test
    void theConsumerIsNotReadyBeforeItsFirstGoodPollAndUnhealthyWhileItsPollsFail() throws Exception {
        Fault fault = simulator.fault(Fault.httpStatus(503).operation("inbox").always());
        consume(sms("smsmasivos", QUICK, "pollStrategy=#strategy"));
        ScheduledPollConsumer consumer =
                (ScheduledPollConsumer) context.getRoutes().get(0).getConsumer();
        HealthCheck health = new ScheduledPollConsumerHealthCheck(consumer, "inbox");

        await().until(() -> !strategy.failed.isEmpty());
        assertThat(health.call(Map.of()).getState()).isEqualTo(HealthCheck.State.DOWN);
        simulator.removeFault(fault.id());
        await().until(() -> health.call(Map.of()).getState() == HealthCheck.State.UP);
        assertThat(strategy.failed).allMatch(SmsTemporaryException.class::isInstance);
    }

    @Test
    void anIdlePollCanSendAnEmptyMessage() throws Exception {
        consume(sms("smsmasivos", ONCE_A_DAY, "sendEmptyMessageWhenIdle=true"));

        await().until(() -> received.size() == 1);
        assertThat(received.peek().getMessage().getBody()).isNull();
    }

    private void consume(String uri) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(SmsTemporaryException.class)
                        .handled(true)
                        .process(exchange -> bridged.add(
                                exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, Throwable.class)));
                from(uri).process(received::add);
            }
        });
    }

    private static final class NotingStrategy extends DefaultPollingConsumerPollStrategy {
        private final Queue<Integer> polled = new ConcurrentLinkedQueue<>();
        private final Queue<Throwable> failed = new ConcurrentLinkedQueue<>();

        @Override
        public void commit(Consumer consumer, Endpoint endpoint, int messages) {
            polled.add(messages);
        }

        @Override
        public boolean rollback(Consumer consumer, Endpoint endpoint, int retries, Exception cause) throws Exception {
            failed.add(cause);
            return super.rollback(consumer, endpoint, retries, cause);
        }
    }
}
