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
import io.massms.simulator.Fault;
import io.massms.simulator.SimulatedReply;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.BindToRegistry;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.Test;

/** What comes at the wrong moment, goes wrong or exceeds a limit is consumed all the same, and without waiting for an hour. */
class InboxRecoveryTest extends SmsTestSupport {
    private static final String QUICK = "operation=inbox&delay=20&initialDelay=0&idempotentRepository=#consumed";
    private static final int WHOLE_INBOX = 1;
    private static final int LAST_UNREAD = 4;
    private static final int FIRST_MARKING = 5;

    @BindToRegistry("consumed")
    private final ForgetfulRepository consumed = new ForgetfulRepository();

    @BindToRegistry("handler")
    private final CountingHandler handler = new CountingHandler();

    private final Queue<String> received = new ConcurrentLinkedQueue<>();
    private final AtomicInteger failures = new AtomicInteger();

    @Test
    void aMessageThatArrivesWhileANewRepositoryLearnsTheInboxIsConsumed() throws Exception {
        simulator.fault(lateAnswer(WHOLE_INBOX));
        consume(sms("smsmasivos", QUICK));
        awaitCall(WHOLE_INBOX);
        reply("in between");

        await().until(() -> received.size() == 1 && nothingIsUnread());
        assertThat(received).containsExactly("in between");
        everyFaultHit();
    }

    @Test
    void whatAMarkingCallReturnedBeyondTheLimitOfAPollComesInTheNextOnes() throws Exception {
        reply("one");
        simulator.fault(lateAnswer(FIRST_MARKING));
        consume(sms("smsmasivos", QUICK, "maxMessagesPerPoll=1"));
        awaitCall(FIRST_MARKING);
        reply("two", "three", "four");

        await().until(() -> received.size() == 4 && nothingIsUnread());
        assertThat(received).containsExactly("one", "two", "three", "four");
    }

    @Test
    void whatReconciliationFindsBeyondTheLimitOfAPollComesInTheNextOnes() throws Exception {
        consume(sms("smsmasivos", QUICK, "maxMessagesPerPoll=1"));
        reply("before");
        await().until(() -> received.size() == 1 && nothingIsUnread());
        context.getRouteController().stopAllRoutes();
        reply("two", "three", "four");
        new InboxPage(simulator.baseUrl("smsmasivos")).markAllAsRead();
        context.getRouteController().startAllRoutes();

        await().until(() -> received.size() == 4);
        assertThat(received).containsExactly("before", "two", "three", "four");
    }

    @Test
    void whatAMarkingAnswerLacksThatWasCutOffBetweenTwoRecordsIsFoundAtOnce() throws Exception {
        reply("aaaaa");
        simulator.fault(lateAnswer(LAST_UNREAD));
        simulator.fault(Fault.truncated().operation("inbox").nth(FIRST_MARKING));
        consume(sms("smsmasivos", QUICK));
        awaitCall(LAST_UNREAD);
        reply("bbbbb", "ccccc", "ddddd");

        await().until(() -> received.size() == 4 && nothingIsUnread());
        assertThat(received).containsExactlyInAnyOrder("aaaaa", "bbbbb", "ccccc", "ddddd");
        everyFaultHit();
    }

    @Test
    void whatAMarkingCallBroughtWhileTheRepositoryWasAwayComesSoon() throws Exception {
        reply("one");
        simulator.fault(lateAnswer(LAST_UNREAD));
        consume(sms("smsmasivos", QUICK));
        awaitCall(LAST_UNREAD);
        reply("in between");
        consumed.awayOnceOneIsIn = true;
        await().until(() -> consumed.isAway() && nothingIsUnread());
        awaitCall(FIRST_MARKING + 2);
        consumed.awayOnceOneIsIn = false;

        await().until(() -> received.size() == 2);
        assertThat(received).containsExactly("one", "in between");
    }

