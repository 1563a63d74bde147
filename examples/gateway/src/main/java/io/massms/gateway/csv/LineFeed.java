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
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Hands a text on line by line, and remembers the lines of the record that is being read. A quote that is never closed swallows the
 * rows behind it: those can be given back and read again, so that one broken row costs no other.
 */
final class LineFeed extends Reader {
    /** A record of more characters has a quote that nobody closed. */
    private static final int LONGEST_RECORD = 128 * 1024;

    private final BufferedReader in;
    private final Deque<String> givenBack = new ArrayDeque<>();
    private final List<String> ofRecord = new ArrayList<>();
    private int recordLength;
    private String line = "";
    private int position;

    LineFeed(BufferedReader in) {
        this.in = in;
    }

    /** The next line that is not blank, without consuming it; null at the end. */
    String peekLine() {
        String next = nextLine();
        while (next != null && next.isBlank()) {
            next = nextLine();
        }
        if (next != null) {
            givenBack.addFirst(next);
        }
        return next;
    }

    /** Consumes the line that was peeked at. */
    void dropPeeked() {
        givenBack.removeFirst();
    }

    /** The record that was being read is whole; a new one begins. */
    void endRecord() {
        ofRecord.clear();
        recordLength = 0;
    }

    /** Gives back all lines of the record that was being read but its first; a new record begins. */
    void dropFirstLine() {
        int first = 0;
        while (first < ofRecord.size() && ofRecord.get(first).isBlank()) {
            first++;
        }
        for (int i = ofRecord.size() - 1; i > first; i--) {
            givenBack.addFirst(ofRecord.get(i));
        }
        line = "";
        position = 0;
        endRecord();
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (position == line.length()) {
            String next = nextLine();
            if (next == null) {
                return -1;
            }
            line = next;
            position = 0;
            ofRecord.add(next);
            recordLength += next.length();
            if (recordLength > LONGEST_RECORD) {
                throw new IOException("A record of more than " + LONGEST_RECORD + " characters");
            }
        }
        int count = Math.min(length, line.length() - position);
        line.getChars(position, position + count, target, offset);
        position += count;
        return count;
    }

    private String nextLine() {
        if (!givenBack.isEmpty()) {
            return givenBack.pollFirst();
        }
        try {
            String next = in.readLine();
            return next == null ? null : next + "\n";
        } catch (IOException e) {
            // not an IOException: the parser gives those for rows that are no CSV, and this file is gone for good
            throw new IllegalStateException("The file cannot be read any further", e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
