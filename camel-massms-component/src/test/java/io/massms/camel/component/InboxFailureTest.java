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
import io.massms.camel.optout.MemoryOptOutRepository;
import io.massms.camel.optout.OptOutRepository;
import io.massms.simulator.SimulatedReply;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.BindToRegistry;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What goes wrong around a message of the inbox leaves it to be emitted again. */
@Timeout(120)
class InboxFailureTest extends SmsTestSupport {
    private final OptOutRepository remembered = new MemoryOptOutRepository();
    private final AtomicInteger optOuts = new AtomicInteger();
    private final Queue<InboundSms> received = new ConcurrentLinkedQueue<>();
    private final AtomicInteger rollbacks = new AtomicInteger();
    private final AtomicInteger errors = new AtomicInteger();

    /** Fails so often. */
    private final AtomicInteger failingOptOuts = new AtomicInteger(1);

    @BindToRegistry("optOuts")
    private final OptOutRepository optOutRepository = (OptOutRepository) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {OptOutRepository.class}, (proxy, method, arguments) -> {
                if (method.getName().equals("add") && optOuts.getAndIncrement() < failingOptOuts.get()) {
                    throw new IllegalStateException("the database is away");
                }
                return method.invoke(remembered, arguments);
            });

    @Test
    void aStopWordThatCouldNotBeStoredIsEmittedAgain() throws Exception {
        simulator.reply("smsmasivos", "1144445555", "BAJA");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(sms("smsmasivos", "operation=inbox", "optOut=true", "delay=20"))
                        .process(exchange -> received.add(exchange.getMessage().getBody(InboundSms.class)));
            }
        });

        await().until(() -> nothingIsUnread());
        assertThat(received).extracting(InboundSms::text).containsExactly("BAJA");
        assertThat(optOuts).hasValue(2);
        assertThat(remembered.contains("+5491144445555")).isTrue();
    }

    @Test
    void aStopWordIsNotGivenUpHoweverLongItCannotBeStoredAndHoldsUpNoOther() throws Exception {
        failingOptOuts.set(20);
        simulator.reply("smsmasivos", "1144445555", "BAJA");
        simulator.reply("smsmasivos", "1144446666", "hola");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(sms(
                                "smsmasivos",
                                "operation=inbox",
                                "optOut=true",
                                "delay=20",
                                "maxRedeliveries=0",
                                "maxMessagesPerPoll=1"))
                        .process(exchange -> received.add(exchange.getMessage().getBody(InboundSms.class)));
            }
        });

        await().until(() -> nothingIsUnread());
        assertThat(received).extracting(InboundSms::text).containsExactly("hola", "BAJA");
        assertThat(remembered.contains("+5491144445555")).isTrue();
    }

    @Test
    void aMessageWhoseRouteRolledBackIsEmittedAgain() throws Exception {
        simulator.reply("smsmasivos", "1144445555", "hola");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(IllegalStateException.class).handled(true).markRollbackOnly();
                from(sms("smsmasivos", "operation=inbox", "delay=20")).process(exchange -> {
                    if (rollbacks.getAndIncrement() == 0) {
                        throw new IllegalStateException("the database is away");
                    }
                    received.add(exchange.getMessage().getBody(InboundSms.class));
                });
            }
        });

        await().until(() -> nothingIsUnread());
        assertThat(received).extracting(InboundSms::text).containsExactly("hola");
    }

    @Test
    void anErrorInAStepCountsAsAFailureAndTheConsumerGoesOn() throws Exception {
        simulator.reply("smsmasivos", "1144445555", "hola");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(sms("smsmasivos", "operation=inbox", "delay=20"))
                        .routeId("in")
                        .process(afterAnError(errors, exchange -> {}))
                        .process(exchange -> received.add(exchange.getMessage().getBody(InboundSms.class)));
            }
        });

        await().until(() -> nothingIsUnread());
        assertThat(received).extracting(InboundSms::text).containsExactly("hola");
        assertThat(errors).hasValue(2);
        assertThat(context.getInflightRepository().size()).isZero();
        assertThat(context.getInflightRepository().size("in")).isZero();
    }

    @Test
    void aMessageThatEndsInAnErrorEachTimeIsGivenUpAndHoldsUpNoOther() throws Exception {
        simulator.reply("smsmasivos", "1144445555", "bad");
        simulator.reply("smsmasivos", "1144446666", "good");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(sms("smsmasivos", "operation=inbox", "delay=20", "maxRedeliveries=2"))
                        .process(exchange -> {
                            InboundSms message = exchange.getMessage().getBody(InboundSms.class);
                            if (message.text().equals("bad")) {
                                errors.incrementAndGet();
                                throw new StackOverflowError("deep");
                            }
                            received.add(message);
                        });
            }
        });

        await().until(() -> errors.get() == 3 && unread().size() == 1);
        simulator.reply("smsmasivos", "1144446666", "later");
        await().until(() -> received.size() == 2 && unread().size() == 1);
        assertThat(received).extracting(InboundSms::text).containsExactly("good", "later");
        assertThat(errors).hasValue(3);
    }

    private boolean nothingIsUnread() {
        return unread().isEmpty();
    }

    private static List<SimulatedReply> unread() {
        return simulator.replies().stream().filter(reply -> !reply.read()).toList();
    }
}
