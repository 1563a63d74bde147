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

import io.massms.camel.model.InboundSms;
import io.massms.simulator.SimulatedReply;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.BindToRegistry;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.ExchangeHelper;
import org.apache.camel.support.UnitOfWorkHelper;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A route that stops and starts while the process lives hands no message out twice, whatever was open when it stopped. */
@Timeout(120)
class InboxRestartTest extends SmsTestSupport {
    private static final String QUICK = "operation=inbox&delay=20&initialDelay=0";
    private static final String SHARED = QUICK + "&idempotentRepository=#consumed";

    @BindToRegistry("consumed")
    private final RepositoryThatCanBeAway consumed = new RepositoryThatCanBeAway();

    private final Queue<String> received = new ConcurrentLinkedQueue<>();
    private final CountDownLatch goOn = new CountDownLatch(1);

    @Test
    void aMessageThatIsStillUnderWayIsNotHandedOutAgain() throws Exception {
        simulator.reply("smsmasivos", "1144445555", "slow");
        consume(SHARED, exchange -> {
            take(exchange);
            waitWhateverInterrupts();
        });
        await().until(() -> received.size() == 1);
        context.getRouteController().stopRoute("in", 1, TimeUnit.SECONDS);
        context.getRouteController().startRoute("in");
        awaitPolls();
        goOn.countDown();

        await().until(InboxRestartTest::nothingIsUnread);
        assertThat(received).containsExactly("slow");
    }

    @Test
    void aMessageWhoseCompletionWasHandedOverIsNotHandedOutAgain() throws Exception {
        Queue<Exchange> elsewhere = new ConcurrentLinkedQueue<>();
        simulator.reply("smsmasivos", "1144445555", "hola");
        consume(SHARED, exchange -> {
            take(exchange);
            elsewhere.add(ExchangeHelper.createCorrelatedCopy(exchange, true));
        });
        await().until(() -> elsewhere.size() == 1);
        restart();
        awaitPolls();
        Exchange copy = elsewhere.remove();
        UnitOfWorkHelper.doneSynchronizations(copy, copy.getExchangeExtension().handoverCompletions());

        await().until(InboxRestartTest::nothingIsUnread);
        assertThat(received).containsExactly("hola");
    }

    @Test
    void aMessageThatTheRepositoryCouldNotStoreIsNotEmittedAgain() throws Exception {
        simulator.reply("smsmasivos", "1144445555", "before");
        consume(SHARED, this::take);
        await().until(InboxRestartTest::nothingIsUnread);
        consumed.away = true;
        simulator.reply("smsmasivos", "1144445555", "hola");
        await().until(() -> received.size() == 2);
        context.getRouteController().stopRoute("in");
        consumed.away = false;
        context.getRouteController().startRoute("in");

        await().until(InboxRestartTest::nothingIsUnread);
        assertThat(received).containsExactly("before", "hola");
    }

    @Test
    void theDefaultRepositoryKnowsWhatWasConsumedAndCouldNotBeMarked() throws Exception {
        consumeGoodBesideBad();
        restart();

        await().until(() -> received.stream().filter("bad"::equals).count() == 2);
        awaitPolls();
        assertThat(received).containsOnlyOnce("good");
    }

    @Test
    void theDefaultRepositoryKnowsItWhenTheRouteIsRemovedAndAddedAgain() throws Exception {
        consumeGoodBesideBad();
        context.getRouteController().stopRoute("in");
        context.removeRoute("in");
        consume(QUICK + "&maxRedeliveries=0", this::take);

        await().until(() -> received.stream().filter("bad"::equals).count() == 2);
        awaitPolls();
        assertThat(received).containsOnlyOnce("good");
    }

    /** What was given up stays unread, and what its sender wrote besides cannot be marked without it. */
    private void consumeGoodBesideBad() throws Exception {
        simulator.reply("smsmasivos", "1144445555", "bad");
        simulator.reply("smsmasivos", "1144445555", "good");
        consume(QUICK + "&maxRedeliveries=0", this::take);
        await().until(() -> received.size() == 2);
        awaitPolls();
    }

    private void restart() throws Exception {
        context.getRouteController().stopRoute("in");
        context.getRouteController().startRoute("in");
    }

    /** Long enough for a look at the whole inbox and one behind it. */
    private static void awaitPolls() {
        long before = simulator.requestCount();
        await().until(() -> simulator.requestCount() >= before + 6);
    }

    private static boolean nothingIsUnread() {
        return simulator.replies().stream().allMatch(SimulatedReply::read);
    }

    private void consume(String options, Processor step) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(sms("smsmasivos", options)).routeId("in").process(step);
            }
        });
    }

    private void take(Exchange exchange) {
        String text = exchange.getMessage().getBody(InboundSms.class).text();
        received.add(text);
        if (text.equals("bad")) {
            throw new IllegalStateException("bad");
        }
    }

    /** As a step in the middle of a database call does. */
    private void waitWhateverInterrupts() {
        while (goOn.getCount() > 0) {
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.interrupted();
            }
        }
    }

    private static final class RepositoryThatCanBeAway extends MemoryIdempotentRepository
            implements IdempotentRepository {
        private volatile boolean away;

        @Override
        public boolean add(String key) {
            if (away) {
                throw new IllegalStateException("The database is away");
            }
            return super.add(key);
        }
    }
}
