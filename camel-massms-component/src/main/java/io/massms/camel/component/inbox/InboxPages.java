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
package io.massms.camel.component.inbox;

import io.massms.camel.dispatch.Caller;
import io.massms.camel.model.InboundSms;
import io.massms.camel.spi.Answer;
import io.massms.camel.spi.Codec;
import io.massms.camel.spi.InboxQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks for pages of an inbox. A page may be cut off within its last message, whose id or reference is then another one's; where nothing
 * shows that it came to its end, a second answer tells how that message goes on.
 */
public final class InboxPages {
    private final Caller caller;
    private final Codec<InboxQuestion, List<InboundSms>> codec;
    private final boolean asksAgain;

    /** The last message of each answer, so that a page that never changes is not asked for twice each time. */
    private final Map<InboxQuestion, InboundSms> known = new ConcurrentHashMap<>();

    /**
     * The pages of an inbox.
     *
     * @param caller    asks
     * @param codec     writes the questions and reads the answers
     * @param asksAgain whether somebody who polls asks: he learns of what is left out at another look
     */
    public InboxPages(Caller caller, Codec<InboxQuestion, List<InboundSms>> codec, boolean asksAgain) {
        this.caller = caller;
        this.codec = codec;
        this.asksAgain = asksAgain;
    }

    /**
     * Asks, and once more where the first answer leaves a message open. A second marking call would mark other messages: after one,
     * the second question is for the whole inbox.
     *
     * @param  question what
     * @return          the answer, once it is there
     */
    public CompletableFuture<Answer<List<InboundSms>>> ask(InboxQuestion question) {
        return caller.ask(codec, question)
                .thenCompose(first -> first instanceof Answer.Of<List<InboundSms>> page
                        ? complete(question, page)
                        : CompletableFuture.completedFuture(first));
    }

    private CompletableFuture<Answer<List<InboundSms>>> complete(
            InboxQuestion question, Answer.Of<List<InboundSms>> first) {
        InboundSms open = first.isWhole() ? null : open(first);
        if (open == null || open.equals(known.get(question))) {
            return CompletableFuture.completedFuture(first);
        }
        InboxQuestion again = question.markRead() ? new InboxQuestion(question.from(), false, false) : question;
        return caller.ask(codec, again).thenApply(second -> settled(question, first, open, second));
    }

    /** The one that the certain ones lack, which stand in the same order. */
    private static InboundSms open(Answer.Of<List<InboundSms>> page) {
        int at = 0;
        while (at < page.certain().size()
                && page.value().get(at).equals(page.certain().get(at))) {
            at++;
        }
        return at < page.value().size() ? page.value().get(at) : null;
    }

    /** What a call marked cannot be had again: there the message counts as it is, unless the second answer knows better. */
    private Answer<List<InboundSms>> settled(
            InboxQuestion question,
            Answer.Of<List<InboundSms>> first,
            InboundSms open,
            Answer<List<InboundSms>> second) {
        if (!(second instanceof Answer.Of<List<InboundSms>> page)) {
            return question.markRead() ? Answer.of(first.value()) : second;
        }
        InboundSms whole = page.value().contains(open)
                ? open
                : page.value().stream()
                        .filter(other -> goesOn(open, other))
                        .findFirst()
                        .orElse(asksAgain && !question.markRead() ? null : open);
        if (whole == null) {
            return Answer.of(first.certain());
        }
        known.put(question, whole);
        List<InboundSms> messages = new ArrayList<>(first.value());
        messages.set(messages.indexOf(open), whole);
        return Answer.of(List.copyOf(messages));
    }

    /** Whether one is the beginning of the other. */
    private static boolean goesOn(InboundSms open, InboundSms other) {
        return other.from().equals(open.from())
                && other.text().equals(open.text())
                && other.receivedTime().equals(open.receivedTime())
                && begins(open.messageId(), other.messageId())
                && begins(open.clientId(), other.clientId());
    }

    private static boolean begins(String beginning, String whole) {
        return beginning == null || whole != null && whole.startsWith(beginning);
    }
}
