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
import java.util.Map;
import java.util.Optional;
import org.apache.camel.support.LRUCacheFactory;

/** Claims the messages of a mail in the ledger before they are sent, and records their outcomes. */
final class MessageClaims {
    private static final int MAX_OUTCOMES = 10_000;

    private final MailLedger ledger;
    private final MailOrigins origins;
    private final RecipientNumbers numbers;

    /** Outcomes of earlier tries. The ledger stores them without the provider's explanation, which a restart loses. */
    private final Map<String, RecipientOutcome> earlier = LRUCacheFactory.newLRUCache(MAX_OUTCOMES);

    MessageClaims(MailLedger ledger, MailOrigins origins, RecipientNumbers numbers) {
        this.ledger = ledger;
        this.origins = origins;
        this.numbers = numbers;
    }

    /** Claims all messages of a mail, or none if the ledger fails: nothing was sent yet, so the mail can be read again. */
    synchronized void claim(MailRequest request, MailCase mail) {
        try {
            request.numbers().forEach(number -> claim(number, request.text(), mail));
            request.mistyped().forEach(address -> refuse(address, mail));
        } catch (RuntimeException e) {
            release(mail, e);
            throw e;
        }
    }

    /** Releases the messages that may be tried again. All other outcomes are final, and reported when those are final too. */
    synchronized void prepareRetry(MailCase mail) {
        mail.recipientOutcomes().stream()
                .filter(RecipientOutcome::retryable)
                .map(RecipientOutcome::clientId)
                .forEach(ledger::release);
        mail.recipientOutcomes().stream()
                .filter(outcome -> !outcome.retryable())
                .forEach(this::settleUnreported);
    }

    /**
     * Records that all outcomes are final. If the ledger fails before the mail itself is settled, the mail is read again. Then the outcomes
     * must still be reported, unless all messages were sent at the first try.
     */
    synchronized void settle(MailCase mail) {
        if (mail.recipientOutcomes().stream().anyMatch(outcome -> outcome.kind() != RecipientOutcome.Kind.SENT)) {
            ledger.noteTry(mail.mailId());
        }
        boolean tried = ledger.wasTried(mail.mailId());
        for (RecipientOutcome outcome : mail.recipientOutcomes()) {
            if (tried) {
                settleUnreported(outcome);
            } else {
                ledger.settle(outcome.clientId());
            }
        }
    }

    /** The outcomes of a settled mail are reported now; another copy of the mail, kept for a retry too, must not report them again. */
    synchronized void markReported(MailCase mail) {
        if (ledger.wasTried(mail.mailId())) {
            for (RecipientOutcome outcome : mail.recipientOutcomes()) {
                ledger.markReported(outcome.clientId());
                earlier.remove(outcome.clientId());
            }
        }
    }

    private void settleUnreported(RecipientOutcome outcome) {
        earlier.put(outcome.clientId(), outcome);
        ledger.settleUnreported(outcome.clientId(), outcome.kind());
    }

    private void claim(String number, String text, MailCase mail) {
        String clientId = mail.ids().message(text, numbers.digits(number));
        switch (ledger.claim(clientId)) {
            case CLAIMED -> {
                mail.claimed().add(SmsMessage.of(number, text).withClientId(clientId));
                origins.remember(clientId, mail.sender());
            }
            case OPEN ->
                mail.recipientOutcomes()
                        .add(known(clientId, number, mail)
                                .orElseGet(() -> earlier.getOrDefault(
                                        clientId,
                                        RecipientOutcome.unknown(
                                                clientId, number, "An earlier try did not come to its end"))));
            case SETTLED -> known(clientId, number, mail).ifPresent(mail.recipientOutcomes()::add);
        }
    }

    /** The outcome of an earlier try; empty if it was reported, or if another copy of the mail will report it. */
    private Optional<RecipientOutcome.Kind> unreported(String id, MailCase mail) {
        return ledger.wasTried(mail.mailId()) ? ledger.unreported(id) : Optional.empty();
    }

    private Optional<RecipientOutcome> known(String clientId, String number, MailCase mail) {
        return unreported(clientId, mail).map(kind -> earlier.getOrDefault(clientId, outcome(kind, clientId, number)));
    }

    private static RecipientOutcome outcome(RecipientOutcome.Kind kind, String clientId, String number) {
        return switch (kind) {
            case SENT -> RecipientOutcome.sent(clientId, number);
            case NOT_SENT -> RecipientOutcome.notSent(clientId, number, "The provider refused it in an earlier try");
            case UNKNOWN ->
                RecipientOutcome.unknown(clientId, number, "Nobody knows what became of it in an earlier try");
        };
    }

    private void refuse(String address, MailCase mail) {
        String id = mail.ids().address(address);
        if (!ledger.isSettled(id) || unreported(id, mail).isPresent()) {
            mail.recipientOutcomes().add(RecipientOutcome.notSent(id, address, "The address is no number"));
        }
    }

    private void release(MailCase mail, RuntimeException why) {
        for (SmsMessage message : mail.claimed()) {
            try {
                ledger.release(message.clientId());
            } catch (RuntimeException e) {
                why.addSuppressed(e);
            }
        }
        mail.claimed().clear();
        mail.recipientOutcomes().clear();
    }
}
