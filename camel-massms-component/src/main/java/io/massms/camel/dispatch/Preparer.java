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
package io.massms.camel.dispatch;

import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsMessage;
import io.massms.camel.number.InvalidNumberException;
import io.massms.camel.number.Msisdn;
import io.massms.camel.spi.Account;
import io.massms.camel.spi.ProviderProfile;
import io.massms.camel.spi.SendProfile;
import io.massms.camel.spi.Verdict;
import io.massms.camel.text.PreparedText;
import io.massms.camel.text.TextPreparation;
import java.util.List;
import java.util.function.Consumer;

/** Finds out before a message costs money whether it can go, whom it really goes to and what is really sent. */
final class Preparer {
    private final SendSettings settings;
    private final Account account;
    private final ProviderProfile provider;
    private final SendProfile channel;
    private final Timetable timetable;
    private final Spending spending;
    private final MessageCheck check;
    private final Seen seen = new Seen();
    private String lastText;
    private PreparedText lastPrepared;

    Preparer(SendSettings settings) {
        this.settings = settings;
        this.account = settings.account();
        this.provider = account.profile();
        this.channel = settings.profile();
        this.spending = new Spending(settings.policies());
        this.timetable = new Timetable(settings);
        this.check = new MessageCheck(settings, spending);
    }

    /** Gives one outgoing message for each of the message's recipients. */
    void prepare(SmsMessage message, Consumer<OutgoingMessage> outgoing) {
        List<String> recipients = Recipients.split(message.to());
        if (recipients.isEmpty()) {
            outgoing.accept(OutgoingMessage.settled(message, null, false, noRecipient()));
            return;
        }
        Timetable.Slot slot = timetable.slot(message);
        SmsMessage due = slot.message();
        PreparedText text = text(message.text());
        Verdict refusal = check.refusal(due, text);
        boolean several = recipients.size() > 1;
        seen.expect(recipients.size());
        for (String recipient : recipients) {
            SmsMessage one = several || !recipient.equals(due.to()) ? due.withTo(recipient) : due;
            outgoing.accept(
                    refusal == null
                            ? toRecipient(one, text, slot)
                            : OutgoingMessage.settled(one, recipient, false, refusal));
        }
    }

    private OutgoingMessage toRecipient(SmsMessage message, PreparedText text, Timetable.Slot slot) {
        boolean asIs = settings.numberPolicy() == NumberPolicy.asIs;
        if (message.to().indexOf('\0') >= 0) {
            return refused(message, SmsError.INVALID_NUMBER, "The recipient holds a NUL character: leave that out");
        }
        try {
            Msisdn number = Msisdn.parse(message.to(), account.country());
            if (number.landline() && !asIs) {
                return refused(message, SmsError.LANDLINE, number + " is a fixed line; right is a mobile number");
            }
            String to = asIs ? message.to() : provider.numberForm().format(number, account.country());
            return toNumber(to, number, message, text, slot);
        } catch (InvalidNumberException e) {
            return asIs
                    ? toNumber(message.to(), null, message, text, slot)
                    : refused(message, e.error(), e.getMessage());
        }
    }

    private OutgoingMessage toNumber(
            String to, Msisdn number, SmsMessage message, PreparedText text, Timetable.Slot slot) {
        String recipient = OutgoingMessage.recipient(to, number);
        boolean neverGoes = slot.refusal() != null && !slot.refusal().isRetryable();
        boolean duplicate = neverGoes ? seen.knows(recipient, text, message) : seen.before(recipient, text, message);
        if (duplicate && settings.duplicates() == Duplicates.skip) {
            return OutgoingMessage.settled(message, to, true, skippedDuplicate());
        }
        Verdict noLine = channel.answersLater() ? LineCheck.refusal(to, text, provider.charset()) : null;
        if (noLine != null) {
            return OutgoingMessage.settled(message, to, duplicate, noLine);
        }
        if (slot.refusal() != null) {
            return OutgoingMessage.refused(message, to, text, duplicate, slot.refusal());
        }
        boolean held = slot.held();
        OutgoingMessage ready = OutgoingMessage.ready(held ? message : withClientId(message), to, text, duplicate, held)
                .to(number);
        if (message.html() != null) {
            ready.pageIn(check.pagePart(text));
        }
        Verdict tooLarge = held ? null : measured(ready);
        if (tooLarge != null) {
            return OutgoingMessage.settled(message, to, duplicate, tooLarge);
        }
        return spending.allows(text) ? ready : OutgoingMessage.refused(message, to, text, duplicate, spending.usedUp());
    }

    /** Null where the message has room in a request. */
    private Verdict measured(OutgoingMessage outgoing) {
        LineLimit limit = settings.lineLimit();
        if (limit == null) {
            return null;
        }
        outgoing.measured(limit.bytes(outgoing.wireMessage(0)));
        return limit.refusal(outgoing.bytes());
    }

    /** A message that is held gets its reference when its time has come. */
    private SmsMessage withClientId(SmsMessage message) {
        return channel.answersLater() && message.clientId() == null
                ? message.withClientId(settings.clientIds().get())
                : message;
    }

    private static OutgoingMessage refused(SmsMessage message, SmsError error, String reason) {
        return OutgoingMessage.settled(message, message.to(), false, Verdict.refusedHere(error, reason));
    }

    /** Neighbours often share their text: it is looked at once. */
    private PreparedText text(String text) {
        if (lastPrepared == null || !lastText.equals(text)) {
            lastText = text == null ? "" : text;
            lastPrepared =
                    TextPreparation.prepare(lastText, settings.textPolicy(), settings.longText(), channel.text());
        }
        return lastPrepared;
    }

    private static Verdict noRecipient() {
        return Verdict.refusedHere(
                SmsError.MISSING_PARAMETER,
                "The message has no recipient: set its field to, the header CamelSmsTo or the option to");
    }

    private static Verdict skippedDuplicate() {
        return Verdict.skipped(
                SmsError.DUPLICATE, "The same text to the same recipient comes earlier in this send (duplicates=skip)");
    }
}
