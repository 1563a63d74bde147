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
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.camel.BindToRegistry;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With a new repository, what others read long ago is distinguished from what is unread, whichever page comes empty or cut off. */
@Timeout(120)
class InboxFirstPollTest extends SmsTestSupport {
    private static final String QUICK = "operation=inbox&delay=20&initialDelay=0&idempotentRepository=#consumed";

    @BindToRegistry("consumed")
    private final MemoryIdempotentRepository consumed = new MemoryIdempotentRepository();

    private final Queue<String> received = new ConcurrentLinkedQueue<>();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void anEmptyPageNeitherLosesWhatWaitsNorBringsWhatOthersRead(int page) throws Exception {
        oldAndNew();
        simulator.fault(Fault.empty().operation("inbox").nth(page));
        consume();

        awaitNewOnes();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void aPageThatIsCutOffNeitherLosesWhatWaitsNorBringsWhatOthersRead(int page) throws Exception {
        oldAndNew();
        simulator.fault(Fault.truncated().operation("inbox").nth(page));
        consume();

        awaitNewOnes();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void whereAllIsReadAnEmptyPageBringsNothing(int page) throws Exception {
        markedByOthers("old one", "old two");
        simulator.fault(Fault.empty().operation("inbox").nth(page));
        consume();
        awaitRequests(6);
        reply("new");

        await().until(InboxFirstPollTest::nothingIsUnread);
        assertThat(received).containsExactly("new");
    }

    @Test
    void whereAllIsUnreadNothingIsLost() throws Exception {
        reply("one", "two");
        simulator.fault(Fault.empty().operation("inbox").nth(2));
        consume();

        await().until(InboxFirstPollTest::nothingIsUnread);
        assertThat(received).containsExactly("one", "two");
    }

    @Test
    void anInboxThatIsReallyEmptyDoesNotDelayTheStart() throws Exception {
        consume();
        awaitRequests(4);
        reply("first");
        await().until(InboxFirstPollTest::nothingIsUnread);
        markedByOthers("second");

        await().until(() -> received.size() == 2);
        assertThat(received).containsExactly("first", "second");
    }

    @Test
    void whatOthersReadDoesNotComeWhenTheInboxSeemsEmptyForAWhile() throws Exception {
        markedByOthers("old one", "old two");
        Fault empty = simulator.fault(Fault.empty().operation("inbox").always());
        consume();
        awaitRequests(6);
        simulator.removeFault(empty.id());
        awaitRequests(6);
        reply("new");

        await().until(InboxFirstPollTest::nothingIsUnread);
        assertThat(received).containsExactly("new");
    }

    private void oldAndNew() throws Exception {
        markedByOthers("old one", "old two");
        reply("new one", "new two");
    }

    private void awaitNewOnes() {
        await().until(InboxFirstPollTest::nothingIsUnread);
        awaitRequests(4);
        assertThat(received).containsExactly("new one", "new two");
        assertThat(simulator.faults()).extracting(Fault::hits).containsOnly(1L);
    }

    private static void awaitRequests(int count) {
        long before = simulator.requestCount();
        await().until(() -> simulator.requestCount() >= before + count);
    }

    private static void reply(String... texts) {
        for (String text : texts) {
            simulator.reply("smsmasivos", "1144445555", text);
        }
    }

    private static void markedByOthers(String... texts) throws Exception {
        reply(texts);
        new InboxPage(simulator.baseUrl("smsmasivos")).markAllAsRead();
    }

    private static boolean nothingIsUnread() {
        return simulator.replies().stream().allMatch(SimulatedReply::read);
    }

    private void consume() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(sms("smsmasivos", QUICK, "reconcileInterval=200"))
                        .process(exchange -> received.add(
                                exchange.getMessage().getBody(InboundSms.class).text()));
            }
        });
    }
}
