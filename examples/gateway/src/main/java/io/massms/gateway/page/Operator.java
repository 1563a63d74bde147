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
package io.massms.gateway.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsState;
import io.massms.gateway.campaign.CampaignControl;
import io.massms.gateway.json.GatewayJson;
import io.massms.gateway.track.Messages;
import io.massms.gateway.web.Visitors;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the page asks for and what its buttons do. */
final class Operator {
    private static final Logger LOG = LoggerFactory.getLogger(Operator.class);

    private final String provider;
    private final Overview.Mode mode;
    private final Dashboard dashboard;
    private final Messages messages;
    private final Held held;
    private final CampaignControl campaigns;
    private final Visitors visitors;

    Operator(
            String provider,
            Overview.Mode mode,
            Dashboard dashboard,
            Messages messages,
            Held held,
            CampaignControl campaigns,
            Visitors visitors) {
        this.provider = provider;
        this.mode = mode;
        this.dashboard = dashboard;
        this.messages = messages;
        this.held = held;
        this.campaigns = campaigns;
        this.visitors = visitors;
    }

    void overview(Exchange exchange) throws JsonProcessingException {
        if (!visitors.isWelcome(exchange)) {
            answer(exchange, 403, GatewayJson.error("WRONG_HOST", "This page answers under its own address only"));
            return;
        }
        Held.Look waiting = readable(held::look, new Held.Look(0, null, 0));
        Overview overview = new Overview(
                provider,
                mode,
                visitors.canBeOperators(),
                dashboard.balances(),
                dashboard.minutes(),
                dashboard.campaigns(),
                dashboard.failures(),
                dashboard.replies(),
                messages == null ? List.of() : readable(messages::uncertain, null),
                waiting.messages(),
                waiting.size());
        answer(exchange, 200, overview);
    }

    /** The database closes itself where the disk is full: what is known without it is then needed most. */
    private static <T> T readable(Supplier<T> query, T otherwise) {
        try {
            return query.get();
        } catch (RuntimeException e) {
            LOG.debug("The operator's page lacks what is in the database", e);
            return otherwise;
        }
    }

    /** Ends an uncertainty: {@code sent} or {@code notSent}. */
    void settle(Exchange exchange) throws JsonProcessingException {
        String outcome = exchange.getMessage().getHeader("outcome", String.class);
        if (!isAllowed(exchange)) {
            return;
        }
        if (!outcome.equals("sent") && !outcome.equals("notSent")) {
            answer(exchange, 404, GatewayJson.error("NOT_FOUND", "Right is sent or notSent"));
            return;
        }
        Optional<UUID> id = Messages.uuid(exchange.getMessage().getHeader("id", String.class));
        boolean sent = outcome.equals("sent");
        boolean settled = messages != null
                && id.isPresent()
                && messages.settle(
                        id.get(),
                        sent ? SmsState.ENROUTE : SmsState.REJECTED,
                        sent ? null : SmsError.OTHER,
                        "operator's page");
        answer(
                exchange,
                settled ? 200 : 404,
                settled ? List.of() : GatewayJson.error("NOT_FOUND", "No uncertain message has this id"));
    }

    /** Withdraws messages that wait for their time. */
    void cancelHeld(Exchange exchange) throws JsonProcessingException {
        String id = exchange.getMessage().getHeader("id", String.class);
        if (!isAllowed(exchange)) {
            return;
        }
        try {
            int cancelled = held.cancel(id);
            LOG.info("The operator cancelled {} held messages", cancelled);
            answer(
                    exchange,
                    cancelled > 0 ? 200 : 409,
                    cancelled > 0
                            ? List.of()
                            : GatewayJson.error("NOT_HELD", "They are on their way, or were cancelled before"));
        } catch (IllegalArgumentException e) {
            answer(exchange, 400, GatewayJson.error("BAD_REQUEST", e.getMessage()));
        }
    }

    /** Lets a campaign go on now, or leaves the rest of it out. */
    void campaign(Exchange exchange) throws IOException {
        String name = exchange.getMessage().getHeader("name", String.class);
        String what = exchange.getMessage().getHeader("what", String.class);
        if (!isAllowed(exchange)) {
            return;
        }
        boolean known = switch (what) {
            case "cancel" -> campaigns.cancel(name);
            case "goOn" -> campaigns.goOn(name);
            default -> false;
        };
        answer(
                exchange,
                known ? 200 : 404,
                known
                        ? List.of()
                        : GatewayJson.error(
                                "NOT_FOUND", "No campaign of this name is under way; right is cancel or goOn"));
    }

    private boolean isAllowed(Exchange exchange) throws JsonProcessingException {
        if (visitors.isOperator(exchange)) {
            return true;
        }
        answer(exchange, 403, GatewayJson.error("FORBIDDEN", "Buttons need the token of gateway.token"));
        return false;
    }

    private static void answer(Exchange exchange, int status, Object body) throws JsonProcessingException {
        Message message = exchange.getMessage();
        Assets.secure(message);
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        message.setBody(GatewayJson.of(body));
    }
}
