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

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What is known of a campaign after a crash: one JSON object a line, appended. A block's intent is on the disk before the block
 * leaves; the outcome of the block before it is written first and so reaches the disk with it.
 */
final class Journal implements Closeable {
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            // what a damaged line lacks is not 0, nor a real account
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    private final FileChannel channel;
    private final JournalState state = new JournalState();

    private Journal(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Opens a journal, or a new one; a last line that a crash cut off never counted and is removed.
     *
     * @throws DamagedJournalException where another line cannot be read
     */
    static Journal open(Path file) throws IOException {
        Journal journal = new Journal(
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ));
        try {
            journal.replay(file);
            return journal;
        } catch (IOException | RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    /** The journal of a dry run, which begins anew after a crash: nothing left, so there is nothing to remember. */
    static Journal temporary(Path file) throws IOException {
        return new Journal(FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE));
    }

    /** What the entries so far come to. */
    JournalState state() {
        return state;
    }

    /** Adds an entry that the next {@link #appendDurably} takes to the disk with it. */
    void append(Entry entry) throws IOException {
        ByteBuffer line = ByteBuffer.wrap(
                (JSON.writerFor(Entry.class).writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8));
        while (line.hasRemaining()) {
            channel.write(line);
        }
        state.add(entry);
    }

    /** Adds an entry; it is on the disk when this returns. */
    void appendDurably(Entry entry) throws IOException {
        append(entry);
        channel.force(false);
    }

    /** Line by line: the journal of a large campaign with a busy provider holds what came of every try. */
    private void replay(Path file) throws IOException {
        long good = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            long start = 0;
            for (byte[] line = line(in); line != null; line = line(in)) {
                if (start > good) {
                    throw new DamagedJournalException(good, state.counts());
                }
                start += line.length + 1;
                Entry entry = read(line);
                if (entry != null) {
                    state.add(entry);
                    good = start;
                }
            }
        }
        channel.truncate(good);
        channel.position(good);
    }

    /** The next line without its end; null where the file ends before the line does. */
    private static byte[] line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                return line.toByteArray();
            }
            line.write(next);
        }
        return null;
    }

    private static Entry read(byte[] line) throws IOException {
        try {
            return JSON.readValue(line, Entry.class);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
