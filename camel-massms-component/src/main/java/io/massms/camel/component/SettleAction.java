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

import io.massms.camel.component.body.Texts;
import io.massms.camel.component.mail.ErrorMail;
import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsState;
import io.massms.camel.model.SmsStatus;
import io.massms.camel.spi.Channel;
import io.massms.camel.tracker.SmsTracker;
import io.massms.camel.tracker.StatusChange;
import io.massms.camel.tracker.TrackedMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** The operations {@code reconcile} and {@code settle}: what became of messages whose outcome is open. */
final class SettleAction {
    private final SmsEndpoint endpoint;
    private Reconciliation reconciliation;

    SettleAction(SmsEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** Asks the provider; the body becomes a list of {@link SmsStatus}, one for each of the open messages that are asked for this time. */
    void reconcile(Exchange exchange, AsyncCallback callback) {
        BlockingAnswer.give(endpoint, exchange, callback, () -> reconciliation().run());
    }

    /** One for all exchanges: each goes on where the one before ended. */
    private synchronized Reconciliation reconciliation() {
        if (reconciliation == null) {
            reconciliation =
                    new Reconciliation(endpoint, endpoint.getComponent().clock());
        }
        return reconciliation;
    }

    /**
     * Settles what an error mail reports, if the channel is {@code smtp} and no client id is given; or by hand what the client id
     * names, with the state in the header {@code CamelSmsState} and the body as a note. The body becomes a list of {@link SmsStatus},
     * empty if nothing of it is open.
     *
     * @throws IllegalArgumentException if the client id or the state is missing, or a state or an error is none of those known; says what
     *                                  would be right
     */
    void settle(Exchange exchange, AsyncCallback callback) {
        Message message = exchange.getMessage();
        if (message.getHeader(SmsConstants.CLIENT_ID) == null && mayBeErrorMail()) {
            ErrorMail mail = ErrorMail.of(message, endpoint.getComponent().clock());
            BlockingAnswer.give(endpoint, exchange, callback, () -> new ErrorMailSettlement(endpoint).settle(mail));
            return;
        }
        String clientId = Texts.ofHeader(message, SmsConstants.CLIENT_ID);
        SmsState state = SettlementHeaders.state(message);
        if (clientId == null || state == null) {
            throw new IllegalArgumentException(
                    "operation=settle needs the client id of the open messages in the header "
                            + SmsConstants.CLIENT_ID + " and what became of them in " + SmsConstants.STATE
                            + ", such as DELIVERED, or REJECTED where they did not leave");
        }
        SmsError error = SettlementHeaders.error(message);
        String note = message.getBody(String.class);
        BlockingAnswer.give(endpoint, exchange, callback, () -> settle(clientId, state, error, note));
    }

    private boolean mayBeErrorMail() {
        return endpoint.getConfiguration().getChannel() == Channel.smtp
                && endpoint.access().protocol().errorMail() != null;
    }

    private List<SmsStatus> settle(String clientId, SmsState state, SmsError error, String note) {
        SmsTracker tracker = endpoint.getComponent().resources().requireTracker(endpoint.getConfiguration());
        List<SmsStatus> settled = new ArrayList<>();
        for (TrackedMessage message :
                tracker.findByClientId(endpoint.access().account().key(), clientId)) {
            if (message.canBeSettled()) {
                settled(tracker, message, () -> tracker.settle(message.id(), state, error, note))
                        .map(StatusChange::message)
                        .map(TrackedMessage::status)
                        .ifPresent(settled::add);
            }
        }
        return settled;
    }

    /** Empty, too, where somebody else was faster. */
    private static Optional<StatusChange> settled(
            SmsTracker tracker, TrackedMessage message, Supplier<Optional<StatusChange>> settle) {
        try {
            return settle.get();
        } catch (IllegalStateException e) {
            if (tracker.find(message.id()).filter(TrackedMessage::canBeSettled).isPresent()) {
                throw e;
            }
            return Optional.empty();
        }
    }
}
