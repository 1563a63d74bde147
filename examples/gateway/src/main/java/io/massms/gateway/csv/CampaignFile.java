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
package io.massms.gateway.csv;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a campaign file, one at a time. A row that is no CSV comes as a row with a problem, and costs no other. */
public final class CampaignFile implements Iterator<Row>, Closeable {
    private static final Pattern SEPARATOR_LINE =
            Pattern.compile("\\s*\"?sep=([^\\p{L}\\p{N}\\s\"]|\t)\"?\\s*", Pattern.CASE_INSENSITIVE);

    private final LineFeed lines;
    private final CSVFormat format;
    private final Columns columns;
    private Iterator<CSVRecord> records;
    private Row next;
    private long count;

    private CampaignFile(BufferedReader in) throws IOException {
        skipByteOrderMark(in);
        lines = new LineFeed(in);
        Character separator = readSeparator();
        String header = lines.peekLine();
        if (header == null) {
            throw new UnreadableFileException("The file has only blank lines; right is a header row such as"
                    + " to,text,from,clientId,scheduledTime with a row for each message below it");
        }
        format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator == null ? Columns.separator(header) : separator)
                .setIgnoreEmptyLines(true)
                .get();
        records = parse();
        columns = readHeader();
    }

    /**
     * Opens a file and reads its header row.
     *
     * @throws UnreadableFileException where the header is none
     */
    public static CampaignFile open(Path file) throws IOException {
        BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        try {
            return new CampaignFile(in);
        } catch (RuntimeException | IOException e) {
            in.close();
            throw e;
        }
    }

    /** How many columns there are whose names mean nothing here. */
    public int unknownColumns() {
        return columns.unknown();
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = read();
        }
        return next != null;
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The file has " + count + " rows");
        }
        Row row = next;
        next = null;
        return row;
    }

    private Row read() {
        try {
            CSVRecord record = nextRecord();
            if (record == null) {
                return null;
            }
            Row row = columns.row(record, ++count);
            lines.endRecord();
            return row;
        } catch (UncheckedIOException e) {
            return malformed();
        }
    }

    /** Spreadsheets save rows that were emptied, and those below the last, as separators alone. Null at the end. */
    private CSVRecord nextRecord() {
        while (records.hasNext()) {
            CSVRecord record = records.next();
            if (!record.stream().allMatch(String::isBlank)) {
                return record;
            }
            lines.endRecord();
        }
        return null;
    }

    /** The parser has stopped for good: another goes on at the line behind. */
    private Row malformed() {
        lines.dropFirstLine();
        records = parse();
        return Row.malformed(
                ++count,
                "The row is no CSV: a quote inside a quoted text must be doubled (\"\"), and a quote that opens a text must"
                        + " be closed");
    }

    private Iterator<CSVRecord> parse() {
        try {
            return CSVParser.builder().setReader(lines).setFormat(format).get().iterator();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the line before the header says that is for Excel alone; null where there is none. */
    private Character readSeparator() {
        String first = lines.peekLine();
        Matcher named = SEPARATOR_LINE.matcher(first == null ? "" : first);
        if (!named.matches()) {
            return null;
        }
        lines.dropPeeked();
        return named.group(1).charAt(0);
    }

    private Columns readHeader() {
        try {
            Columns header = Columns.of(records.next());
            lines.endRecord();
            return header;
        } catch (UncheckedIOException e) {
            throw new UnreadableFileException(
                    "The first row is no CSV; right is a header row such as to,text,from,clientId,scheduledTime");
        }
    }

    private static void skipByteOrderMark(BufferedReader in) throws IOException {
        in.mark(1);
        if (in.read() != '\uFEFF') {
            in.reset();
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
