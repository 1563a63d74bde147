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

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.massms.camel.model.SmsReceipt;
import io.massms.camel.model.SmsResult;
import io.massms.simulator.SimulatedMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** Bodies that Jackson has read into a tree. */
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

    private void sendTree(String json) throws Exception {
        Exchange exchange =
                send(sms("linktosms"), JSON.readTree(json.replace('\'', '"')), Map.of(SmsConstants.TO, "3009999999"));

        assertThat(exchange.getException()).isNull();
    }
}
