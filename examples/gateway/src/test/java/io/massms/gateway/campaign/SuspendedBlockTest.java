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
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsMessage;
import io.massms.camel.model.SmsReceipt;
import io.massms.camel.model.SmsResult;
import io.massms.camel.model.SmsState;
import io.massms.gateway.csv.UnreadableFileException;
import io.massms.gateway.setup.WorkingDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** A block that the gateway left between two tries, when it was told to stop. */
class SuspendedBlockTest extends CampaignTestSupport {
    private static final String BUSY = ALL.get(2);

    @Test
    void onlyRowsThatDidNotLeaveAreTriedAgain() throws IOException {
        try (WorkingDirectory directory = prepared("again")) {
            suspend(directory);

            assertThat(run(directory)).containsExactlyElementsOf(behind(List.of(BUSY)));
            assertThat(states(directory)).containsOnly("ENROUTE");
            assertThat(directory.done("c")).exists();
        }
    }

    @Test
    void itIsNotDoneWhereItIsTheLast() throws IOException {
        try (WorkingDirectory directory = prepared("last")) {
            Files.writeString(directory.source("c"), "to,text\n" + BUSY + ",Hola 1\n" + ALL.get(0) + ",Hola 1\n");
            Campaigns campaigns = campaigns(directory);
            Campaign campaign = campaigns.open("c");
            suspend(campaign);
            campaigns.close(campaign);

            assertThat(directory.source("c")).exists();
            assertThat(run(directory)).containsExactly(BUSY);
            assertThat(results(directory))
                    .extracting(row -> row.get("to"), row -> row.get("state"))
                    .containsExactly(tuple(BUSY, "ENROUTE"), tuple(ALL.get(0), "ENROUTE"));
        }
    }

    @Test
    void itGoesOnWithTheTriesThatAreLeft() throws IOException {
        try (WorkingDirectory directory = prepared("tries")) {
            suspend(directory);
            try (Campaign campaign = campaigns(directory).open("c")) {
                assertThat(campaign.blocks().next().attempts()).isEqualTo(1);
            }
        }
    }

    @Test
    void afterACrashAtAnyByteNoRowIsSentTwiceAndNoneIsLost() throws IOException {
        String suspended;
        int before;
        try (WorkingDirectory directory = prepared("whole")) {
            suspend(directory);
            suspended = Files.readString(directory.journal("c"));
            before = suspended.indexOf("{\"event\":\"suspended\"");
            assertThat(before).isPositive();
        }
        for (int length = before; length <= suspended.length(); length += 7) {
            try (WorkingDirectory directory = prepared("crash-" + length)) {
                Files.writeString(directory.journal("c"), suspended.substring(0, length));
                boolean cutOff = length < suspended.length();
                assertThat(run(directory)).isEqualTo(behind(cutOff ? List.of() : List.of(BUSY)));
                assertThat(states(directory).subList(0, BLOCK)).containsOnly(cutOff ? "UNKNOWN" : "ENROUTE");
                assertThat(results(directory)).extracting(row -> row.get("to")).isEqualTo(ALL);
            }
        }
    }

    @Test
    void afterACrashInTheNextTryOnlyItsRowsAreUncertain() throws IOException {
        try (WorkingDirectory directory = prepared("in-flight")) {
            suspend(directory);
            Campaign campaign = campaigns(directory).open("c");
            campaign.intend(campaign.blocks().next());
            campaign.close();

            assertThat(run(directory)).isEqualTo(behind(List.of()));
            assertThat(states(directory))
                    .isEqualTo(IntStream.range(0, ROWS)
                            .mapToObj(row -> row == 2 ? "UNKNOWN" : "ENROUTE")
                            .toList());
        }
    }

    @Test
    void whereItsFileIsChangedRowsThatLeftAreNoneThatAreMissing() throws IOException {
        try (WorkingDirectory directory = prepared("changed")) {
            suspend(directory);
            Files.writeString(directory.source("c"), "to,text\n" + BUSY + ",Hola 2\n");
            Campaigns campaigns = campaigns(directory);
            UnreadableFileException why =
                    catchThrowableOfType(UnreadableFileException.class, () -> campaigns.open("c"));

            campaigns.refuse("c", why);

            List<CSVRecord> rows = results(directory);
            assertThat(rows.subList(0, rows.size() - 1))
                    .extracting(row -> row.get("row"), row -> row.get("sentTo"), row -> row.get("state"))
                    .isEqualTo(IntStream.range(0, BLOCK)
                            .filter(row -> row != 2)
                            .mapToObj(row -> tuple(String.valueOf(row + 1), ALL.get(row), "ENROUTE"))
                            .toList());
            assertThat(rows.get(rows.size() - 1).get("reason")).contains("missing in its results");
            assertThat(statuses.get(statuses.size() - 1).counts().accepted()).isEqualTo(BLOCK - 1);
        }
    }

