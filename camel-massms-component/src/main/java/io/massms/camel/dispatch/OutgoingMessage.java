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

import io.massms.camel.model.SmsMessage;
import io.massms.camel.model.SmsState;
import io.massms.camel.number.Msisdn;
import io.massms.camel.spi.Verdict;
import io.massms.camel.text.PreparedText;
import io.massms.camel.text.SmsText;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;

/** One message on its way to one recipient: whom it really goes to, what is really sent, and what became of it. */
final class OutgoingMessage {
    private static final Verdict EARLIER_PART_FAILED =
            Verdict.skipped(null, "An earlier part of the same message did not go");

    private SmsMessage given;
    private final String to;
    private final PreparedText text;
    private final boolean duplicate;
    private boolean held;
    private Msisdn number;
    private Verdict refusal;
    private RecentSends.Send noted;
    private boolean unread;
    private int bytes;
    private int pagePart;
    private final Verdict[] verdicts;

    private OutgoingMessage(
            SmsMessage given, String to, PreparedText text, boolean duplicate, boolean held, int parts) {
        this.given = given;
        this.to = to;
        this.text = text;
        this.duplicate = duplicate;
        this.held = held;
        this.verdicts = new Verdict[parts];
    }

    /**
     * A message that can go.
     *
     * @param given     one recipient, everything else resolved
     * @param to        the recipient in the provider's form
     * @param text      what is really sent
     * @param duplicate whether the same went before in this send
     * @param held      whether it is held here until its time comes
     */
    static OutgoingMessage ready(SmsMessage given, String to, PreparedText text, boolean duplicate, boolean held) {
        return new OutgoingMessage(
                given, to, text, duplicate, held, text.parts().size());
    }

    /** A message that could go, were it not for a policy. */
    static OutgoingMessage refused(SmsMessage given, String to, PreparedText text, boolean duplicate, Verdict verdict) {
        OutgoingMessage outgoing = ready(given, to, text, duplicate, false);
        outgoing.refuse(verdict);
        return outgoing;
    }

    /** A message that does not go. */
    static OutgoingMessage settled(SmsMessage given, String to, boolean duplicate, Verdict verdict) {
        OutgoingMessage outgoing = new OutgoingMessage(given, to, null, duplicate, false, 1);
        outgoing.verdicts[0] = verdict;
        return outgoing;
    }

    /** No message: what comes in the place of all that was not read any more. */
    static OutgoingMessage unread(Verdict verdict) {
        OutgoingMessage outgoing = settled(SmsMessage.of(null, null), null, false, verdict);
        outgoing.unread = true;
        return outgoing;
    }

    /** Whether one request can carry both. */
    boolean sharesContentWith(OutgoingMessage other) {
        return held == other.held
                && (!held || Objects.equals(given.clientId(), other.given.clientId()))
                && (text == other.text || text.parts().equals(other.text.parts()))
                && given.sharesContentWith(other.given);
    }

    /** Whether a part is still to be sent: nothing is known of it, and all before it were taken. */
    boolean isPending(int part) {
        return verdicts[part] == null;
    }

    /** What goes over the wire. */
    SmsMessage wireMessage(int part) {
        String partText = text.parts().get(part).text();
        if (to.equals(given.to()) && partText.equals(given.text())) {
            return given;
        }
        return new SmsMessage(
                to,
                partText,
                given.from(),
                given.clientId(),
                given.type(),
                given.scheduledTime(),
                part == pagePart ? given.html() : null);
    }

    /** Sets which part has the link to the HTML page. */
    void pageIn(int part) {
        pagePart = part;
    }

    /** What is held until its time comes: as it was given, since it is looked at anew then. */
    SmsMessage heldMessage() {
        return given.withScheduledTime(null);
    }

    /** Records the verdict on a part; parts behind one that was not accepted do not go. */
    void settle(int part, Verdict verdict) {
        verdicts[part] = verdict;
        if (!verdict.state().isAccepted() && verdict.state() != SmsState.SKIPPED) {
            for (int later = part + 1; later < verdicts.length; later++) {
                verdicts[later] = EARLIER_PART_FAILED;
            }
        }
    }

    /** Records the same verdict for all parts. */
    void settleAll(Verdict verdict) {
        Arrays.fill(verdicts, verdict);
    }

    /** Records that a policy lets no part of it go, whatever became of it in an earlier attempt. */
    void refuse(Verdict verdict) {
        settleAll(verdict);
        refusal = verdict;
    }

    /** Whether a part may have left in an earlier attempt for all that is known, which is that a policy does not let it go now. */
    boolean mayBeKnown(int part) {
        return isRefused(part) && (part == 0 || !isRefused(part - 1));
    }

    private boolean isRefused(int part) {
        return refusal != null && verdicts[part] == refusal;
    }

    /** The recipient in E.164; null where it is no number that can be understood. */
    String subscriber() {
        return number == null ? null : number.e164();
    }

    /** Whom it goes to, in the same form however the number is written. */
    String recipient() {
        return recipient(to, number);
    }

    /** The same before there is a message: {@code numberPolicy=asIs} leaves to the caller how a number is written. */
    static String recipient(String to, Msisdn number) {
        return number == null ? to : number.digits();
    }

    /** The same message, knowing whose number it is. */
    OutgoingMessage to(Msisdn subscriber) {
        number = subscriber;
        return this;
    }

    /** What its line takes of a request; 0 where requests hold no lines. */
    int bytes() {
        return bytes;
    }

    void measured(int lineBytes) {
        bytes = lineBytes;
    }

    /** As what it was noted when it was to be sent; null where it was not. */
    RecentSends.Send noted() {
        return noted;
    }

    void noted(RecentSends.Send send) {
        noted = send;
    }

    /** Whether it is held here until its time comes. */
    boolean held() {
        return held;
    }

    /** Decides that it is held here, and until when. */
    void hold(Instant until) {
        held = true;
        given = given.withScheduledTime(until);
    }

    /** Gives it a reference by which it can be found. */
    void refer(String clientId) {
        given = given.withClientId(clientId);
    }

    /** Whether it stands for messages that were not read. */
    boolean isUnread() {
        return unread;
    }

    SmsMessage given() {
        return given;
    }

    String to() {
        return to;
    }

    boolean duplicate() {
        return duplicate;
    }

    int parts() {
        return verdicts.length;
    }

    Verdict verdict(int part) {
        return verdicts[part];
    }

    /** The text of a part; null where the message was refused before its text was looked at. */
    SmsText text(int part) {
        return text == null ? null : text.parts().get(part);
    }
}
