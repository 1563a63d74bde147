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

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.apache.camel.util.IOHelper;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the rows of a CSV file one by one, each under the names of the first line; the file is closed with the exchange. */
public final class Rows {
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .get();

    /**
     * The rows of a file, none of them kept in memory. All are looked at before the first is handed out: a row that is no CSV would
     * otherwise end a campaign of which a part has left.
     *
     * @param  file        UTF-8 with a line of names
     * @param  exchange    what the file came in
     * @return             a row a time
     * @throws IOException when it cannot be read, or is no CSV from end to end
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
            for (CSVRecord row : parser) {
                if (!row.isConsistent()) {
                    throw new IOException(
                            "Row " + row.getRecordNumber() + " of " + file.getName()
                                    + " has more or fewer cells than the line of names: a comma in a text needs quotes around it");
                }
            }
        }
    }

    private static CSVParser open(File file) throws IOException {
        return CSVParser.parse(file, StandardCharsets.UTF_8, FORMAT);
    }
}
