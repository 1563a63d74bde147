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

import io.massms.camel.model.SmsError;
import io.massms.gateway.csv.Row;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The results of a campaign: a row for each of its rows, in the same order. */
final class ResultsFile implements Closeable {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
    private static final int MOST_CHARACTERS_HELD = 1 << 18;
    private static final String[] HEADER = {
        "row",
        "to",
        "sentTo",
        "messageId",
        "clientId",
        "state",
        "error",
        "code",
        "reason",
        "segments",
        "encoding",
        "textSent"
    };

    private final FileChannel channel;
    private final StringBuilder rows = new StringBuilder();
    private final CSVPrinter csv;

    private ResultsFile(FileChannel channel) throws IOException {
        this.channel = channel;
        csv = new CSVPrinter(rows, FORMAT);
    }

    /**
     * Opens a results file, or a new one.
     *
     * @param settled how long it was with the last block that is known to be settled; what stands behind is written again
     */
    static ResultsFile open(Path file, long settled) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            channel.truncate(settled);
            channel.position(channel.size());
            ResultsFile results = new ResultsFile(channel);
            if (channel.size() == 0) {
                results.csv.printRecord((Object[]) HEADER);
            }
            return results;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    void add(Row row, RowOutcome outcome) throws IOException {
        csv.printRecord(
                row.number(),
                row.to(),
                outcome.sentTo(),
                outcome.messageId(),
                outcome.clientId() == null ? row.clientId() : outcome.clientId(),
                outcome.state(),
                outcome.error(),
                outcome.code(),
                outcome.reason(),
                outcome.segments(),
                outcome.encoding(),
                outcome.textSent());
        if (rows.length() >= MOST_CHARACTERS_HELD) {
            write();
        }
    }

    /** Adds the one row of a file that could not be a campaign. */
    void refuse(String reason) throws IOException {
        add(new Row(0, null, null, null, null, null, reason), RowOutcome.refused(SmsError.MISSING_PARAMETER, reason));
        force();
    }

    /**
     * Everything added so far is on the disk when this returns.
     *
     * @return how long the file is
     */
    long force() throws IOException {
        write();
        channel.force(false);
        return channel.position();
    }

    private void write() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(rows.toString().getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        rows.setLength(0);
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            write();
        }
    }
}
