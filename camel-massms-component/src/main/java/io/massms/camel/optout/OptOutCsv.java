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
package io.massms.camel.optout;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;

/**
 * Reads and writes opt-outs as CSV: {@code number,reason,added}, with a header line. Nothing is quoted, because numbers, names and ISO 8601
 * times never need quotes. When reading, quotes, semicolons and a byte order mark are accepted, as office programs write them.
 */
public final class OptOutCsv {
    private static final String HEADER = "number,reason,added";

    private OptOutCsv() {}

    /**
     * Writes all opt-outs.
     *
     * @param  repository           the opt-outs
     * @param  target               where to write; is not closed
     * @throws UncheckedIOException if the target fails
     */
    public static void write(OptOutRepository repository, Writer target) {
        line(target, HEADER);
        repository.forEach(optOut -> line(target, optOut.number() + "," + optOut.reason() + "," + optOut.added()));
    }

    private static void line(Writer target, String line) {
        try {
            target.write(line);
            target.write("\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Adds opt-outs. A line may contain the number only; its reason is then {@link OptOutReason#IMPORTED}.
     *
     * @param  repository               where to add them
     * @param  source                   where to read; is not closed
     * @param  now                      the time for lines that have none
     * @return                          how many were new
     * @throws IllegalArgumentException if a line cannot be understood. The message names the line. The lines before it have been added
     * @throws UncheckedIOException     if the source fails
     */
    public static int read(OptOutRepository repository, Reader source, Instant now) {
        BufferedReader lines = new BufferedReader(source);
        int added = 0;
        try {
            int number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine(), number++) {
                String text = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
                if (!text.isBlank() && !isHeader(text, number)) {
                    added += repository.add(parse(text, number, now)) ? 1 : 0;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return added;
    }

    private static boolean isHeader(String line, int number) {
        return number == 1
                && line.replace("\"", "").strip().toLowerCase(Locale.ROOT).startsWith("number");
    }

    private static OptOut parse(String line, int lineNumber, Instant now) {
        String[] fields = line.replace("\"", "").split("[,;]", -1);
        try {
            String reason = field(fields, 1);
            String added = field(fields, 2);
            return new OptOut(
                    field(fields, 0),
                    reason.isEmpty() ? OptOutReason.IMPORTED : OptOutReason.valueOf(reason.toUpperCase(Locale.ROOT)),
                    added.isEmpty() ? now : Instant.parse(added));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException(
                    "Line " + lineNumber + " is not an opt-out; it must be number,reason,added as in"
                            + " +573001234567,REPLY,2026-11-20T12:00:00Z",
                    e);
        }
    }

    private static String field(String[] fields, int index) {
        return index < fields.length ? fields[index].strip() : "";
    }
}
