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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.massms.camel.error.SmsRejectedException;
import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsReceipt;
import io.massms.camel.model.SmsResult;
import io.massms.camel.model.SmsState;
import io.massms.camel.model.SmsStatus;
import io.massms.camel.tracker.MemoryTracker;
import io.massms.simulator.Fault;
import io.massms.simulator.SimulatedMessage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** Bodies, fields and headers that Jackson has read into a tree, as a route with the language jq sets them. */
class JsonBodyTest extends SmsTestSupport {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void anObjectIsTheMapThatItIs() throws Exception {
        sendTree("{'to': '3001234567', 'text': 'Hola', 'clientId': 7}");

        assertThat(simulator.messages())
                .extracting(SimulatedMessage::to, SimulatedMessage::text)
                .containsExactly(tuple("573001234567", "Hola"));
    }

    @Test
    void anArrayIsAListOfMessages() throws Exception {
        sendTree("[{'to': ['3001234567'], 'text': 'uno'}, {'to': 3001234568, 'text': 'dos'}, 'tres']");

        assertThat(simulator.messages())
                .extracting(SimulatedMessage::to, SimulatedMessage::text)
                .containsExactlyInAnyOrder(
                        tuple("573001234567", "uno"), tuple("573001234568", "dos"), tuple("573009999999", "tres"));
    }

    @Test
    void aListMayHoldTrees() throws Exception {
        Exchange exchange =
                send(sms("linktosms"), List.of(JSON.readTree("{\"to\": \"3001234567\", \"text\": \"Hola\"}")));

        assertThat(exchange.getMessage().getBody(SmsResult.class).accepted()).hasSize(1);
    }

    @Test
    void aTreeThatCannotBeReadCostsNoOther() throws Exception {
        ObjectNode wrong = JSON.createObjectNode().put("to", "3001234568").putPOJO("scheduledTime", Instant.now());

        Exchange exchange = send(
                sms("linktosms"), List.of(message("3001234567"), wrong.put("text", "Hola"), message("3001234569")));

        SmsResult result = exchange.getMessage().getBody(SmsResult.class);
        assertThat(result.accepted()).extracting(SmsReceipt::to).containsExactly("573001234567", "573001234569");
        assertThat(result.rejected()).hasSize(1);
    }

    private static ObjectNode message(String to) {
        return JSON.createObjectNode().put("to", to).put("text", "Hola");
    }

    @Test
    void aTextIsAText() throws Exception {
        sendTree("'Hola'");

        assertThat(simulator.messages()).extracting(SimulatedMessage::text).containsExactly("Hola");
    }

    @Test
    void aHeaderIsWhatItsTreeStandsFor() throws Exception {
        Map<String, Object> headers = Map.of(
                SmsConstants.TO, tree("['3001234567', '3001234568']"),
                SmsConstants.FROM, tree("'ACME'"),
                SmsConstants.CLIENT_ID, tree("'order-1'"),
                SmsConstants.MESSAGE_TYPE, tree("'ONE_WAY'"),
                SmsConstants.SCHEDULED_TIME, tree("'2020-01-01T00:00:00Z'"),
                SmsConstants.DRY_RUN, tree("false"));

        Exchange exchange = send(sms("linktosms"), "Hola", headers);

        assertThat(simulator.messages())
                .extracting(SimulatedMessage::to, SimulatedMessage::from)
                .containsExactly(tuple("573001234567", "ACME"), tuple("573001234568", "ACME"));
        assertThat(exchange.getMessage().getBody(SmsResult.class).receipts())
                .extracting(SmsReceipt::clientId)
                .containsOnly("order-1");
    }

    @Test
    void aHeaderWhoseTreeHasNoValueIsNone() throws Exception {
        Map<String, Object> headers = Map.of(
                SmsConstants.TO, tree("null"),
                SmsConstants.FROM, tree("null"),
                SmsConstants.CLIENT_ID, tree("null"),
                SmsConstants.MESSAGE_TYPE, tree("null"),
                SmsConstants.SCHEDULED_TIME, tree("null"),
                SmsConstants.DRY_RUN, tree("null"));

        Exchange exchange = send(sms("linktosms", "to=3001234567", "from=ACME"), "Hola", headers);

        assertThat(simulator.messages()).extracting(SimulatedMessage::from).containsExactly("ACME");
        assertThat(exchange.getMessage().getBody(SmsResult.class).receipts())
                .extracting(SmsReceipt::clientId)
                .containsOnlyNulls();
    }

