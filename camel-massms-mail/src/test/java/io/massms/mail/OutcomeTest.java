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
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.massms.simulator.Fault;
import jakarta.mail.internet.MimeMessage;
import org.apache.camel.FailedToCreateRouteException;
import org.junit.jupiter.api.Test;

/** What becomes of a mail whatever the provider answers, and what its sender is told. */
class OutcomeTest extends BridgeTestSupport {
    private static final String COMMAND = "USU500 " + PASSWORD + " 1155556666 hola";

    @Test
    void aRefusalIsReportedToTheSenderInTheProvidersWordsAndTheMailIsDone() throws Exception {
        simulator.fault(Fault.providerCode("-5").provider("smsmasivos"));
        start(bridge());

        command("1@example.org", COMMAND);
        awaitHandled(1);

        assertThat(simulator.messages()).isEmpty();
        assertThat(simulator.requestCount()).isEqualTo(1);
        MimeMessage reply = toAna().get(0);
        assertThat(reply.getContent().toString())
                .contains("1155556666: not sent")
                .contains("-5");
        assertThat(reply.getSubject()).isEqualTo("SMS not sent");
        assertThat(reply.getHeader("Auto-Submitted")).containsExactly("auto-replied");
        assertThat(reply.getHeader("In-Reply-To")).containsExactly("<1@example.org>");
        assertThat(whole(reply)).doesNotContain(PASSWORD, "USU500", "hola");
    }

    @Test
    void anUncertainSendIsNeverRepeatedAndTheSenderIsNotified() throws Exception {
        simulator.fault(Fault.acceptThenDrop().provider("smsmasivos"));
        start(bridge());

        command("1@example.org", COMMAND);
        awaitHandled(1);

        assertThat(simulator.messages()).hasSize(1);
        assertThat(toAna().get(0).getContent().toString()).contains("may or may not have been sent");
    }

    @Test
    void aDryRunIsNotReportedAsSent() throws Exception {
        start(bridge().parameter("sms", sms() + "&dryRun=true").parameter("replies", "all"));

        command("1@example.org", COMMAND);
        awaitHandled(1);

        assertThat(simulator.messages()).isEmpty();
        assertThat(toAna().get(0).getContent().toString()).contains("1155556666: not sent: This was a dry run");
    }

    @Test
    void aPassingFailureKeepsTheMailUntilItGoesOut() throws Exception {
        simulator.fault(Fault.rateLimit(null).provider("smsmasivos").first(3));
        start(bridge());

        command("1@example.org", COMMAND);
        awaitHandled(1);

        assertThat(simulator.messages()).hasSize(1);
        assertThat(simulator.requestCount()).isEqualTo(4);
        assertThat(toAna()).isEmpty();
    }

    @Test
    void aTemporaryFailureThatPersistsIsReportedAfterTheLastTry() throws Exception {
        simulator.fault(Fault.rateLimit(null).provider("smsmasivos"));
        start(bridge().parameter("maximumTries", "3"));

        command("1@example.org", COMMAND);
        awaitHandled(1);

        assertThat(simulator.messages()).isEmpty();
        assertThat(simulator.requestCount()).isEqualTo(3);
        assertThat(toAna().get(0).getContent().toString()).contains("RATE_LIMITED");
    }

    @Test
    void ofSeveralRecipientsOnlyThoseThatGotNothingAreTriedAgain() throws Exception {
        simulator.fault(Fault.rateLimit(null).recipient("1155557777").first(2));
        start(bridge());

        letter("1@example.org", ANA, "541155556666@sms.example.org,541155557777@sms.example.org", "hola");
        await(() -> simulator.messages().size() == 2);
        awaitHandled(2);

        assertThat(simulator.messages())
                .extracting(message -> message.to())
                .containsExactlyInAnyOrder("1155556666", "1155557777");
    }

    @Test
    void aMailWithTheMessageIdOfAnotherSendsNothing() throws Exception {
        start(bridge());

        command("1@example.org", COMMAND);
        command("1@example.org", COMMAND);
        awaitHandled(2);

        assertThat(simulator.messages()).hasSize(1);
    }

    @Test
    void alarmsWithoutMessageIdAreToldApartByTheirText() throws Exception {
        start(bridge());
        String alarm = "Received: from db by mx; Thu, 1 Jan 2026 00:00:01 +0000\nFrom: " + ANA
                + "\nTo: 541155556666@sms.example.org\nDate: Thu, 1 Jan 2026 00:00:00 +0000\n\n";

        for (String text : new String[] {"alarm 1", "alarm 2", "alarm 1"}) {
            store(alarm + text + "\n");
        }
        awaitHandled(3);

        assertThat(sentTexts()).containsExactlyInAnyOrder("alarm 1", "alarm 2");
    }

    @Test
    void anAlarmWithoutMessageIdIsTriedAgain() throws Exception {
        simulator.fault(Fault.rateLimit(null).provider("smsmasivos").first(3));
        start(bridge());

        deliver(ANA, "1@sms.example.org", "From: " + ANA + "\nTo: 541155556666@sms.example.org\n\nalarm\n");
        awaitHandled(1);

        assertThat(sentTexts()).containsExactly("alarm");
        assertThat(simulator.requestCount()).isEqualTo(4);
    }

