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
package io.massms.camel.component;

import io.massms.camel.dispatch.Caller;
import io.massms.camel.model.InboundSms;
import io.massms.camel.model.SmsError;
import io.massms.camel.spi.Answer;
import io.massms.camel.spi.Codec;
import io.massms.camel.spi.InboxQuestion;
import io.massms.camel.spi.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Asks for pages of an inbox. A page may be cut off within its last message, whose id or reference is then another one's; where nothing
 * shows that it came to its end, that message counts only once two answers say the same of it.
 */
final class InboxPages {
    private final Caller caller;
    private final Codec<InboxQuestion, List<InboundSms>> codec;

    /** What the last answer said, so that a page that never changes is not asked for twice each time. */
    private volatile List<InboundSms> known = List.of();

    InboxPages(Caller caller, Codec<InboxQuestion, List<InboundSms>> codec) {
        this.caller = caller;
        this.codec = codec;
    }

    /**
     * Asks, and once more where the first answer leaves a message open. What a call marked is not asked for again, as a second one marks
     * other messages: there an open message is left out, and the inbox tells of it at another look.
     *
     * @param question what
     * @param done     told the answer exactly once, on any thread
     */
    void ask(InboxQuestion question, Consumer<Answer<List<InboundSms>>> done) {
        caller.ask(codec, question, first -> {
            if (!(first instanceof Answer.Of<List<InboundSms>> page) || isConfirmed(page, known)) {
                done.accept(question.markRead() ? first : noted(first));
            } else if (question.markRead()) {
                done.accept(Answer.of(page.certain()));
            } else {
                caller.ask(codec, question, second -> done.accept(noted(confirmed(page, second))));
            }
        });
    }

    private static Answer<List<InboundSms>> confirmed(
            Answer.Of<List<InboundSms>> first, Answer<List<InboundSms>> second) {
        return !(second instanceof Answer.Of<List<InboundSms>> page) || isConfirmed(page, first.value())
                ? second
                : Answer.failed(Verdict.uncertain(
                        SmsError.UNEXPECTED_RESPONSE,
                        null,
                        "Two answers in a row say different things of the inbox's last message; ask again"));
    }

    /** Whether a page is whole, or another one knew its open message. */
    private static boolean isConfirmed(Answer.Of<List<InboundSms>> page, List<InboundSms> other) {
        if (page.isWhole()) {
            return true;
        }
        Set<InboundSms> open = new HashSet<>(page.value());
        page.certain().forEach(open::remove);
        other.forEach(open::remove);
        return open.isEmpty();
    }

    private Answer<List<InboundSms>> noted(Answer<List<InboundSms>> answer) {
        if (answer instanceof Answer.Of<List<InboundSms>> page) {
            known = page.value();
        }
        return answer;
    }
}
