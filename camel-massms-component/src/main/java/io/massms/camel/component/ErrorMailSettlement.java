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

import io.massms.camel.component.mail.ErrorMail;
import io.massms.camel.model.SmsMessage;
import io.massms.camel.model.SmsStatus;
import io.massms.camel.number.InvalidNumberException;
import io.massms.camel.protocol.Excerpts;
import io.massms.camel.spi.Account;
import io.massms.camel.spi.Channel;
import io.massms.camel.spi.Clocks;
import io.massms.camel.spi.ErrorMailDecoder;
import io.massms.camel.spi.MailedRefusal;
import io.massms.camel.spi.SendQuestion;
import io.massms.camel.tracker.Fingerprint;
import io.massms.camel.tracker.SmsTracker;
import io.massms.camel.tracker.StatusReport;
import io.massms.camel.tracker.TrackedMessage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Finds the message that an error mail is about, and settles it. The mail names a recipient and nothing else (manual, section "Envío de
 * mensajes vía correo electrónico (SMTP)"): it is about the last message to that recipient before it was written, of those whose text it
 * repeats, where it repeats one (decided). The message keeps which mail that was, so the same mail, read again because its route failed or
 * its process died, is about the same message, and not about the one before.
 */
final class ErrorMailSettlement {
    private final SmsTracker tracker;
    private final Account account;
    private final ErrorMailDecoder decoder;

    ErrorMailSettlement(SmsEndpoint endpoint) {
        tracker = endpoint.getComponent().resources().requireTracker(endpoint.getConfiguration());
        account = endpoint.access().account();
        decoder = endpoint.access().protocol().errorMail();
    }

    /** What became of the message; empty where the mail is about none that is outstanding, or was when it was first read. */
    List<SmsStatus> settle(ErrorMail mail) {
        return decoder.decode(mail.text(), account.profile())
                .filter(refusal -> refusal.status().to() != null)
                .map(refusal -> settle(mail, refusal))
                .orElse(List.of());
    }

    /** Of two that read the same mail at once, both find the same message: what is outstanding is looked for before what was settled. */
    private List<SmsStatus> settle(ErrorMail mail, MailedRefusal refusal) {
        Optional<TrackedMessage> addressee = addressee(mail, refusal);
        SmsStatus status = refusal.status().withMessageId(name(mail));
        if (settledBy(status.messageId()).isEmpty()) {
            addressee.ifPresent(message -> tracker.record(List.of(new StatusReport(
                    message.id(),
                    account.key(),
                    status.withError(status.error(), status.providerCode(), words(refusal, message)),
                    null,
                    true))));
        }
        return settledBy(status.messageId());
    }

    /** The provider's words may repeat the subject of the message's mail, and with it the login, the recipient and the text. */
    private String words(MailedRefusal refusal, TrackedMessage message) {
        String said = refusal.status().providerText();
        List<SmsMessage> texts = refusal.repeated().stream()
                .filter(text ->
                        Fingerprint.ofText(text).equals(message.submission().textHash()))
                .map(text -> SmsMessage.of(null, text))
                .toList();
        if (said == null) {
            return null;
        }
        return texts.isEmpty()
                ? Excerpts.of(said, account)
                : Excerpts.of(said, new SendQuestion(texts, false), account);
    }

    /** A message by mail has no id of the provider's; in its place stands the mail, under which trackers find it. */
    private List<SmsStatus> settledBy(String name) {
        return tracker.findByProviderMessageId(account.key(), name).stream()
                .map(TrackedMessage::status)
                .toList();
    }

    /** Short, whatever the mail's headers hold: it has to fit into an index. */
    private static String name(ErrorMail mail) {
        return "error mail " + Fingerprint.ofText(mail.identity());
    }

    private Optional<TrackedMessage> addressee(ErrorMail mail, MailedRefusal refusal) {
        List<TrackedMessage> before = outstanding(refusal.status().to()).stream()
                .filter(message -> !message.created().isAfter(Clocks.latest(mail.date())))
                .toList();
        Set<UUID> repeated =
                refusal.repeated().stream().map(Fingerprint::ofText).collect(Collectors.toSet());
        return before.stream()
                .filter(message -> repeated.contains(message.submission().textHash()))
                .findFirst()
                .or(() -> before.stream().findFirst());
    }

    /** The mail may write the number with its country code. */
    private List<TrackedMessage> outstanding(String to) {
        List<TrackedMessage> found = tracker.findOutstanding(account.key(), Channel.smtp, to);
        if (!found.isEmpty()) {
            return found;
        }
        try {
            return tracker.findOutstanding(account.key(), Channel.smtp, account.numberForm(to));
        } catch (InvalidNumberException e) {
            return found;
        }
    }
}
