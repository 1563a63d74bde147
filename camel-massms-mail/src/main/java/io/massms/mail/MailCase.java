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

import io.massms.camel.model.SmsMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;

/** A mail on its way through the bridge. */
final class MailCase {
    private static final String PROPERTY = "SmsMailCase";

    private final MailIds ids;
    private final MailSender sender;
    private final List<SmsMessage> claimed = new ArrayList<>();
    private final List<RecipientOutcome> recipientOutcomes = new ArrayList<>();
    private RefusedMailException refusal;
    private boolean handledBefore;
    private String mailId;

    MailCase(MailIds ids, MailSender sender) {
        this.ids = ids;
        this.sender = sender;
        mailId = ids.copy();
    }

    static MailCase of(Exchange exchange) {
        return exchange.getProperty(PROPERTY, MailCase.class);
    }

    void attachTo(Exchange exchange) {
        exchange.setProperty(PROPERTY, this);
    }

    MailIds ids() {
        return ids;
    }

    String mailId() {
        return mailId;
    }

    /** Its text is known now, and distinguishes it from other mails with the same headers. */
    void rename(String name) {
        mailId = name;
    }

    MailSender sender() {
        return sender;
    }

    List<SmsMessage> claimed() {
        return claimed;
    }

    List<RecipientOutcome> recipientOutcomes() {
        return recipientOutcomes;
    }

    void refuse(RefusedMailException why) {
        refusal = why;
    }

    /** It was settled when it was read earlier. */
    void markHandledBefore() {
        handledBefore = true;
    }

    boolean handledBefore() {
        return handledBefore;
    }

    Optional<RefusedMailException> refusal() {
        return Optional.ofNullable(refusal);
    }

    boolean failed() {
        return refusal != null
                || recipientOutcomes.stream().anyMatch(outcome -> outcome.kind() != RecipientOutcome.Kind.SENT);
    }

    MailOutcome outcome() {
        return new MailOutcome(
                mailId,
                count(RecipientOutcome.Kind.SENT),
                count(RecipientOutcome.Kind.NOT_SENT),
                count(RecipientOutcome.Kind.UNKNOWN),
                refusal == null ? null : refusal.getMessage());
    }

    private int count(RecipientOutcome.Kind kind) {
        return (int) recipientOutcomes.stream()
                .filter(outcome -> outcome.kind() == kind)
                .count();
    }

    /** Names the mail, not the people. */
    @Override
    public String toString() {
        return "MailCase[" + mailId + "]";
    }
}