    @Test
    void whereItIsCancelledWhatIsKnownStaysKnown() throws IOException {
        try (WorkingDirectory directory = prepared("cancelled")) {
            suspend(directory);
            Cancellations.in(directory).cancel("c");

            assertThat(run(directory)).isEmpty();
            assertThat(states(directory))
                    .isEqualTo(IntStream.range(0, ROWS)
                            .mapToObj(row -> row < BLOCK && row != 2 ? "ENROUTE" : "SKIPPED")
                            .toList());
        }
    }

    @Test
    void whatWasNotHandedOverIsSentAtTheNextStart() throws IOException {
        try (WorkingDirectory directory = prepared("slow")) {
            Campaign campaign = campaigns(directory).open("c");
            Block block = campaign.blocks().next();
            campaign.intend(block);
            Iterator<Object> messages = block.messagesToSend().iterator();
            messages.next();
            messages.next();
            stopping = true;
            assertThat(messages.hasNext()).isFalse();
            block.settle(List.of(taken(ALL.get(0)), taken(ALL.get(1))));
            campaign.suspend(block);
            campaign.close();
            stopping = false;

            assertThat(run(directory)).isEqualTo(ALL.subList(2, ROWS));
            assertThat(states(directory)).containsOnly("ENROUTE");
        }
    }

    @Test
    void afterACrashBetweenTwoTriesWhatIsKnownStaysKnown() throws Exception {
        BlockSteps steps = new BlockSteps(new Pauses(Duration.ZERO, Duration.ZERO, Clock.systemUTC()), null, 3);
        try (WorkingDirectory directory = prepared("between");
                DefaultCamelContext context = new DefaultCamelContext()) {
            Campaign campaign = campaigns(directory).open("c");
            Exchange exchange = new DefaultExchange(context);
            exchange.setProperty(BlockSteps.BLOCK, campaign.blocks().next());
            tryInVain(steps, exchange);
            campaign.close();

            assertThat(run(directory)).isEqualTo(behind(List.of(BUSY)));
            assertThat(states(directory)).containsOnly("ENROUTE");
        }
    }

    @Test
    void theJournalRecordsOfATryOnlyWhatIsNew() throws Exception {
        BlockSteps steps = new BlockSteps(new Pauses(Duration.ZERO, Duration.ZERO, Clock.systemUTC()), null, 3);
        try (WorkingDirectory directory = prepared("news");
                DefaultCamelContext context = new DefaultCamelContext()) {
            Campaign campaign = campaigns(directory).open("c");
            Exchange exchange = new DefaultExchange(context);
            exchange.setProperty(BlockSteps.BLOCK, campaign.blocks().next());
            for (int attempt = 0; attempt < 2; attempt++) {
                tryInVain(steps, exchange);
            }
            campaign.close();

            assertThat(Files.readAllLines(directory.journal("c")).stream()
                            .filter(line -> line.contains("\"suspended\""))
                            .map(line -> line.split("\"state\"", -1).length - 1))
                    .containsExactly(BLOCK, 1);
            assertThat(run(directory)).isEqualTo(behind(List.of(BUSY)));
            assertThat(states(directory)).containsOnly("ENROUTE");
        }
    }

    /** As the route does with a block of which one row does not leave. */
    private static void tryInVain(BlockSteps steps, Exchange exchange) throws Exception {
        steps.intend(exchange);
        exchange.getMessage().setBody(result(receipts(exchange.getMessage().getBody(Collection.class))));
        assertThatThrownBy(() -> steps.noteAnswer(exchange)).isInstanceOf(BlockHeldUpException.class);
    }

    private static SmsResult result(List<SmsReceipt> receipts) {
        return new SmsResult("linktosms", receipts, receipts.size() - 1, 1, 0, 0, receipts.size(), List.of());
    }

    private void suspend(WorkingDirectory directory) throws IOException {
        Campaign campaign = campaigns(directory).open("c");
        suspend(campaign);
        campaign.close();
    }

    /** As the route does where one row did not leave, and the gateway stops. */
    private static void suspend(Campaign campaign) throws IOException {
        Block block = campaign.blocks().next();
        campaign.intend(block);
        block.settle(receipts(block.messagesToSend()));
        assertThat(block.rowsWorthAnotherTry()).isEqualTo(1);
        campaign.suspend(block);
    }

    private static List<SmsReceipt> receipts(Collection<?> messages) {
        return messages.stream()
                .map(message -> ((SmsMessage) message).to())
                .map(to -> to.equals(BUSY) ? busy(to) : taken(to))
                .toList();
    }

    private static SmsReceipt busy(String to) {
        return new SmsReceipt(
                to,
                null,
                null,
                SmsState.REJECTED,
                SmsError.RATE_LIMITED,
                "429",
                null,
                null,
                1,
                null,
                null,
                1,
                1,
                false);
    }

    /** What is sent behind the block, and before that. */
    private static List<String> behind(List<String> first) {
        return Stream.concat(first.stream(), ALL.subList(BLOCK, ROWS).stream()).toList();
    }

    private static List<String> states(WorkingDirectory directory) throws IOException {
        return results(directory).stream().map(row -> row.get("state")).toList();
    }
}
