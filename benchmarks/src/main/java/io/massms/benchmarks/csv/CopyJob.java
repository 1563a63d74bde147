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
package io.massms.benchmarks.csv;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** Reads the campaign and writes results as the gateway's, and sends nothing. */
final class CopyJob implements CsvJob {
    static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
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

    private final Path directory;

    CopyJob(Path directory) {
        this.directory = directory;
    }

    @Override
    public Path run(Path campaign, String name) throws Exception {
        Path results = directory.resolve(name + "-results.csv");
        try (Reader in = Files.newBufferedReader(campaign);
                Writer out = Files.newBufferedWriter(results);
                CSVPrinter printer = new CSVPrinter(out, FORMAT)) {
            printer.printRecord((Object[]) HEADER);
            Iterator<CSVRecord> rows = rows(in);
            while (rows.hasNext()) {
                CSVRecord row = rows.next();
                write(printer, row, "9f86d081884c7d659a2feaa0" + row.getRecordNumber(), "COPIED");
            }
        }
        return results;
    }

    /** Row by row. */
    static Iterator<CSVRecord> rows(Reader in) throws IOException {
        return FORMAT.builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(in)
                .iterator();
    }

    /** As the gateway writes a row. */
    static void write(CSVPrinter printer, CSVRecord row, String messageId, String state) throws IOException {
        String to = row.get("to");
        printer.printRecord(row.getRecordNumber(), to, to, messageId, null, state, null, null, null, 1, "GSM7", null);
    }
}
