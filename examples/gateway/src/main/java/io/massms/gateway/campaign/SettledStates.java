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

import io.massms.camel.model.SmsState;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** What the results of a campaign tell of its rows, as far as they can be read. Asked for in the order of the rows. */
final class SettledStates implements Closeable {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setAllowMissingColumnNames(true)
            .get();

    private final CSVParser rows;
    private final Iterator<CSVRecord> records;
    private CSVRecord next;

    private SettledStates(CSVParser rows) {
        this.rows = rows;
        records = rows == null ? Collections.emptyIterator() : rows.iterator();
    }

    /** Those of a file; none where there is no such file. */
    static SettledStates of(Path results) throws IOException {
        return new SettledStates(
                Files.exists(results) ? CSVParser.parse(results, StandardCharsets.UTF_8, FORMAT) : null);
    }

    /** {@link SmsState#UNKNOWN} of a row that is not there: somebody took earlier results away, or their end. */
    SmsState of(long row) {
        while ((next == null || number(next) < row) && hasMore()) {
            next = records.next();
        }
        return next != null && number(next) == row ? state(next) : SmsState.UNKNOWN;
    }

    private boolean hasMore() {
        try {
            return records.hasNext();
        } catch (UncheckedIOException e) {
            return false; // no CSV from here on
        }
    }

    /** 0 of a line that names none. */
    private static long number(CSVRecord row) {
        try {
            return row.isSet("row") ? Long.parseLong(row.get("row")) : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static SmsState state(CSVRecord row) {
        try {
            return row.isSet("state") ? SmsState.valueOf(row.get("state")) : SmsState.UNKNOWN;
        } catch (IllegalArgumentException e) {
            return SmsState.UNKNOWN;
        }
    }

    @Override
    public void close() throws IOException {
        if (rows != null) {
            rows.close();
        }
    }
}
