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

import io.massms.camel.model.SmsMessage;
import io.massms.camel.model.SmsState;
import io.massms.camel.spi.SendAnswer;
import io.massms.camel.spi.SendQuestion;
import io.massms.camel.spi.Verdict;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Supplier;

/**
 * Brings an answer's lines, one a recipient, into the order of the question. A recipient that was asked twice takes two lines, in
 * their order; a line about somebody else is nobody's. Of more lines about one recipient those count that say that a message was taken.
 */
public final class RecipientAnswers {
    private final List<SmsMessage> messages;
    private final Verdict[] verdicts;
    private int settled;
    private int inOrder;

    /** The places still open, by recipient; null as long as the answer keeps the order of the question, as it mostly does. */
    private Map<String, Queue<Integer>> open;

    /**
     * Expects answers.
     *
     * @param question to what
     */
    public RecipientAnswers(SendQuestion question) {
        messages = question.messages();
        verdicts = new Verdict[messages.size()];
    }

    /**
     * Takes what was said of one recipient.
     *
     * @param number  as the answer writes it
     * @param verdict what it means
     */
    public void settle(String number, Verdict verdict) {
        settle(number, 0, number.length(), verdict);
    }

    /**
     * Takes what was said of one recipient, whose number stands within a text.
     *
     * @param text    the answer
     * @param start   where the number begins
     * @param end     behind it; white space around it does not matter
     * @param verdict what it means
     */
    public void settle(String text, int start, int end, Verdict verdict) {
        int place = isNext(text, start, end)
                ? inOrder++
                : placeOf(text.substring(start, end).strip());
        if (place >= 0) {
            verdicts[place] = verdict;
            settled++;
        } else if (verdict.state().isAccepted()) {
            withdrawRefusal(keyOf(text.substring(start, end).strip()), verdict);
        }
    }

    /** A refusal is no longer certain where another line says that the same recipient's message was taken. */
    private void withdrawRefusal(String key, Verdict taken) {
        for (int i = 0; i < verdicts.length; i++) {
            boolean refused = verdicts[i] != null && verdicts[i].state() == SmsState.REJECTED;
            if (refused && keyOf(messages.get(i).to()).equals(key)) {
                verdicts[i] = taken;
                return;
            }
        }
    }

    private boolean isNext(String text, int start, int end) {
        if (open != null || inOrder >= verdicts.length) {
            return false;
        }
        String expected = messages.get(inOrder).to();
        return expected.length() == end - start && text.startsWith(expected, start);
    }

    /**
     * Whether the answer said something of somebody.
     *
     * @return false when nothing of it was understood
     */
    public boolean any() {
        return settled > 0;
    }

    /**
     * Whether the answer said of somebody that the message was taken.
     *
     * @return false when nothing was certainly sent
     */
    public boolean anyTaken() {
        return Arrays.stream(verdicts)
                .anyMatch(verdict -> verdict != null && verdict.state().isAccepted());
    }

    /**
     * Ends the answer.
     *
     * @param  unmentioned gives what it means not to be mentioned; asked only when somebody is not
     * @return             a verdict for every recipient
     */
    public SendAnswer complete(Supplier<Verdict> unmentioned) {
        if (settled < verdicts.length) {
            Verdict missing = unmentioned.get();
            for (int i = 0; i < verdicts.length; i++) {
                verdicts[i] = verdicts[i] == null ? missing : verdicts[i];
            }
        }
        return SendAnswer.of(List.of(verdicts));
    }

    private int placeOf(String number) {
        if (open == null) {
            if (inOrder < verdicts.length
                    && NumberSpelling.same(number, messages.get(inOrder).to())) {
                return inOrder++;
            }
            open = placesFrom(inOrder);
        }
        Queue<Integer> places = open.get(keyOf(number));
        Integer place = places == null ? null : places.poll();
        return place == null ? -1 : place;
    }

    private Map<String, Queue<Integer>> placesFrom(int first) {
        Map<String, Queue<Integer>> places = new HashMap<>();
        for (int i = first; i < verdicts.length; i++) {
            places.computeIfAbsent(keyOf(messages.get(i).to()), key -> new ArrayDeque<>(1))
                    .add(i);
        }
        return places;
    }

    /** What is no number (as a policy may let through) is only the same as itself. */
    private static String keyOf(String recipient) {
        String key = NumberSpelling.key(recipient);
        return key == null ? recipient : key;
    }
}