    @Test
    void aMailToHiddenRecipientsThatComesOnceForEachReachesEachOnce() throws Exception {
        start(bridge());
        String copy = "Delivered-To: %s@sms.example.org\nFrom: " + ANA + "\nMessage-ID: <1@x>\n\nhola\n";

        deliver(ANA, "1@sms.example.org", copy.formatted("541155556666"));
        deliver(ANA, "2@sms.example.org", copy.formatted("541155557777"));
        deliver(ANA, "3@sms.example.org", copy.formatted("541155557777"));
        awaitHandled(3);

        assertThat(simulator.messages())
                .extracting(message -> message.to())
                .containsExactlyInAnyOrder("1155556666", "1155557777");
    }

    @Test
    void aMailLargerThanTheBridgeReadsIsRefused() throws Exception {
        start(bridge().parameter("maximumMailSize", "2000"));

        letter("1@x", ANA, "541155556666@sms.example.org", "hola\n".repeat(500));
        awaitHandled(1);

        assertThat(simulator.messages()).isEmpty();
        assertThat(toAna().get(0).getContent().toString()).contains("at most 2000");
    }

    @Test
    void aMailThatIsReadAgainByAnotherBridgeSendsNothing() throws Exception {
        start(bridge());
        command("1@example.org", COMMAND);
        awaitHandled(1);
        context.stop();
        mail.getReceivedMessages()[0].setFlag(jakarta.mail.Flags.Flag.SEEN, false);

        context = new org.apache.camel.impl.DefaultCamelContext();
        start(bridge());
        command("2@example.org", COMMAND.replace("hola", "otra"));
        awaitHandled(2);

        assertThat(sentTexts()).containsExactlyInAnyOrder("hola", "otra");
    }

    @Test
    void wrongPasswordsAndUnknownUsersGetTheSameAnswer() throws Exception {
        start(bridge());

        command("1@example.org", "USU500 NOT-" + PASSWORD + " 1155556666 hola");
        command("2@example.org", "NADIE " + PASSWORD + " 1155556666 hola");
        awaitHandled(2);

        assertThat(simulator.requestCount()).isZero();
        assertThat(toAna()).hasSize(2).allSatisfy(reply -> {
            assertThat(reply.getContent().toString().strip())
                    .isEqualTo(toAna().get(0).getContent().toString().strip());
            assertThat(whole(reply)).doesNotContain(PASSWORD, "NADIE", "USU500");
        });
    }

    @Test
    void anAddressGetsNoMoreRepliesThanItsShare() throws Exception {
        start(bridge().parameter("repliesPerHour", "2"));

        for (int i = 0; i < 4; i++) {
            command(i + "@example.org", "USU500 wrong 1155556666 hola");
        }
        awaitHandled(4);

        assertThat(toAna()).hasSize(2);
    }

    @Test
    void withoutRepliesNobodyIsNotified() throws Exception {
        start(bridge().parameter("replies", "none").parameter("smtp", ""));

        command("1@example.org", "USU500 wrong 1155556666 hola");
        awaitHandled(1);

        assertThat(toAna()).isEmpty();
    }

    @Test
    void everySenderIsNotifiedWhereAllRepliesAreWanted() throws Exception {
        start(bridge().parameter("replies", "all"));

        command("1@example.org", COMMAND);
        awaitHandled(1);

        assertThat(toAna())
                .singleElement()
                .satisfies(reply -> assertThat(reply.getContent().toString()).contains("1155556666: sent"));
    }

    @Test
    void aReplyThatCannotBeSentKeepsNoMail() throws Exception {
        start(bridge().parameter("smtp", "smtp://127.0.0.1:1"));

        command("1@example.org", "USU500 wrong 1155556666 hola");
        awaitHandled(1);

        assertThat(toAna()).isEmpty();
    }

    @Test
    void aMailOfAPop3MailboxIsDeletedWhenItIsDone() throws Exception {
        start(bridge().parameter("mailbox", mailbox("pop3", mail.getPop3().getPort())));

        command("1@example.org", COMMAND);
        await(() -> mail.getReceivedMessagesForDomain(BRIDGE).length == 0);

        assertThat(sentTexts()).containsExactly("hola");
    }

    @Test
    void aSenderThatTheMailServerDidNotConfirmIsRefused() throws Exception {
        start(bridge().parameter("authenticationResults", "mx.example.org"));
        String letter = "From: " + ANA + "\nTo: 541155556666@sms.example.org\nMessage-ID: <%s@x>\n"
                + "Authentication-Results: mx.example.org; dmarc=%s header.from=example.org\n\n%s\n";

        deliver(ANA, "541155556666@sms.example.org", letter.formatted(1, "fail", "forged"));
        deliver(ANA, "541155556666@sms.example.org", letter.formatted(2, "pass", "real"));
        awaitHandled(2);

        assertThat(sentTexts()).containsExactly("real");
    }

    @Test
    void aBridgeThatCannotWorkDoesNotStart() {
        assertThatExceptionOfType(FailedToCreateRouteException.class)
                .isThrownBy(() -> start(bridge().parameter("allowedSenders", "")))
                .withStackTraceContaining("numberDomain needs allowedSenders");
        assertThatExceptionOfType(FailedToCreateRouteException.class)
                .isThrownBy(() -> start(bridge().parameter("smtp", "")))
                .withStackTraceContaining("replies=errors needs smtp");
    }

    private static String whole(MimeMessage message) throws Exception {
        return com.icegreen.greenmail.util.GreenMailUtil.getWholeMessage(message);
    }
}
