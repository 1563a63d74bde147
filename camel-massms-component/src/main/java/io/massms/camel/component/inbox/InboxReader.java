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

import io.massms.camel.error.SmsException;
import io.massms.camel.model.InboundSms;
import io.massms.camel.model.SmsError;
import io.massms.camel.spi.InboxQuestion;
import io.massms.camel.spi.Verdict;
import java.util.List;
import java.util.function.Function;

/** Asks for an inbox and waits for the answer. */
public final class InboxReader {
    private final InboxPages pages;
    private final String handset;
    private final Function<Verdict, SmsException> failures;

    /**
     * Reads an inbox.
     *
     * @param pages    asks for it
     * @param handset  whose messages alone are read, in the provider's form; null for all
     * @param failures say why there is no answer
     */
    public InboxReader(InboxPages pages, String handset, Function<Verdict, SmsException> failures) {
        this.pages = pages;
        this.handset = handset;
        this.failures = failures;
    }

    /** What is not marked as read. */
    List<InboundSms> unread() {
        return read(new InboxQuestion(handset, true, false));
    }

    /** Everything. */
    List<InboundSms> all() {
        return read(new InboxQuestion(handset, false, false));
    }

    /** Marks what is unread, and gives what was marked. */
    List<InboundSms> mark() {
        return read(new InboxQuestion(handset, true, true));
    }

    /** Marks what is unread of one handset, and gives what was marked. */
    List<InboundSms> markOf(String sender) {
        return read(new InboxQuestion(sender, true, true));
    }

    /** For answers that contradict each other. */
    SmsException unexpected(String reason) {
        return failures.apply(Verdict.uncertain(SmsError.UNEXPECTED_RESPONSE, null, reason));
    }

    private List<InboundSms> read(InboxQuestion question) {
        return pages.ask(question).join().orElseThrow(failures);
    }
}
