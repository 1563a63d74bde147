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
package io.massms.camel.protocol.smsmasivos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsState;
import io.massms.camel.model.SmsStatus;
import io.massms.camel.spi.Account;
import io.massms.camel.spi.Answer;
import io.massms.camel.spi.Credential;
import io.massms.camel.spi.FormCall;
import io.massms.camel.spi.Parameter;
import io.massms.camel.spi.Reply;
import io.massms.camel.spi.StatusQuestion;
import io.massms.camel.spi.StatusesQuestion;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Manual, section "Comprobación del proceso de un envío en bloque", by date. */
class SmsMasivosStatusesTest {
    private static final StatusesQuestion QUESTION = new StatusesQuestion(Instant.parse("2011-01-01T02:59:59.9Z"));
    private final Account account = TestAccount.with(Map.of(Credential.apiKey, "k"));
    private final SmsMasivosStatuses codec = new SmsMasivosStatuses();

    @Test
    void theDateIsWrittenByTheServersClockAndNoFlagIsSet() {
        assertThat(((FormCall) codec.encode(QUESTION, account)).parameters())
                .containsExactly(new Parameter("apikey", "k"), new Parameter("fecha", "20101231235959"));
    }

    @Test
    void everyLineIsUnderstoodAndWhatIsNoLineIsLeftOut() {
        String lines =
                "XXX\t20110927110505\t1161880001: el número recibió un mensaje idéntico hace menos de 48 horas\r\n"
                        + "basura<br>YYY\t20110927110505\tOK\n";

        assertThat(statuses(lines))
                .extracting(SmsStatus::clientId, SmsStatus::to, SmsStatus::state, SmsStatus::error)
                .containsExactly(
                        tuple("XXX", "1161880001", SmsState.REJECTED, SmsError.DUPLICATE),
                        tuple("YYY", null, SmsState.ENROUTE, null));
    }

    @Test
    void pendingMeansThatNothingIsReportedYet() {
        assertThat(statuses("PENDIENTE\r\n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>oops</html>", "usuario o clave incorrectos", "basura"})
    void anAnswerAboutNoLineIsAFailure(String answer) {
        assertThat(codec.decode(reply(answer), QUESTION, account)).isInstanceOf(Answer.Failed.class);
    }

    @Test
    void ofLinesWithOneClientIdTheOneThatNamesTheRecipientIsAboutIt() {
        List<SmsStatus> reported = statuses(
                "same\t20110927110505\t1161880001: número muy corto\nsame\t20110927110507\tOK\nother\t20110927110509\tOK");

        assertThat(new StatusQuestion("SAME", "1161880001", null)
                        .answerIn(reported)
                        .state())
                .isEqualTo(SmsState.REJECTED);
        assertThat(new StatusQuestion("same", "541161880001", null)
                        .answerIn(reported)
                        .state())
                .isEqualTo(SmsState.REJECTED);
        assertThat(new StatusQuestion("same", "1161880002", null)
                        .answerIn(reported)
                        .state())
                .isEqualTo(SmsState.ENROUTE);
        assertThat(new StatusQuestion("none", "1161880002", null).answerIn(reported))
                .isNull();
        assertThat(new StatusQuestion("same", "1161880002", null).answerIn(reported.subList(0, 1)))
                .isNull();
    }

    @Test
    void aLineOlderThanTheMessageIsNotAboutItButClocksMayBeAMinuteApart() {
        List<SmsStatus> reported = statuses("same\t20110927110505\tOK");
        Instant processed = Instant.parse("2011-09-27T14:05:05Z");

        assertThat(new StatusQuestion("same", null, processed.plusSeconds(60)).answerIn(reported))
                .isNotNull();
        assertThat(new StatusQuestion("same", null, processed.plusSeconds(61)).answerIn(reported))
                .isNull();
    }

    @Test
    void aRefusalFromBeforeTheSendingMayBeThatOfAnEarlierTry() {
        List<SmsStatus> refused = statuses("same\t20110927110505\t1161880001: se han agotado los 100 SMS contratados");
        Instant processed = Instant.parse("2011-09-27T14:05:05Z");

        assertThat(answer(refused, processed.plusMillis(999)).state()).isEqualTo(SmsState.REJECTED);
        assertThat(answer(refused, processed.plusSeconds(1))).isNull();
    }

    @Test
    void whatIsReportedSinceTheSendingGoesBeforeWhatIsOlder() {
        List<SmsStatus> reported = statuses("same\t20110927110505\t1161880001: se han agotado los 100 SMS contratados\n"
                + "same\t20110927110510\tOK");

        assertThat(answer(reported, Instant.parse("2011-09-27T14:05:08Z")).state())
                .isEqualTo(SmsState.ENROUTE);
        assertThat(answer(reported.subList(1, 2), Instant.parse("2011-09-27T14:05:15Z"))
                        .state())
                .isEqualTo(SmsState.ENROUTE);
    }

    @Test
    void aRefusalAndALaterSuccessLeaveOpenWhichOfThemIsMeant() {
        List<SmsStatus> reported = statuses("same\t20110927110505\t1161880001: se han agotado los 100 SMS contratados\n"
                + "same\t20110927110510\tOK");

        assertThat(answer(reported, Instant.parse("2011-09-27T14:05:00Z"))).isNull();
        assertThat(answer(reported.subList(0, 1), Instant.parse("2011-09-27T14:05:00Z"))
                        .state())
                .isEqualTo(SmsState.REJECTED);
    }

    private static SmsStatus answer(List<SmsStatus> reported, Instant since) {
        return new StatusQuestion("same", "1161880001", since).answerIn(reported);
    }

    @Test
    void aDryRunIsReportedOnlyWhereNothingIsKnownOfASending() {
        List<SmsStatus> reported =
                statuses("same\t20110927110505\tOK\nsame\t20110927110507\t1161880001: probando sin enviar");
        List<SmsStatus> dryRun = reported.subList(1, 2);
        Instant sent = Instant.parse("2011-09-27T14:05:05Z");

        assertThat(new StatusQuestion("same", "1161880001", sent)
                        .answerIn(reported)
                        .state())
                .isEqualTo(SmsState.ENROUTE);
        assertThat(new StatusQuestion("same", "1161880001", sent).answerIn(dryRun))
                .isNull();
        assertThat(new StatusQuestion("same").answerIn(reported).state()).isEqualTo(SmsState.ENROUTE);
        assertThat(new StatusQuestion("same").answerIn(dryRun).state()).isEqualTo(SmsState.SKIPPED);
    }

    private List<SmsStatus> statuses(String answer) {
        return ((Answer.Of<List<SmsStatus>>) codec.decode(reply(answer), QUESTION, account)).value();
    }

    private static Reply reply(String text) {
        return new Reply(200, text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1, null);
    }
}
