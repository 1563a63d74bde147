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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;

/** Where the header row puts each field. */
final class Columns {
    private static final List<String> FIELDS = List.of("to", "text", "from", "clientId", "scheduledTime");
    private static final String SEPARATORS = ",;\t";
    private static final String RIGHT =
            "; right is a header row such as to,text,from,clientId,scheduledTime (to and text are"
                    + " required, in any order)";

    /** The only comma that parts no recipients: the component would take others as several, with a receipt for each. */
    private static final Pattern SPREADSHEET_NUMBER = Pattern.compile("\\d+,\\d+[eE]\\+?\\d+");

    private final int[] places = new int[FIELDS.size()];
    private final int count;
    private final List<String> unknown = new ArrayList<>();

    private Columns(CSVRecord header) {
        count = header.size();
        Arrays.fill(places, -1);
        for (int i = 0; i < count; i++) {
            note(header.get(i).strip(), i);
        }
    }

    /**
     * Reads a header row.
     *
     * @throws UnreadableFileException where a required column is missing or one comes twice
     */
    static Columns of(CSVRecord header) {
        Columns columns = new Columns(header);
        for (int field = 0; field < 2; field++) {
            if (columns.places[field] < 0) {
                throw new UnreadableFileException(
                        "The first row names no column '" + FIELDS.get(field) + "' among its " + columns.count + RIGHT);
            }
        }
        return columns;
    }

    /** Which separator a header row is written with: the one that it holds most of. */
    static char separator(String headerLine) {
        char best = ',';
        long most = 0;
        for (char candidate : SEPARATORS.toCharArray()) {
            long found = count(candidate, headerLine);
            if (found > most) {
                best = candidate;
                most = found;
            }
        }
        return best;
    }

    /** What stands in quotes is a part of a name; a quote within a name begins none. */
    private static long count(char candidate, String headerLine) {
        boolean quoted = false;
        boolean atStart = true;
        long found = 0;
        for (char c : headerLine.toCharArray()) {
            if (c == '"') {
                quoted = !quoted && atStart;
            } else if (!quoted) {
                boolean separator = SEPARATORS.indexOf(c) >= 0;
                found += c == candidate ? 1 : 0;
                atStart = separator || atStart && c == ' ';
            }
        }
        return found;
    }

    /** The row that a record holds. */
    Row row(CSVRecord cells, long number) {
        if (cells.size() != count) {
            return Row.malformed(
                    number,
                    "The row has " + cells.size() + (cells.size() == 1 ? " cell" : " cells")
                            + ", the header " + count
                            + ": a text that holds the separator, a quote or a line break must stand in"
                            + " double quotes");
        }
        String to = cell(cells, 0);
        return new Row(
                number, to, cells.get(places[1]), cell(cells, 2), cell(cells, 3), cell(cells, 4), recipientProblem(to));
    }

    /** How many columns there are whose names mean nothing here. */
    int unknown() {
        return unknown.size();
    }

    private void note(String name, int place) {
        String wanted = name.toLowerCase(Locale.ROOT);
        for (int field = 0; field < places.length; field++) {
            if (FIELDS.get(field).toLowerCase(Locale.ROOT).equals(wanted)) {
                if (places[field] >= 0) {
                    throw new UnreadableFileException(
                            "The first row names the column '" + FIELDS.get(field) + "' twice" + RIGHT);
                }
                places[field] = place;
                return;
            }
        }
        unknown.add(name);
    }

    private String cell(CSVRecord cells, int field) {
        if (places[field] < 0) {
            return null;
        }
        String value = cells.get(places[field]);
        return value.isBlank() ? null : value;
    }

    private static String recipientProblem(String to) {
        if (to == null) {
            return "The row has no recipient";
        }
        if (to.indexOf(',') >= 0 && !SPREADSHEET_NUMBER.matcher(to.strip()).matches()) {
            return "The row names several recipients; right is a row for each";
        }
        return null;
    }
}
