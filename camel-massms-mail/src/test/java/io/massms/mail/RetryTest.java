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
package io.massms.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.massms.simulator.Fault;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mail that goes out in several tries: what is sent again, and what its sender is told at the end. */
class RetryTest extends BridgeTestSupport {
    private static final String REFUSED = "541155556666@sms.example.org";
    private static final String LATER = "541155557777@sms.example.org";
    private static final String ACCEPTED = "541155558888@sms.example.org";

    @Test
    void whatIsRefusedForGoodOrSentIsNotTriedAgainAndIsReportedAtTheEnd() throws Exception {
        simulator.fault(Fault.providerCode("-5").recipient("1155556666"));
        simulator.fault(Fault.rateLimit(null).recipient("1155557777").first(4));
        start(bridge());

        mailTo(REFUSED + ", " + LATER + ", " + ACCEPTED);
        awaitHandled(1);

        assertThat(requestsTo("1155556666")).isEqualTo(1);
        assertThat(requestsTo("1155557777")).isEqualTo(5);
        assertThat(requestsTo("1155558888")).isEqualTo(1);
        assertThat(toAna())
                .singleElement()
                .satisfies(reply -> assertThat(reply.getContent().toString())
                        .containsPattern("541155556666: not sent: .*-5")
                        .contains("541155557777: sent", "541155558888: sent"));
    }