    @Test
    void aMessageThatTheRepositoryCouldNotStoreIsNeitherConsumedTwiceNorMarkedTooEarly() throws Exception {
        consumed.refuse = 3;
        reply("one", "two");
        consume(sms("smsmasivos", QUICK));

        await().until(() -> received.size() == 2 && nothingIsUnread());
        assertThat(consumed.refuse).isZero();
        assertThat(received).containsExactly("one", "two");
    }

    @Test
    void theExceptionHandlerIsCalledWhenAMessageIsGivenUpAndNotBefore() throws Exception {
        reply("bad");
        consume(sms("smsmasivos", QUICK, "maxRedeliveries=2", "exceptionHandler=#handler"));

        await().until(() -> handler.calls.get() == 1);
        reply("good");
        await().until(() -> received.contains("good"));
        assertThat(failures).hasValue(3);
        assertThat(handler.calls).hasValue(1);
    }

    @Test
    void aMessageThatWasGivenUpGetsAnotherChanceWhenTheRouteStartsAgain() throws Exception {
        reply("bad");
        consume(sms("smsmasivos", QUICK, "maxRedeliveries=0", "exceptionHandler=#handler"));
        await().until(() -> handler.calls.get() == 1);
        context.getRouteController().stopAllRoutes();
        context.getRouteController().startAllRoutes();

        await().until(() -> handler.calls.get() == 2);
        assertThat(failures).hasValue(2);
    }

    @Test
    void aMessageThatFailsDoesNotHoldUpThoseBehindItWhateverTheLimit() throws Exception {
        reply("bad", "one", "two");
        consume(sms("smsmasivos", QUICK, "maxMessagesPerPoll=1", "maxRedeliveries=1000000"));

        await().until(() -> received.size() == 2);
        assertThat(received).containsExactly("one", "two");
    }

    private static Fault lateAnswer(int call) {
        return Fault.delay(Duration.ofSeconds(2)).operation("inbox").nth(call);
    }

    private static void awaitCall(int call) {
        await().until(() -> simulator.requestCount() >= call);
    }

    private static void everyFaultHit() {
        await().untilAsserted(() ->
                assertThat(simulator.faults()).extracting(Fault::hits).containsOnly(1L));
    }

    private static void reply(String... texts) {
        for (String text : texts) {
            simulator.reply("smsmasivos", "1144445555", text);
        }
    }

    private static boolean nothingIsUnread() {
        return simulator.replies().stream().allMatch(SimulatedReply::read);
    }

    private void consume(String uri) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).process(exchange -> {
                    String text =
                            exchange.getMessage().getBody(InboundSms.class).text();
                    if (text.equals("bad")) {
                        failures.incrementAndGet();
                        throw new IllegalStateException("bad");
                    }
                    received.add(text);
                });
            }
        });
    }

    /** A repository whose database is away for a while when messages are to be added. */
    private static final class ForgetfulRepository extends MemoryIdempotentRepository implements IdempotentRepository {
        private volatile int refuse;
        private volatile boolean awayOnceOneIsIn;

        private boolean isAway() {
            return awayOnceOneIsIn && getCacheSize() > 1;
        }

        @Override
        public boolean contains(String key) {
            if (isAway()) {
                throw new IllegalStateException("The database is away");
            }
            return super.contains(key);
        }

        @Override
        public boolean add(String key) {
            if (refuse > 0 && !key.endsWith(":known")) {
                refuse--;
                throw new IllegalStateException("The database is away");
            }
            return super.add(key);
        }
    }

    private static final class CountingHandler implements ExceptionHandler {
        private final AtomicInteger calls = new AtomicInteger();

        @Override
        public void handleException(Throwable exception) {
            handleException(null, exception);
        }

        @Override
        public void handleException(String message, Throwable exception) {
            handleException(message, null, exception);
        }

        @Override
        public void handleException(String message, Exchange exchange, Throwable exception) {
            calls.incrementAndGet();
        }
    }
}
