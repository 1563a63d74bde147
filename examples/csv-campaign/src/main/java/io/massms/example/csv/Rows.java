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
package io.massms.example.csv;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.apache.camel.util.IOHelper;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the rows of a CSV file one by one, each under the names of the first line; the file is closed with the exchange. */
public final class Rows {
    private static final String NAMES = "to,text";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** What Java reads in the place of bytes that are none. */
    private static final char NOT_UTF_8 = '\uFFFD';

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .get();

    /**
     * The rows of a file, none of them kept in memory. All are looked at before the first is handed out: a row that is no CSV would
     * otherwise end a campaign of which a part has left, and one that is no UTF-8 would arrive garbled.
     *
     * @param  file        UTF-8 with a line of names
     * @param  exchange    what the file came in
     * @return             a row a time
     * @throws IOException when it cannot be read, is no CSV in UTF-8 from end to end, or has no rows with {@code to} and {@code text}
     */
    public Iterator<Map<String, String>> read(File file, Exchange exchange) throws IOException {
        check(file);
        CSVParser parser = open(file);
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                IOHelper.close(parser);
            }
        });
        return parser.stream().map(CSVRecord::toMap).iterator();
    }

    private static void check(File file) throws IOException {
        try (CSVParser parser = open(file)) {
            checkCharacters(parser, parser.getHeaderNames(), file);
            checkNames(parser.getHeaderNames(), file);
            for (CSVRecord row : parser) {
                checkCharacters(parser, row, file);
                if (!row.isConsistent()) {
                    throw new IOException(
                            "Row " + row.getRecordNumber() + " of " + file.getName()
                                    + " has more or fewer cells than the line of names: a comma in a text needs quotes around it");
                }
            }
            if (parser.getRecordNumber() == 0) {
                throw new IOException(file.getName() + " has no rows; right is a line of names such as " + NAMES
                        + ", and below it a row for each message");
            }
        }
    }

    private static void checkCharacters(CSVParser parser, Iterable<String> cells, File file) throws IOException {
        for (String cell : cells) {
            if (cell.indexOf(NOT_UTF_8) >= 0) {
                throw new IOException(
                        "Line " + parser.getCurrentLineNumber() + " of " + file.getName()
                                + " is not UTF-8, so its accents would arrive garbled; save it as UTF-8 (in Excel: \"CSV UTF-8\")");
            }
        }
    }

    private static void checkNames(List<String> names, File file) throws IOException {
        for (String needed : NAMES.split(",")) {
            if (names.stream().noneMatch(name -> name.strip().equalsIgnoreCase(needed))) {
                boolean semicolons = names.stream().anyMatch(name -> name.indexOf(';') >= 0);
                throw new IOException("The first line of " + file.getName() + " names no column '" + needed
                        + "'; right is a line of names such as " + NAMES
                        + (semicolons
                                ? ", with commas and not ';' between them, as between the cells of each row"
                                : ""));
            }
        }
    }

    /** Excel begins a file in UTF-8 with a mark, which belongs to no name. */
    private static CSVParser open(File file) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(new FileInputStream(file), StandardCharsets.UTF_8));
        try {
            in.mark(1);
            if (in.read() != BYTE_ORDER_MARK) {
                in.reset();
            }
            return CSVParser.parse(in, FORMAT);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }
}
