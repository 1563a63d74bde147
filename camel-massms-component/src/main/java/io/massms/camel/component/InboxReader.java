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
import io.massms.camel.error.SmsException;
import io.massms.camel.model.InboundSms;
import io.massms.camel.model.SmsError;
import io.massms.camel.number.Msisdn;
import io.massms.camel.spi.Account;
import io.massms.camel.spi.InboxQuestion;
import io.massms.camel.spi.Verdict;
import java.util.List;

/** Asks for an inbox and waits for the answer. */
final class InboxReader {
    private final SmsEndpoint endpoint;
    private final InboxPages pages;
    private final String from;

    InboxReader(SmsEndpoint endpoint) {
        this.endpoint = endpoint;
        SmsAccess access = endpoint.access();
        Caller caller = new Caller(
                endpoint.getComponent().resources().transport(endpoint), access.account(), access.requestTimeout());
        pages = new InboxPages(
                caller, access.protocol().inbox(endpoint.getConfiguration().getChannel()), true);
        from = handset(endpoint.getConfiguration().getFrom(), access.account());
    }

    /** Whose messages alone are read, in the provider's form; null for all. */
    String handset() {
        return from;
    }

    /** What is not marked as read. */
    List<InboundSms> unread() {
        return read(new InboxQuestion(from, true, false));
    }

    /** Everything. */
    List<InboundSms> all() {
        return read(new InboxQuestion(from, false, false));
    }

    /** Marks what is unread, and gives what was marked. */
    List<InboundSms> mark() {
        return read(new InboxQuestion(from, true, true));
    }

    /** Marks what is unread of one handset, and gives what was marked. */
    List<InboundSms> markOf(String handset) {
        return read(new InboxQuestion(handset, true, true));
    }

    /** For answers that contradict each other. */
    SmsException unexpected(String reason) {
        return Failures.unanswered(endpoint, Verdict.uncertain(SmsError.UNEXPECTED_RESPONSE, null, reason));
    }

    /** A handset's number in the provider's form; null for null. */
    static String handset(String number, Account account) {
        return number == null
                ? null
                : account.profile().numberForm().format(Msisdn.parse(number, account.country()), account.country());
    }

    private List<InboundSms> read(InboxQuestion question) {
        return pages.ask(question).join().orElseThrow(verdict -> Failures.unanswered(endpoint, verdict));
    }
}
