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
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom the bridge believes and whom it answers. */
class SenderTest {
    private static final String ANA = "ana@example.org";

    private final AllowedSenders allowed = new AllowedSenders("Ana@example.org, @trusted.example");
    private final AuthenticationResults server = new AuthenticationResults("mx.example.org");

    @Test
    void addressesAndDomainsOfTheListAreAllowedInAnyCase() {
        assertThat(allowed.allow("ANA@EXAMPLE.ORG")).isTrue();
        assertThat(allowed.allow("anybody@trusted.example")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eve@example.org",
                "ana@example.org.evil.example",
                "x@sub.trusted.example",
                "x@nottrusted.example",
                "ana@example.org@evil.example"
            })
    void nobodyElseIsAllowed(String sender) {
        assertThat(allowed.allow(sender)).isFalse();
    }

    @Test
    void anEntryThatIsNeitherAddressNorDomainIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AllowedSenders("example.org"))
                .withMessageContaining("'example.org'")
                .withMessageContaining("@example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mx.example.org; dmarc=pass (p=reject) header.from=example.org",
                "mx.example.org 1; spf=fail smtp.mailfrom=x@y; dkim=pass header.d=example.org header.s=k",
                "MX.example.org; dkim=pass header.i=@example.org",
                "mx.example.org; dkim=pass (1024 (rsa); \"k\") header.d=\"example.org\""
            })
    void whatTheServerConfirmedIsBelieved(String results) throws Exception {
        assertThat(server.confirm(headers("Authentication-Results: " + results), ANA))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "other.example; dmarc=pass header.from=example.org",
                "mx.example.org; dmarc=fail header.from=example.org",
                "mx.example.org; dmarc=pass header.from=evil.example",
                "mx.example.org; dkim=pass header.d=evil.example",
                "mx.example.org; dkim=pass header.d=notexample.org",
                "mx.example.org; none",
                "mx.example.org; dkim=fail (dkim=pass header.d=example.org) header.d=example.org",
                "mx.example.org; spf=fail (client (x) said; dmarc=pass header.from=example.org) smtp.mailfrom=a@b",
                "mx.example.org; spf=pass smtp.mailfrom=\"a;dmarc=pass header.from=example.org;\"@evil.example",
                "mx.example.org; spf=pass smtp.mailfrom=\"a\\\";dmarc=pass header.from=example.org;\"@evil.example",
                "mx.example.org; dkim=pass header.d=example.org;\r\n dmarc=fail (p=none)\r\n header.from=example.org",
                "mx.example.org"
            })
    void nothingElseIsAProof(String results) throws Exception {
        assertThat(server.confirm(headers("Authentication-Results: " + results), ANA))
                .isFalse();
    }

    @Test
    void aForgedResultBelowTheServersOwnDoesNotCount() throws Exception {
        MailHeaders both = headers("Authentication-Results: mx.example.org; dmarc=fail header.from=example.org\r\n"
                + "Authentication-Results: mx.example.org; dmarc=pass header.from=example.org");

        assertThat(server.confirm(both, ANA)).isFalse();
        assertThat(server.confirm(headers("Subject: x"), ANA)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-generated",
                "Auto-Submitted: auto-replied (vacation)",
                "Precedence: bulk",
                "Precedence: List",
                "List-Id: <staff.example.org>",
                "List-Unsubscribe: <mailto:x@example.org>",
                "Return-Path: <>",
                "X-Auto-Response-Suppress: OOF",
                "Content-Type: multipart/report; report-type=delivery-status",
                "X-SMS-Bridge: 1"
            })
    void machinesAreNotAnswered(String header) throws Exception {
        MailHeaders mail = headers("From: " + ANA + "\r\n" + header);

        assertThat(MailSender.of(mail, new MailRecipients("sms.example.org", new RecipientNumbers(null)))
                        .answerable())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no-reply@example.org",
                "noreply+x@example.org",
                "MAILER-DAEMON@example.org",
                "postmaster@example.org",
                "staff-bounces@example.org",
                "staff-request@example.org",
                "573001234567@sms.example.org",
                "ana@example.org, luis@example.org",
                "undisclosed"
            })
    void nobodysAddressesAreNotAnswered(String from) throws Exception {
        assertThat(MailSender.of(
                                headers("From: " + from),
                                new MailRecipients("sms.example.org", new RecipientNumbers(null)))
                        .answerable())
                .isFalse();
    }

    @Test
    void peopleAreAnsweredInTheirThread() throws Exception {
        MailSender sender = MailSender.of(
                headers("From: Ana <" + ANA + ">\r\nMessage-ID: <1@example.org>\r\nAuto-Submitted: no"),
                new MailRecipients("sms.example.org", new RecipientNumbers(null)));

        assertThat(sender).isEqualTo(new MailSender(ANA, "<1@example.org>", true));
    }

    @Test
    void anAlarmMayBecomeAMessageButAnAnswerMayNot() throws Exception {
        assertThat(new AutomaticMail(headers("Auto-Submitted: auto-generated")).isAnswer())
                .isFalse();
        assertThat(new AutomaticMail(headers("Auto-Submitted: auto-replied")).isAnswer())
                .isTrue();
    }

    private static MailHeaders headers(String lines) throws MessagingException {
        return new MailHeaders(new MimeBodyPart(
                new InternetHeaders(new ByteArrayInputStream((lines + "\r\n\r\n").getBytes(StandardCharsets.UTF_8))),
                new byte[0]));
    }
}