    @Test
    void aHeldMessageIsWithdrawnByWhatATreeStandsFor() throws Exception {
        String uri = sms("natalia", "to=3001234567");
        JsonNode clientId = tree("'order-1'");
        send(
                uri,
                "Hola",
                Map.of(
                        SmsConstants.CLIENT_ID,
                        clientId,
                        SmsConstants.SCHEDULED_TIME,
                        Instant.now().plusSeconds(600)));

        Exchange cancelled =
                send(uri, null, Map.of(SmsConstants.OPERATION, "cancel", SmsConstants.CLIENT_ID, clientId));

        assertThat(cancelled.getMessage().getBody()).isEqualTo(1);
    }

    @Test
    void anOperationIsWhatATreeStandsFor() throws Exception {
        Exchange exchange = send(sms("linktosms"), null, Map.of(SmsConstants.OPERATION, tree("'balance'")));

        assertThat(exchange.getMessage().getBody()).isInstanceOf(BigDecimal.class);
    }

    @Test
    void aMessageIsAskedForByWhatATreeStandsFor() throws Exception {
        String uri = sms("linktosms", "to=3001234567");
        String messageId = send(uri, "Hola").getMessage().getHeader(SmsConstants.MESSAGE_ID, String.class);

        Exchange asked = send(
                uri,
                null,
                Map.of(
                        SmsConstants.OPERATION,
                        "status",
                        SmsConstants.MESSAGE_ID,
                        tree("'" + messageId + "'"),
                        SmsConstants.CLIENT_ID,
                        tree("'order-1'")));

        SmsStatus status = asked.getMessage().getBody(SmsStatus.class);
        assertThat(status.state()).isNotEqualTo(SmsState.UNKNOWN);
        assertThat(status.messageId()).isEqualTo(messageId);
        assertThat(status.clientId()).isEqualTo("order-1");
    }

    @Test
    void anUncertainMessageIsSettledByWhatATreeStandsFor() throws Exception {
        context.getRegistry().bind("tracker", new MemoryTracker());
        String uri = sms("natalia", "to=3001234567", "tracker=#tracker");
        simulator.fault(Fault.empty().times(1));
        send(uri, "Hola", Map.of(SmsConstants.CLIENT_ID, "order-1"));

        Exchange settled = send(
                uri,
                null,
                Map.of(
                        SmsConstants.OPERATION,
                        "settle",
                        SmsConstants.CLIENT_ID,
                        tree("'order-1'"),
                        SmsConstants.STATE,
                        tree("'DELIVERED'")));

        assertThat(settled.getMessage().getBody(List.class)).hasSize(1);
    }

    @Test
    void messagesWithoutAKeyAreRefusedAndNotTakenForOne() throws Exception {
        context.getRegistry().bind("tracker", new MemoryTracker());
        String uri = sms("linktosms", "to=3001234567", "idempotent=true", "tracker=#tracker");

        for (String text : List.of("uno", "dos")) {
            Exchange exchange = send(uri, text, Map.of(SmsConstants.CLIENT_ID, tree("null")));

            assertThat(exchange.getException(SmsRejectedException.class).getError())
                    .isEqualTo(SmsError.MISSING_PARAMETER);
        }
    }

    @Test
    void aFieldIsWhatItsTreeStandsFor() throws Exception {
        send(sms("linktosms"), Map.of("to", tree("['3001234567']"), "text", tree("'Hola'"), "from", tree("null")));

        assertThat(simulator.messages())
                .extracting(SimulatedMessage::to, SimulatedMessage::text)
                .containsExactly(tuple("573001234567", "Hola"));
    }

    private static JsonNode tree(String json) throws Exception {
        return JSON.readTree(json.replace('\'', '"'));
    }

    private void sendTree(String json) throws Exception {
        Exchange exchange = send(sms("linktosms"), tree(json), Map.of(SmsConstants.TO, "3009999999"));

        assertThat(exchange.getException()).isNull();
    }
}
