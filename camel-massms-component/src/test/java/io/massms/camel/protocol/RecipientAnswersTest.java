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
package io.massms.camel.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsMessage;
import io.massms.camel.model.SmsState;
import io.massms.camel.spi.SendQuestion;
import io.massms.camel.spi.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecipientAnswersTest {
    private static final Verdict UNMENTIONED = Verdict.uncertain(SmsError.UNEXPECTED_RESPONSE, null, "not mentioned");

    @Test
    void answersAreBroughtIntoTheOrderOfTheQuestion() {
        assertThat(ids(question("1", "2", "3"), "3", "1", "2")).containsExactly("at 1", "at 2", "at 0");
    }

    @Test
    void aRecipientThatWasAskedTwiceTakesTwoAnswersInTheirOrder() {
        assertThat(ids(question("1", "2", "1", "1"), "1", "1", "2", "1"))
                .containsExactly("at 0", "at 2", "at 1", "at 3");
    }

    @Test
    void noAnswerCountsTwice() {
        assertThat(ids(question("1", "1"), "1")).containsExactly("at 0", null);
        assertThat(ids(question("1"), "1", "1")).containsExactly("at 0");
    }

    @Test
    void anAnswerAboutSomebodyElseIsNobodys() {
        assertThat(ids(question("1", "2"), "3", "2")).containsExactly(null, "at 1");
    }

    @Test
    void whoIsRefusedAndTakenWasTaken() {
        Verdict taken = Verdict.taken(SmsState.ENROUTE, "x");
        Verdict refused = Verdict.rejected(SmsError.NO_BALANCE, "110", null, "no credit");
        RecipientAnswers answers = new RecipientAnswers(question("1", "2", "1"));
        answers.settle("1", refused);
        answers.settle("1", refused);
        answers.settle("2", taken);
        assertThat(answers.anyTaken()).isTrue();
        answers.settle("2", refused);
        answers.settle("1", taken);

        assertThat(answers.complete(() -> UNMENTIONED).verdicts()).containsExactly(taken, taken, refused);
    }

    @Test
    void spellingsOfANumberAreTheSameNumber() {
        assertThat(ids(question("573001234567", "018095551234"), "%2B57 300 123 4567", "1-809-555-1234"))
                .containsExactly("at 0", "at 1");
    }

    @Test
    void whatIsNoNumberIsOnlyTheSameAsItself() {
        assertThat(ids(question("abc", "def", "1"), "1", "xyz", "def")).containsExactly(null, "at 2", "at 0");
    }

    @Test
    void whoIsNotMentionedGetsTheVerdictForThat() {
        RecipientAnswers answers = new RecipientAnswers(question("1", "2"));
        answers.settle("2", Verdict.taken(SmsState.ENROUTE, "x"));
        assertThat(answers.complete(() -> UNMENTIONED).verdicts())
                .containsExactly(UNMENTIONED, Verdict.taken(SmsState.ENROUTE, "x"));
    }

    @Test
    void nothingIsUnderstoodUntilSomebodyIsMentioned() {
        RecipientAnswers answers = new RecipientAnswers(question("1"));
        answers.settle("2", UNMENTIONED);
        assertThat(answers.any()).isFalse();
        answers.settle("1", UNMENTIONED);
        assertThat(answers.any()).isTrue();
    }

    @Test
    void everyShuffledAnswerFindsItsRecipient() {
        Random random = new Random(20261121);
        for (int round = 0; round < 50; round++) {
            List<String> recipients = IntStream.range(0, 200)
                    .mapToObj(i -> Integer.toString(1000 + random.nextInt(500)))
                    .toList();
            List<String> shuffled = new ArrayList<>(recipients);
            Collections.shuffle(shuffled, random);
            RecipientAnswers answers = new RecipientAnswers(question(recipients.toArray(String[]::new)));
            shuffled.forEach(number -> answers.settle(number, Verdict.taken(SmsState.ENROUTE, number)));
            assertThat(answers.complete(() -> UNMENTIONED).verdicts())
                    .extracting(Verdict::messageId)
                    .isEqualTo(recipients);
        }
    }

    private static List<String> ids(SendQuestion question, String... numbers) {
        RecipientAnswers answers = new RecipientAnswers(question);
        for (int i = 0; i < numbers.length; i++) {
            answers.settle(numbers[i], Verdict.taken(SmsState.ENROUTE, "at " + i));
        }
        return answers.complete(() -> UNMENTIONED).verdicts().stream()
                .map(Verdict::messageId)
                .toList();
    }

    private static SendQuestion question(String... recipients) {
        return new SendQuestion(
                Stream.of(recipients).map(to -> SmsMessage.of(to, "Hola")).toList(), false);
    }
}