    @Test
    void afterARestartTheLedgerStillKnowsWhatEarlierTriesCameTo() throws Exception {
        simulator.fault(Fault.providerCode("-5").recipient("1155556666"));
        simulator.fault(Fault.rateLimit(null).recipient("1155557777").first(1));
        start(bridge().parameter("retryDelay", "PT1H"));
        mailTo(REFUSED + ", " + LATER + ", " + ACCEPTED);
        await(() -> sentTexts().size() == 1 && requestsTo("1155557777") == 1);
        context.stop();

        context = new DefaultCamelContext();
        start(bridge());
        awaitHandled(1);

        assertThat(requestsTo("1155556666")).isEqualTo(1);
        assertThat(toAna())
                .singleElement()
                .satisfies(reply -> assertThat(reply.getContent().toString())
                        .contains("541155556666: not sent", "541155557777: sent", "541155558888: sent"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "failed"})
    void aMailOfWhoseTextOnePartLeftIsNotSentAgain(String receipts) throws Exception {
        simulator.fault(Fault.rateLimit(null).nth(2));
        start(bridge().parameter("sms", sms() + "&longText=split&receipts=" + receipts));

        letter("1@x", ANA, ACCEPTED, "hola ".repeat(50));
        awaitHandled(1);

        assertThat(simulator.messages()).hasSize(1);
        assertThat(requestsTo("1155558888")).isEqualTo(2);
        assertThat(toAna())
                .singleElement()
                .satisfies(reply -> assertThat(reply.getContent().toString())
                        .contains("541155558888: it may or may not have been sent", "RATE_LIMITED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "failed"})
    void aMailOfWhoseTextNoPartLeftIsTriedAgain(String receipts) throws Exception {
        simulator.fault(Fault.rateLimit(null).first(2));
        start(bridge().parameter("sms", sms() + "&longText=split&receipts=" + receipts));

        letter("1@x", ANA, ACCEPTED, "hola ".repeat(50));
        awaitHandled(1);

        assertThat(simulator.messages()).hasSize(2);
        assertThat(toAna()).isEmpty();
    }

    /** As one that chooses a provider by the country does. What may have left by itself has no receipt in what the route ends with. */
    @ParameterizedTest
    @ValueSource(strings = {"all", "failed", "none"})
    void whatARouteSentOneByOneIsNotSentAgainWhereALaterOneIsToBeTriedAgain(String receipts) throws Exception {
        simulator.fault(Fault.rateLimit(null).recipient("1155557777").first(2));
        startOneByOne(receipts);

        mailTo(ACCEPTED + ", " + LATER);
        awaitHandled(1);

        assertThat(requestsTo("1155558888")).isEqualTo(1);
        assertThat(onlyReply()).contains("541155558888: it may or may not have been sent");
    }

    @Test
    void whatARouteSentOneByOneIsNotReportedAsAnotherOfTheMailEnded() throws Exception {
        simulator.fault(Fault.providerCode("-5").recipient("1155557777"));
        startOneByOne("all");

        mailTo(ACCEPTED + ", " + LATER);
        awaitHandled(1);

        assertThat(onlyReply())
                .contains("541155558888: it may or may not have been sent")
                .containsPattern("541155557777: not sent: .*-5");
    }

    @Test
    void whatARouteDidNotSendIsNotReportedAsSentBecauseItsLastMessageWas() throws Exception {
        simulator.fault(Fault.providerCode("-5").recipient("1155556666"));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:last").split(body(), (before, now) -> now).to(sms());
            }
        });
        start(bridge().parameter("sms", "direct:last").parameter("replies", "all"));

        mailTo(REFUSED + ", " + ACCEPTED);
        awaitHandled(1);

        assertThat(onlyReply()).contains("541155558888: sent").doesNotContain("541155556666: sent");
    }

    private void startOneByOne(String receipts) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:oneByOne").split(body()).to(sms() + "&receipts=" + receipts);
            }
        });
        start(bridge().parameter("sms", "direct:oneByOne").parameter("replies", "all"));
    }

    private String onlyReply() throws Exception {
        await(() -> !toAna().isEmpty());
        assertThat(toAna()).hasSize(1);
        return toAna().get(0).getContent().toString();
    }

    /** Several bridges may read one mailbox where a repository of Camel's mail component tells which of them has a mail. */
    @Test
    void aKeptMailIsReadAgainThoughARepositoryTellsWhoReadsIt() throws Exception {
        simulator.fault(Fault.rateLimit(null).first(2));
        context.getRegistry().bind("polled", MemoryIdempotentRepository.memoryIdempotentRepository(100));
        start(bridge().parameter("mailbox", mailbox() + "&idempotentRepository=#polled"));

        mailTo(LATER);
        awaitHandled(1);

        assertThat(sentTexts()).containsExactly("hola");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&idempotentRepository=#polled"})
    void aKeptMailTakesNoOtherMailsPlaceInAPoll(String repository) throws Exception {
        simulator.fault(Fault.rateLimit(null).recipient("1155557777"));
        context.getRegistry().bind("polled", MemoryIdempotentRepository.memoryIdempotentRepository(100));
        start(bridge().parameter("mailbox", mailbox() + "&maxMessagesPerPoll=1" + repository)
                .parameter("retryDelay", "PT1H"));

        mailTo(LATER);
        await(() -> requestsTo("1155557777") == 1);
        letter("2@x", ANA, ACCEPTED, "otra");
        awaitHandled(1);

        assertThat(sentTexts()).containsExactly("otra");
    }

    @Test
    void aLedgerThatFailsOnceWhileClaimingLosesNoMessage() throws Exception {
        AtomicInteger claims = new AtomicInteger();
        context.getRegistry().bind("ledger", new MemoryIdempotentRepository() {
            @Override
            public boolean add(String key) {
                if (claims.incrementAndGet() == 2) {
                    throw new IllegalStateException("database away");
                }
                return super.add(key);
            }
        });
        start(bridge().parameter("ledger", "ledger"));

        mailTo(LATER + ", " + ACCEPTED);
        awaitHandled(1);

        assertThat(simulator.messages())
                .extracting(message -> message.to())
                .containsExactlyInAnyOrder("1155557777", "1155558888");
        assertThat(toAna()).isEmpty();
    }

    private void mailTo(String recipients) throws Exception {
        deliver(ANA, ACCEPTED, "From: " + ANA + "\nTo: " + recipients + "\nMessage-ID: <1@x>\n\nhola\n");
    }

    private long requestsTo(String number) {
        return simulator.requests().stream()
                .filter(request -> request.params().stream()
                        .anyMatch(param -> param.value().contains(number)))
                .count();
    }
}
