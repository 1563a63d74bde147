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

import io.massms.camel.model.SmsMessage;
import io.massms.camel.model.SmsReceipt;
import io.massms.camel.model.SmsState;
import io.massms.gateway.setup.GatewaySettings;
import io.massms.gateway.setup.WorkingDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.io.TempDir;

/** Campaigns without routes: the test hands their blocks on itself. */
abstract class CampaignTestSupport {
    static final int ROWS = 25;
    static final int BLOCK = 10;
    static final List<String> ALL = IntStream.rangeClosed(1, ROWS)
            .mapToObj(i -> "5730000000" + (10 + i))
            .toList();

    @TempDir
    Path temporary;

    static final SendingAccount REAL = new SendingAccount("linktosms", "linktosms-0123456789abcdef", false);

    final List<CampaignStatus> statuses = new ArrayList<>();

    /** Whether the gateway was told to stop. */
    boolean stopping;

    List<String> run(WorkingDirectory directory) throws IOException {
        return run(directory, REAL);
    }

    List<String> run(WorkingDirectory directory, SendingAccount account) throws IOException {
        Campaigns campaigns = campaigns(directory, account);
        Campaign campaign = campaigns.open("c");
        List<String> sent = new ArrayList<>();
        if (campaign != null) {
            for (Iterator<Block> blocks = campaign.blocks(); blocks.hasNext(); ) {
                sent.addAll(send(campaign, blocks.next()));
            }
            campaigns.close(campaign);
        }
        return sent;
    }

    static List<String> send(Campaign campaign, Block block) throws IOException {
        campaign.intend(block);
        List<String> recipients = block.messagesToSend().stream()
                .map(message -> ((SmsMessage) message).to())
                .toList();
        block.settle(recipients.stream().map(CampaignTestSupport::taken).toList());
        campaign.settle(block);
        return recipients;
    }

    static SmsReceipt taken(String to) {
        return new SmsReceipt(to, "id", null, SmsState.ENROUTE, null, null, null, null, 1, null, null, 1, 1, false);
    }

    Campaigns campaigns(WorkingDirectory directory) throws IOException {
        return campaigns(directory, REAL);
    }

    Campaigns campaigns(WorkingDirectory directory, SendingAccount account) throws IOException {
        return new Campaigns(
                directory,
                new GatewaySettings(
                        directory.root(),
                        Duration.ZERO,
                        false,
                        false,
                        Duration.ZERO,
                        Duration.ZERO,
                        BLOCK,
                        0,
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ofMinutes(1)),
                CampaignAccounts.in(directory, false, () -> account),
                () -> null,
                EarlierMessages::ignored,
                statuses::add,
                new Pauses(Duration.ZERO, Duration.ZERO, Clock.systemUTC()),
                Cancellations.in(directory),
                () -> stopping);
    }

    WorkingDirectory prepared(String name) throws IOException {
        WorkingDirectory directory = WorkingDirectory.open(temporary.resolve(name), false);
        StringBuilder file = new StringBuilder("to,text\n");
        ALL.forEach(to -> file.append(to).append(",Hola 1\n"));
        Files.writeString(directory.processing().resolve("c.csv"), file);
        return directory;
    }

    static List<CSVRecord> results(WorkingDirectory directory) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(directory.results("c"), StandardCharsets.UTF_8, format)) {
            return parser.getRecords();
        }
    }
}
