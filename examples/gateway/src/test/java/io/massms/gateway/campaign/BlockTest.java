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
package io.massms.gateway.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.massms.camel.model.SmsMessage;
import io.massms.camel.model.SmsReceipt;
import io.massms.camel.model.SmsState;
import io.massms.gateway.csv.Row;
import io.massms.gateway.setup.WorkingDirectory;
import java.io.IOException;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BlockTest extends CampaignTestSupport {
    private int blocks;

    @Test
    void eachRowGetsTheReceiptsOfAllItsParts() throws IOException {
        Block block = taken(2);
        block.settle(List.of(receipt("a", 1, 2), receipt("b", 2, 2), receipt("c", 1, 1)));
        assertThat(block.outcome(0).messageId()).isEqualTo("a b");
        assertThat(block.outcome(1).messageId()).isEqualTo("c");
    }

    @Test
    void whereReceiptsDoNotAddUpToTheRowsNoRowGetsThoseOfAnother() throws IOException {
        for (List<SmsReceipt> receipts : List.of(
                List.<SmsReceipt>of(),
                List.of(receipt("a", 1, 1)),
                List.of(receipt("a", 1, 1), receipt("b", 1, 2)),
                List.of(receipt("a", 1, 1), receipt("b", 1, 1), receipt("c", 1, 1)))) {
            Block block = taken(2);
            block.settle(receipts);
            assertThat(List.of(block.outcome(0), block.outcome(1)))
                    .allSatisfy(outcome -> assertThat(outcome.state()).isEqualTo(SmsState.UNKNOWN))
                    .allSatisfy(outcome -> assertThat(outcome.messageId()).isNull());
            assertThat(block.rowsWorthAnotherTry()).isZero();
        }
    }

    @Test
    void rowsThatWereNotHandedOverWhenTheGatewayStoppedStayOpen() throws IOException {
        Block block = block(3);
        Iterator<Object> messages = block.messagesToSend().iterator();
        messages.next();
        messages.next();
        stopping = true;
        assertThat(messages.hasNext()).isFalse();

        block.settle(List.of(receipt("a", 1, 1), receipt("b", 1, 1)));

        assertThat(block.isCutShort()).isTrue();
        assertThat(block.heldUp()).isFalse();
        assertThat(block.outcome(1).messageId()).isEqualTo("b");
        assertThat(block.outcome(2)).isNull();
        stopping = false;
        assertThat(block.messagesToSend())
                .singleElement()
                .isEqualTo(new SmsMessage("573001234567", "Hola 3", null, null, null, null, null));
    }

    @Test
    void aTryThatAStopCutShortIsNone() throws IOException {
        Block block = block(2);
        block.messagesToSend().iterator().next();
        stopping = true;
        block.settle(List.of(receipt("a", 1, 1)));
        assertThat(block.suspended().attempts()).isZero();
    }

    @Test
    void whereASendFailsInAStopOnlyWhatWasHandedOverIsUncertain() throws IOException {
        Block block = block(3);
        block.messagesToSend().iterator().next();
        stopping = true;
        block.settleAsUncertain("for the test");

        assertThat(block.outcome(0).state()).isEqualTo(SmsState.UNKNOWN);
        assertThat(block.outcome(1)).isNull();
        assertThat(block.isCutShort()).isTrue();
    }

    @Test
    void whatIsTakenTwiceIsCountedOnce() throws IOException {
        Block block = block(2);
        Collection<Object> messages = block.messagesToSend();
        assertThat(messages).hasToString("2 messages");
        assertThat(List.copyOf(messages)).isEqualTo(List.copyOf(messages));
        block.settle(List.of(receipt("a", 1, 1), receipt("b", 1, 1)));
        assertThat(block.outcome(1).messageId()).isEqualTo("b");
    }

    /** One whose messages somebody took. */
    private Block taken(int rows) throws IOException {
        Block block = block(rows);
        block.messagesToSend().forEach(message -> {});
        return block;
    }

    private Block block(int rows) throws IOException {
        try (WorkingDirectory directory = prepared("block-" + blocks++);
                Campaign campaign = campaigns(directory).open("c")) {
            return new Block(
                    campaign,
                    IntStream.rangeClosed(1, rows)
                            .mapToObj(
                                    number -> new Row(number, "573001234567", "Hola " + number, null, null, null, null))
                            .toList());
        }
    }

    private static SmsReceipt receipt(String id, int part, int parts) {
        return new SmsReceipt(
                "573001234567", id, null, SmsState.ENROUTE, null, null, null, null, 1, null, null, part, parts, false);
    }
}
