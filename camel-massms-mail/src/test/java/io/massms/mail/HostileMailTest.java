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

import jakarta.mail.internet.MimeMessage;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails of all kinds, each followed by an ordinary one that must come through. */
class HostileMailTest extends BridgeTestSupport {
    private static final String NUMBER = "541155556666@sms.example.org";

    @BeforeEach
    void startBridge() throws Exception {
        start(bridge());
    }

    static Stream<String[]> readableLetters() {
        return Stream.of(
                new String[] {
                    "quoted-printable",
                    "Content-Type: text/plain; charset=ISO-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n"
                            + "Cami=F3n que lle=\nga\n",
                    "Camion que llega"
                },
                new String[] {
                    "base64",
                    "Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: base64\n\nQ2FtacOzbg==\n",
                    "Camion"
                },
                new String[] {
                    "html only",
                    "Content-Type: text/html; charset=UTF-8\n\n<p>Hola <b>Ana</b></p><script>x</script>\n",
                    "Hola Ana"
                },
                new String[] {
                    "a preheader that nobody sees",
                    "Content-Type: text/html\n\n<div style=\"display:none\">hidden</div><p>page</p>\n",
                    "page"
                },
                new String[] {
                    "alternative: the plain part wins",
                    "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>html</p>\n"
                            + "--b\nContent-Type: text/plain\n\nplain\n--b--\n",
                    "plain"
                },
                new String[] {
                    "alternative: a plain part with nothing in it gives way",
                    "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n\n--b\n"
                            + "Content-Type: text/html\n\n<p>html</p>\n--b--\n",
                    "html"
                },
                new String[] {
                    "a page with the footer of a gateway",
                    "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>page</p>\n--b\n"
                            + "Content-Type: text/plain\n\nno virus\n--b--\n",
                    "page"
                },
                new String[] {
                    "an attachment before the text",
                    "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n"
                            + "Content-Disposition: attachment; filename=a.txt\n\nsecret file\n--b\n"
                            + "Content-Type: multipart/related; boundary=c\n\n--c\nContent-Type: text/plain\n\ninner\n"
                            + "--c--\n--b--\n",
                    "inner"
                },
                new String[] {
                    "a text file shown beside the text",
                    "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>page</p>\n--b\n"
                            + "Content-Type: text/plain; name=passwords.txt\n"
                            + "Content-Disposition: inline; filename=passwords.txt\n\nsecret file\n--b--\n",
                    "page"
                },
                new String[] {
                    "lines that a program broke",
                    "Content-Type: text/plain; charset=UTF-8; format=flowed\n\nSu cita es hoy a las 3 en la \ncalle 10\n"
                            + " From hoy\n-- \nAna\n",
                    "Su cita es hoy a las 3 en la calle 10 From hoy"
                },
                new String[] {
                    "lines that a program broke, the blank only a mark",
                    "Content-Type: text/plain; format=flowed; delsp=yes\n\nSu ci \nta\n",
                    "Su cita"
                },
                new String[] {
                    "Windows' characters under the name ISO-8859-1",
                    "Content-Type: text/plain; charset=ISO-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nhoy =96 no\n",
                    "hoy - no"
                },
                new String[] {"unknown charset", "Content-Type: text/plain; charset=x-klingon\n\nHola\n", "Hola"},
                new String[] {"signature and quote", "\nVoy\n\n-- \nAna\n\n> vienes?\n", "Voy"});
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readableLetters")
    void aLetterIsReadAsPeopleReadIt(String kind, String mime, String text) throws Exception {
        deliver(ANA, NUMBER, "From: " + ANA + "\nTo: " + NUMBER + "\nMessage-ID: <1@x>\nMIME-Version: 1.0\n" + mime);
        awaitHandled(1);

        assertThat(sentTexts()).containsExactly(text);
    }

    /** As scripts and old programs write addresses; the mail library reads each byte as a character. */
    @ParameterizedTest
    @ValueSource(strings = {"MUÑOZ", "peña", "josé.ñandú"})
    void aSenderWrittenInUtf8IsOneOfItsDomain(String name) throws Exception {
        store("From: " + name + "@trusted.example\nTo: " + NUMBER + "\nMessage-ID: <1@x>\n\nhola\n");
        awaitHandled(1);

        assertThat(sentTexts()).containsExactly("hola");
    }

    static Stream<String[]> unsendableLetters() {
        return Stream.of(
                new String[] {
                    "attachment only",
                    "Content-Type: application/pdf\nContent-Disposition: attachment\n\n%PDF\n",
                    "no text"
                },
                new String[] {"nothing", "\n", "no text"},
                new String[] {"signature only", "\n-- \nAna\n", "no text"},
                new String[] {
                    "broken base64",
                    "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n!!!! not base64\nA\n",
                    "read"
                },
                new String[] {
                    "unknown transfer encoding",
                    "Content-Type: text/plain\nContent-Transfer-Encoding: x-foo\n\nhola\n",
                    "transfer encoding"
                },
                new String[] {
                    "unknown transfer encoding of a part",
                    "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n"
                            + "Content-Transfer-Encoding: x-foo\n\nhola\n--b--\n",
                    "transfer encoding"
                });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unsendableLetters")
    void aLetterWithoutReadableTextIsAnsweredAndNotSent(String kind, String mime, String why) throws Exception {
        deliver(ANA, NUMBER, "From: " + ANA + "\nTo: " + NUMBER + "\nMessage-ID: <1@x>\nMIME-Version: 1.0\n" + mime);
        awaitOrdinaryMail(2);

        assertThat(sentTexts()).containsExactly("ordinary");
        assertThat(toAna())
                .singleElement()
                .satisfies(reply -> assertThat(reply.getContent().toString()).contains(why));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=?UTF-8?Q?USU500_CLAVE500-secret_1155556666_Cami=C3=B3n?=",
                "=?ISO-8859-1?B?VVNVNTAwIENMQVZFNTAwLXNlY3JldCAxMTU1NTU2NjY2IENhbWnzbg==?=",
                "=?UTF-8?Q?USU500_CLAVE500-secret?=\n =?UTF-8?Q?_1155556666_Cami=C3=B3n?=",
                "USU500 CLAVE500-secret\n 1155556666\n\tCamion"
            })
    void anEncodedOrFoldedSubjectIsRead(String subject) throws Exception {
        command("1@x", subject);
        awaitHandled(1);

        assertThat(sentTexts()).containsExactly("Camion");
    }

    @Test
    void aLineBreakInASubjectIsABlankAndAddsNoHeader() throws Exception {
        command("1@x", "=?UTF-8?Q?USU500_CLAVE500-secret_1155556666_uno=0D=0ABcc:_eve@evil.example?=");
        command("2@x", "=?UTF-8?Q?USU500_WRONG_1155556666_uno=0D=0ABcc:_eve@evil.example?=");
        awaitHandled(2);

        assertThat(sentTexts()).containsExactly("uno Bcc: eve@evil.example");
        assertThat(toAna())
                .singleElement()
                .satisfies(reply -> assertThat(reply.getAllRecipients()).hasSize(1));
    }

    @Test
    void aSubjectOfAMebibyteIsRefusedAndTheNextMailComesThrough() throws Exception {
        command("1@x", "USU500 CLAVE500-secret 1155556666 " + ("\n " + "x".repeat(900)).repeat(1165));
        awaitOrdinaryMail(2);

        assertThat(sentTexts()).containsExactly("ordinary");
    }

    @Test
    void manyEncodedWordsAreNotDecodedBeyondTheLimit() throws Exception {
        command("1@x", "=?UTF-8?B?QUFBQQ==?=\n ".repeat(20_000) + "x");
        awaitOrdinaryMail(2);

        assertThat(sentTexts()).containsExactly("ordinary");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"eve@example.org", "eve@evil.example", "ana@example.org.evil.example", "x@y, ana@example.org"})
    void aStrangerSendsNothingAndGetsNoAnswer(String from) throws Exception {
        deliver("eve@evil.example", NUMBER, "From: " + from + "\nTo: " + NUMBER + "\nMessage-ID: <1@x>\n\nspam\n");
        awaitOrdinaryMail(2);

        assertThat(sentTexts()).containsExactly("ordinary");
        assertThat(repliesToAnybody()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied\nSubject: Out of office",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=b\nSubject: Undelivered",
                "X-Failed-Recipients: x@example.org\nSubject: Undelivered",
                "X-SMS-Bridge: 1\nSubject: SMS from 541155556666"
            })
    void bouncesAndAnswersOfMachinesBecomeNoMessagesAndGetNoAnswers(String headers) throws Exception {
        deliver(
                ANA,
                NUMBER,
                "From: " + ANA + "\nTo: " + NUMBER + "\nMessage-ID: <1@x>\n" + headers + "\n\nI am away\n");
        awaitOrdinaryMail(2);

        assertThat(sentTexts()).containsExactly("ordinary");
        assertThat(repliesToAnybody()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Precedence: list", "List-Id: <staff.example.org>", "Auto-Submitted: auto-generated"})
    void anAlarmOfAMachineIsSentButItsFailureIsNotAnswered(String header) throws Exception {
        deliver(ANA, NUMBER, "From: " + ANA + "\nTo: " + NUMBER + "\nMessage-ID: <1@x>\n" + header + "\n\nalarm\n");
        deliver(ANA, NUMBER, "From: " + ANA + "\nTo: " + NUMBER + "\nMessage-ID: <2@x>\n" + header + "\n\n-- \n");
        awaitHandled(2);

        assertThat(sentTexts()).containsExactly("alarm");
        assertThat(repliesToAnybody()).isZero();
    }

    @Test
    void ourOwnReplyThatComesBackIsNotAnsweredAgain() throws Exception {
        command("1@x", "USU500 WRONG 1155556666 hola");
        awaitHandled(1);
        MimeMessage reply = new MimeMessage(toAna().get(0));
        reply.setHeader("To", BRIDGE);
        deliver(
                ANA,
                BRIDGE,
                com.icegreen.greenmail.util.GreenMailUtil.getWholeMessage(reply).replace("\r\n", "\n"));
        awaitOrdinaryMail(3);

        assertThat(toAna()).hasSize(1);
    }

    @Test
    void tooManyRecipientsAreRefused() throws Exception {
        StringBuilder to = new StringBuilder(NUMBER);
        for (int i = 0; i < 20; i++) {
            to.append(",\n 54115555").append(7000 + i).append("@sms.example.org");
        }
        deliver(ANA, NUMBER, "From: " + ANA + "\nTo: " + to + "\nMessage-ID: <1@x>\n\nspam\n");
        awaitOrdinaryMail(2);

        assertThat(sentTexts()).containsExactly("ordinary");
        assertThat(toAna())
                .singleElement()
                .satisfies(reply -> assertThat(reply.getContent().toString()).contains("at most 20"));
    }

    private void awaitOrdinaryMail(int mails) throws Exception {
        letter("ordinary@x", ANA, NUMBER, "ordinary");
        awaitHandled(mails);
    }

    private long repliesToAnybody() {
        return Stream.of(mail.getReceivedMessages())
                .filter(BridgeTestSupport::isReply)
                .count();
    }
}
