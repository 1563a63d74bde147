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

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a refused mail settles, and who is notified. */
class RefusalTest extends BridgeTestSupport {
    private static final String NUMBER = "541155556666@sms.example.org";
    private static final String ALARM = "20261121100000.alarm@db1.example.org";

    @Test
    void aStrangerWhoKnowsAMessageIdKeepsNoMailFromBeingSent() throws Exception {
        start(bridge());

        letter(ALARM, "mallory@evil.example", NUMBER, "x");
        awaitHandled(1);
        letter(ALARM, ANA, NUMBER, "Disco lleno");
        awaitHandled(2);

        assertThat(sentTexts()).containsExactly("Disco lleno");
    }

    @Test
    void theDirectCopyIsSentThoughTheOneThroughAListWasNotConfirmed() throws Exception {
        start(bridge().parameter("authenticationResults", "mx.example.org"));
        String copy = "Authentication-Results: mx.example.org; dmarc=%s header.from=example.org\nFrom: " + ANA
                + "\nTo: " + NUMBER + "\nMessage-ID: <1@x>\n\nDisco lleno\n";

        for (String result : new String[] {"fail", "pass", "fail", "pass"}) {
            deliver(ANA, NUMBER, copy.formatted(result));
        }
        awaitHandled(4);

        assertThat(sentTexts()).containsExactly("Disco lleno");
        assertThat(simulator.requestCount()).isEqualTo(1);
    }

    @Test
    void theRightPasswordSendsUnderTheMessageIdOfTheWrongOne() throws Exception {
        start(bridge());

        command("1@example.org", "USU500 wrong 1155556666 hola");
        command("1@example.org", "USU500 " + PASSWORD + " 1155556666 hola");
        command("1@example.org", "USU500 wrong 1155556666 hola");
        awaitHandled(3);

        assertThat(sentTexts()).containsExactly("hola");
        assertThat(toAna()).hasSize(1);
    }

    @Test
    void withoutAccountsAStrangerWhoWroteToNoNumberGetsNoAnswer() throws Exception {
        start(bridge().parameter("accounts", ""));

        deliver(
                "victim@evil.example",
                BRIDGE,
                "From: victim@evil.example\nTo: " + BRIDGE + "\nMessage-ID: <1@x>\nSubject: Buy pills\n\nspam\n");
        letter("2@x", ANA, "54-11-5555-7777@sms.example.org", "hola");
        awaitHandled(2);

        assertThat(toAna())
                .singleElement()
                .satisfies(reply -> assertThat(reply.getContent().toString())
                        .contains("No address of the mail is a number")
                        .doesNotContain("PASSWORD"));
        assertThat(replies()).isEqualTo(1);
    }

    @Test
    void aStrangersMailToANumberIsNotAnsweredHoweverLargeOrBrokenItIs() throws Exception {
        start(bridge().parameter("maximumMailSize", "2000").parameter("maximumTries", "1"));

        letter("1@x", "eve@evil.example", NUMBER, "hola\n".repeat(500));
        deliver(
                "eve@evil.example",
                NUMBER,
                "From: eve@evil.example\nTo: " + NUMBER + ", <541155557777@sms.example.org\nDelivered-To: " + NUMBER
                        + "\nMessage-ID: <2@x>\n\nhola\n");
        awaitHandled(2);

        assertThat(simulator.requestCount()).isZero();
        assertThat(replies()).isZero();
    }

    @Test
    void aMistypedNumberIsReportedBesideThoseThatAreRight() throws Exception {
        start(bridge());

        String to = NUMBER + ", 54-11-5555-7777@sms.example.org, soporte@sms.example.org, luis@example.org, " + BRIDGE;
        deliver(ANA, NUMBER, "From: " + ANA + "\nTo: " + to + "\nMessage-ID: <1@x>\n\nhola\n");
        awaitHandled(1);

        assertThat(sentTexts()).containsExactly("hola");
        assertThat(toAna().get(0).getContent().toString().strip())
                .isEqualToNormalizingNewlines(
                        "54-11-5555-7777@sms.example.org: not sent: The address is no number\n541155556666: sent");
    }

    @Test
    void addressesOfTheDomainThatAreNobodysNumberAreNotReported() throws Exception {
        start(bridge().parameter("mailFrom", "avisos@example.org"));

        String others = BRIDGE + ", soporte@sms.example.org, sms.example.org";
        deliver(ANA, NUMBER, "From: " + ANA + "\nTo: " + NUMBER + "\nCc: " + others + "\nMessage-ID: <1@x>\n\nhola\n");
        awaitHandled(1);
        command("2@x", "no command");
        await(() -> !toAna().isEmpty());

        assertThat(sentTexts()).containsExactly("hola");
        assertThat(toAna().get(0).getContent().toString()).contains("Your mail").doesNotContain("address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "Avisos <%s>"})
    void theBridgesOwnAddressIsNoMistypedNumberThoughItHasTheDigitsOfOne(String mailFrom) throws Exception {
        String own = "Sucursal-541155@sms.example.org";
        start(bridge().parameter("mailFrom", mailFrom.formatted(own)).parameter("replies", "all"));

        deliver(ANA, NUMBER, "From: " + ANA + "\nTo: " + NUMBER + ", " + own + "\nMessage-ID: <1@x>\n\nhola\n");
        awaitHandled(1);

        assertThat(toAna())
                .singleElement()
                .satisfies(reply ->
                        assertThat(reply.getContent().toString().strip()).isEqualTo("541155556666: sent"));
    }

    @Test
    void aMailToAGroupOfNumbersGoesToEach() throws Exception {
        start(bridge());

        String to = "Clientes: 541155558888@sms.example.org, 541155559999@sms.example.org;";
        deliver(ANA, NUMBER, "From: " + ANA + "\nTo: " + to + "\nMessage-ID: <1@x>\n\nhola\n");
        awaitHandled(1);

        assertThat(sentTexts()).containsExactly("hola", "hola");
    }

    /** With what its other headers name, only a part of its recipients would get it, and nobody would know. */
    @ParameterizedTest
    @ValueSource(strings = {"Cc", "Delivered-To"})
    void aMailWithMoreRecipientsThanTheBridgeReadsGoesToNobodyAndSaysSo(String other) throws Exception {
        start(bridge().parameter("maximumRecipients", "1000").parameter("replies", "all"));
        String to = IntStream.range(0, 600)
                .mapToObj(i -> "541155550%03d@sms.example.org".formatted(i))
                .collect(Collectors.joining(",\n "));

        store("From: " + ANA + "\nTo: " + to + "\n" + other + ": " + NUMBER + "\nMessage-ID: <1@x>\n\nhola\n");
        awaitHandled(1);

        assertThat(sentTexts()).isEmpty();
        assertThat(toAna())
                .singleElement()
                .satisfies(reply -> assertThat(reply.getContent().toString()).contains("The header To has"));
    }

    private long replies() {
        return Stream.of(mail.getReceivedMessages())
                .filter(BridgeTestSupport::isReply)
                .count();
    }
}
