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
package io.massms.gateway.track;

import io.massms.camel.model.SmsStatus;
import io.massms.gateway.setup.WorkingDirectory;
import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes delivery reports beside the results of the campaigns that their messages come from. */
final class ReportFiles {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
    private static final Object[] HEADER = {
        "row", "to", "messageId", "clientId", "state", "error", "code", "reason", "time"
    };

    private final WorkingDirectory directory;
    private final CampaignIndex campaigns;
    private final Messages messages;

    ReportFiles(WorkingDirectory directory, CampaignIndex campaigns, Messages messages) {
        this.directory = directory;
        this.campaigns = campaigns;
        this.messages = messages;
    }

    /** Adds the report in the body; it is emitted again where this fails. */
    void add(Exchange exchange) throws IOException, SQLException, InterruptedException {
        SmsStatus report = exchange.getMessage().getBody(SmsStatus.class);
        awaitNote(report);
        CampaignIndex.Origin origin = campaigns.find(report).orElse(CampaignIndex.Origin.NONE);
        append(
                directory.reports(origin.campaign()),
                origin.isCampaign() ? origin.row() : null,
                report.to(),
                report.messageId(),
                report.clientId(),
                report.state(),
                report.error(),
                report.providerCode(),
                report.providerText(),
                report.time());
    }

    /** A block takes longer than some messages to arrive, and where its messages come from is noted at its end. */
    private void awaitNote(SmsStatus report) throws SQLException, InterruptedException {
        if (campaigns.unnoted().isEmpty() || campaigns.hasIdOf(report)) {
            return;
        }
        String id = report.messageId() == null ? report.clientId() : report.messageId();
        Optional<MessageView> message = id == null ? Optional.empty() : messages.find(id);
        if (message.isPresent()) {
            campaigns.unnoted().await(message.get().created());
        }
    }

    private static void append(Path file, Object... cells) throws IOException {
        boolean begins = Files.notExists(file) || Files.size(file) == 0;
        boolean cutOff = !begins && !endsLine(file);
        try (Writer writer = Files.newBufferedWriter(
                        file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                CSVPrinter csv = new CSVPrinter(writer, FORMAT)) {
            if (begins) {
                csv.printRecord(HEADER);
            }
            if (cutOff) {
                csv.println();
            }
            csv.printRecord(cells);
        }
    }

    /** A full disk cuts a row off anywhere, or lets no more than the file itself begin. */
    private static boolean endsLine(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            channel.read(last, channel.size() - 1);
            return last.get(0) == '\n';
        }
    }
}
