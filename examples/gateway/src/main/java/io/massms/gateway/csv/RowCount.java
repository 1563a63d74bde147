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

/**
 * Counts the rows of a file by its characters, as far as that can be known without parsing it: blank ones are none, and line breaks
 * inside quoted texts begin none. A quote that nobody closes as CSV asks costs no row.
 */
final class RowCount {
    private static final String NOTHING = ",;\t \r\uFEFF";

    private enum Place {
        CELL_BEGINS,
        IN_CELL,
        QUOTED,
        BEHIND_QUOTE
    }

    private Place place = Place.CELL_BEGINS;
    private boolean blank = true;
    private long insideQuotes;
    private long rows;
    private boolean endsLine;

    void add(char c) {
        endsLine = c == '\n';
        switch (place) {
            case QUOTED -> addQuoted(c);
            case BEHIND_QUOTE -> addBehindQuote(c);
            default -> addPlain(c);
        }
    }

    private void addQuoted(char c) {
        if (c == '"') {
            place = Place.BEHIND_QUOTE;
        } else if (c == '\n') {
            insideQuotes++;
        } else {
            blank = false;
        }
    }

    private void addBehindQuote(char c) {
        if (c == '"') {
            place = Place.QUOTED;
            return;
        }
        if (c != '\n' && NOTHING.indexOf(c) < 0) {
            rows += insideQuotes;
        }
        insideQuotes = 0;
        place = Place.IN_CELL;
        addPlain(c);
    }

    private void addPlain(char c) {
        if (c == '"' && place == Place.CELL_BEGINS) {
            place = Place.QUOTED;
        } else if (c == '\n') {
            rows += blank ? 0 : 1;
            blank = true;
            place = Place.CELL_BEGINS;
        } else if (NOTHING.indexOf(c) < 0) {
            blank = false;
            place = Place.IN_CELL;
        } else if (c != ' ') {
            place = Place.CELL_BEGINS;
        }
    }

    /** How many rows there were, with the header, once all characters were added. */
    long rows() {
        return place == Place.QUOTED ? rows + insideQuotes + (endsLine ? 0 : 1) : rows + (blank ? 0 : 1);
    }
}
