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

/** What the results of a campaign tell of its rows, in their order, as far as they can be read. */
final class SettledStates implements Iterable<SmsState>, Closeable {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setAllowMissingColumnNames(true)
            .get();

    private final CSVParser rows;

    private SettledStates(CSVParser rows) {
        this.rows = rows;
    }

    /** Those of a file; none where there is no such file. */
    static SettledStates of(Path results) throws IOException {
        return new SettledStates(
                Files.exists(results) ? CSVParser.parse(results, StandardCharsets.UTF_8, FORMAT) : null);
    }

    /** {@link SmsState#UNKNOWN} of a row whose state is none. */
    @Override
    public Iterator<SmsState> iterator() {
        Iterator<CSVRecord> records = rows == null ? Collections.emptyIterator() : rows.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                try {
                    return records.hasNext();
                } catch (UncheckedIOException e) {
                    return false; // no CSV from here on
                }
            }

            @Override
            public SmsState next() {
                return state(records.next());
            }
        };
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
