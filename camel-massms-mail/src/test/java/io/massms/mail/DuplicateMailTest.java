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
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mail that was kept, and comes in several copies or is read again: its outcome is reported once, and as it was. */
class DuplicateMailTest extends BridgeTestSupport {
    private static final String FIRST = "541155556666@sms.example.org";
    private static final String SECOND = "541155557777@sms.example.org";

    private final AtomicBoolean failed = new AtomicBoolean();
    private final Set<String> ledger = ConcurrentHashMap.newKeySet();

    @Test
    void whatNeverLeftIsNotReportedAsSentByAnotherCopy() throws Exception {
        simulator.fault(Fault.rateLimit(null));
        start(bridge().parameter("replies", "all").parameter("maximumTries", "2"));

        copies(FIRST);

        assertThat(outcomes())
                .hasSize(2)
                .allSatisfy(outcome -> assertThat(outcome).contains(": not sent: RATE_LIMITED"));
        assertThat(sentTexts()).isEmpty();
    }

    @Test
    void whatMayHaveLeftIsNotReportedAsSentByAnotherCopy() throws Exception {
        simulator.fault(Fault.acceptThenDrop().recipient("1155556666"));
        simulator.fault(Fault.rateLimit(null).recipient("1155557777").first(2));
        start(bridge().parameter("replies", "all"));

        copies(FIRST + ", " + SECOND);

        assertThat(onlyReply())
                .contains("541155556666: it may or may not have been sent", "541155557777: sent")
                .doesNotContain("541155556666: sent");
    }

    @Test
    void aRefusalIsReportedOnce() throws Exception {
        simulator.fault(Fault.providerCode("-5").recipient("1155556666"));
        simulator.fault(Fault.rateLimit(null).recipient("1155557777").first(3));
        start(bridge());

        copies(FIRST + ", " + SECOND + ", 54-11-5555-8888@sms.example.org");

        assertThat(onlyReply())
                .containsPattern("541155556666: not sent: .*-5")
                .contains("541155557777: sent", "54-11-5555-8888@sms.example.org: not sent");
    }

    @Test
    void aLedgerThatFailsBetweenMessagesAndMailReportsNothingAsSentThatWasNot() throws Exception {
        simulator.fault(Fault.rateLimit(null));
        start(bridgeWhoseLedgerFailsAt(2).parameter("replies", "all").parameter("maximumTries", "2"));

        store(mail(FIRST));
        awaitHandled(1);
        await(() -> !toAna().isEmpty());

        assertThat(failed).isTrue();
        assertThat(onlyReply()).contains("541155556666: not sent: RATE_LIMITED").doesNotContain(": sent");
    }

    /** At the message, at the mail. */
    @ParameterizedTest
    @CsvSource({"1, 24", "2, 24", "1, 1", "2, 1"})
    void theOutcomeOfTheFirstTryIsReportedThoughTheLedgerFailsBeforeTheMailIsSettled(int settlement, String tries)
            throws Exception {
        simulator.fault(Fault.providerCode("-5"));
        start(bridgeWhoseLedgerFailsAt(settlement).parameter("maximumTries", tries));

        store(mail(FIRST));
        awaitHandled(1);
        await(() -> !toAna().isEmpty());

        assertThat(failed).isTrue();
        assertThat(onlyReply()).containsPattern("541155556666: not sent: .*-5");
        assertThat(simulator.requestCount()).isEqualTo(1);
        assertThat(ledger).allMatch(key -> !key.contains(".try") && !key.contains(".untold"));
    }

    /** Some mail servers do not write down to whom a copy was delivered: then the copies do not differ. */
    @Test
    void aMailToNumbersOfTwoBridgesThatRememberInOneFolderReachesBoth() throws Exception {
        mail.setUser("sms@mx.example.org", "other", "mailbox-pw");
        start(
                bridge(),
                bridge().routeId("other")
                        .parameter("mailbox", mailbox().replace("username=bridge", "username=other"))
                        .parameter("numberDomain", "mx.example.org"));
        String both = mail(FIRST + ", 541155557777@mx.example.org");

        store(both);
        awaitHandled(1);
        deliver(ANA, "sms@mx.example.org", both);
        await(() -> seen("other") == 1);

        assertThat(simulator.messages())
                .extracting(message -> message.to())
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    /** Once, when so many settlements are to be written. */
    private TemplatedRouteBuilder bridgeWhoseLedgerFailsAt(int settlement) {
        AtomicInteger settlements = new AtomicInteger();
        context.getRegistry().bind("ledger", new MemoryIdempotentRepository() {
            @Override
            public boolean add(String key) {
                if (key.endsWith(".settled") && settlements.incrementAndGet() == settlement) {
                    failed.set(true);
                    throw new IllegalStateException("database away");
                }
                ledger.add(key);
                return super.add(key);
            }

            @Override
            public boolean remove(String key) {
                ledger.remove(key);
                return super.remove(key);
            }
        });
        return bridge().parameter("ledger", "ledger");
    }

    /** As a mailbox that catches everything gets them, and one more mail, behind which no reply to them comes. */
    private void copies(String to) throws Exception {
        store("Delivered-To: " + FIRST + "\n" + mail(to));
        store("Delivered-To: " + SECOND + "\n" + mail(to));
        awaitHandled(2);
        store("From: " + ANA + "\nTo: " + BRIDGE + "\nMessage-ID: <2@x>\nSubject: no command\n\n");
        await(() ->
                seen() == 3 && toAna().stream().anyMatch(reply -> text(reply).contains("Your mail")));
    }

    private static String mail(String to) {
        return "From: " + ANA + "\nTo: " + to + "\nMessage-ID: <1@x>\n\nhola\n";
    }

    private String onlyReply() {
        assertThat(outcomes()).hasSize(1);
        return outcomes().get(0);
    }

    private List<String> outcomes() {
        return toAna().stream()
                .map(DuplicateMailTest::text)
                .filter(text -> !text.contains("Your mail"))
                .toList();
    }

    private static String text(MimeMessage reply) {
        try {
            return reply.getContent().toString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
