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

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What can be known of a campaign file before its first row is sent.
 *
 * @param size   in bytes
 * @param sha256 of all bytes, in hex: tells a file from another of the same name
 * @param lines  about how many rows it has, with the header
 */
public record FileFacts(long size, String sha256, long lines) {
    /** Longer lines come from files that are no CSV at all, and would fill the memory. */
    private static final int LONGEST_LINE = 64 * 1024;

    private static final int BUFFER = 128 * 1024;

    /**
     * Reads a file once from end to end.
     *
     * @throws UnreadableFileException where it is empty, not UTF-8, or no text in lines
     */
    public static FileFacts of(Path file) throws IOException {
        Scan scan = new Scan();
        try (FileChannel channel = FileChannel.open(file)) {
            scan.read(channel);
        }
        return new FileFacts(scan.size, HexFormat.of().formatHex(scan.digest.digest()), scan.rows.rows());
    }

    private static final class Scan {
        private final MessageDigest digest = sha256();
        private final CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
        private final CharBuffer chars = CharBuffer.allocate(BUFFER);
        private long size;
        private final RowCount rows = new RowCount();
        private long lines;
        private int lineLength;

        private void read(FileChannel channel) throws IOException {
            boolean end = false;
            while (!end) {
                int start = bytes.position();
                end = channel.read(bytes) < 0;
                digest.update(bytes.array(), start, bytes.position() - start);
                size += bytes.position() - start;
                bytes.flip();
                refuseUtf16();
                decode(end);
                bytes.compact();
            }
            if (size == 0) {
                throw new UnreadableFileException("The file is empty; right is a header row such as"
                        + " to,text,from,clientId,scheduledTime with a row for each message below it");
            }
        }

        private void decode(boolean end) {
            CoderResult result = decoder.decode(bytes, chars, end);
            chars.flip();
            while (chars.hasRemaining()) {
                count(chars.get());
            }
            chars.clear();
            if (result.isError()) {
                throw new UnreadableFileException("Line " + (lines + 1)
                        + " is not UTF-8, so its accents would arrive garbled; nothing was sent. Save the file as UTF-8 (in"
                        + " Excel: \"CSV UTF-8 (comma delimited)\") and drop it again");
            }
        }

        private void count(char c) {
            rows.add(c);
            if (c == '\n') {
                lines++;
                lineLength = 0;
            } else if (++lineLength > LONGEST_LINE) {
                throw new UnreadableFileException("Line " + (lines + 1) + " is longer than " + LONGEST_LINE
                        + " characters; right is a CSV file with a row for each message");
            } else if (c == 0) {
                throw new UnreadableFileException("Line " + (lines + 1)
                        + " holds a zero byte: this is no CSV text. Save the file as CSV in UTF-8 and drop it again");
            }
        }

        private void refuseUtf16() {
            boolean first = bytes.limit() == size && size >= 2;
            int mark = first ? (bytes.get(0) & 0xFF) << 8 | bytes.get(1) & 0xFF : 0;
            if (mark == 0xFFFE || mark == 0xFEFF) {
                throw new UnreadableFileException("The file is UTF-16; save it as UTF-8 (in Excel: \"CSV UTF-8"
                        + " (comma delimited)\") and drop it again");
            }
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java has SHA-256", e);
            }
        }
    }
}
