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
import io.massms.simulator.SimulatorClock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A repository that keeps fewer ids than the inbox has messages makes nothing come twice while the process lives. */
@Timeout(120)
class InboxBoundedRepositoryTest extends SmsTestSupport {
    private final SimulatorClock clock = SimulatorClock.standingAt(Instant.now());

    @BindToRegistry("lastThree")
    private final IdempotentRepository lastThree =
            MemoryIdempotentRepository.memoryIdempotentRepository(new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Object> eldest) {
                    return size() > 3;
                }
            });

    private final Queue<String> received = new ConcurrentLinkedQueue<>();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        return withClock(super.createCamelContext(), clock);
    }

    @Test
    void moreMessagesThanItKeepsAreConsumedOnceAndMarked() throws Exception {
        reply(10);
        consume("maxMessagesPerPoll=4");

        await().until(() ->
                received.size() >= 10 && simulator.replies().stream().allMatch(SimulatedReply::read));
        assertThat(received).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void readingTheWholeInboxEmitsNothingAgain() throws Exception {
        reply(10);
        consume("maxMessagesPerPoll=100");
        await().until(() ->
                received.size() >= 10 && simulator.replies().stream().allMatch(SimulatedReply::read));
        for (int look = 0; look < 3; look++) {
            clock.advance(Duration.ofHours(2));
            awaitPolls();
        }

        assertThat(received).hasSize(10).doesNotHaveDuplicates();
    }

    private static void reply(int count) {
        for (int i = 0; i < count; i++) {
            simulator.reply("smsmasivos", "1144445555", "text " + i);
        }
    }

    private static void awaitPolls() {
        long before = simulator.requestCount();
        await().until(() -> simulator.requestCount() >= before + 6);
    }

    private void consume(String option) throws Exception {
        String uri =
                sms("smsmasivos", "operation=inbox&delay=20&initialDelay=0&idempotentRepository=#lastThree", option);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri)
                        .process(exchange -> received.add(
                                exchange.getMessage().getBody(InboundSms.class).text()));
            }
        });
    }
}
