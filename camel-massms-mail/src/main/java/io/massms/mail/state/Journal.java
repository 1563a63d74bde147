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
package io.massms.mail.state;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Names and values in a file that survives a crash at any moment: each change is one appended line that is on the disk
 * before the call returns. Camel's own file repositories rewrite their file in place, and a crash in the middle of that
 * forgets everything.
 *
 * <p>It keeps the newest entries and forgets the oldest. A thread that is interrupted while it writes, as Camel does when it stops a route at
 * last, does not close the file under all others, as it would a channel.
 */
final class Journal implements AutoCloseable {
    private static final int MOST_ENTRIES = 100_000;

    private final Path file;
    private final int mostEntries;
    private final Map<String, String> entries = new LinkedHashMap<>();
    private RandomAccessFile out;
    private int lines;

    private Journal(Path file, int mostEntries) {
        this.file = file;
        this.mostEntries = mostEntries;
    }

    static Journal open(Path file) {
        return open(file, MOST_ENTRIES);
    }

    static Journal open(Path file, int mostEntries) {
        Journal journal = new Journal(file, mostEntries);
        try {
            journal.read();
            journal.compact();
        } catch (IOException e) {
            throw journal.cannotWrite(e);
        }
        return journal;
    }

    synchronized String get(String name) {
        return entries.get(name);
    }

    /** Puts an entry where there is none of this name; tells whether it did. */
    synchronized boolean add(String name, String value) {
        if (entries.containsKey(name)) {
            return false;
        }
        put(name, value);
        return true;
    }

    synchronized void put(String name, String value) {
        append(checked(name) + "\t" + checked(value));
        remember(name, value);
        compactWhenLong();
    }

    /** Removes an entry; tells whether there was one. */
    synchronized boolean remove(String name) {
        if (!entries.containsKey(name)) {
            return false;
        }
        append(name);
        entries.remove(name);
        compactWhenLong();
        return true;
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }

    /** The last line counts only where it is whole: a crash may have cut it. */
    private void read() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        String text = Files.readString(file, StandardCharsets.UTF_8);
        text.substring(0, text.lastIndexOf('\n') + 1).lines().forEach(line -> {
            int tab = line.indexOf('\t');
            if (tab < 0) {
                entries.remove(line);
            } else {
                remember(line.substring(0, tab), line.substring(tab + 1));
            }
        });
    }

    private void remember(String name, String value) {
        entries.remove(name);
        entries.put(name, value);
        if (entries.size() > mostEntries) {
            entries.remove(entries.keySet().iterator().next());
        }
    }

    private void append(String line) {
        try {
            long end = out.length();
            try {
                out.seek(end);
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                out.getFD().sync();
                lines++;
            } catch (IOException e) {
                out.setLength(end);
                throw e;
            }
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    private void compactWhenLong() {
        if (lines <= 4 * mostEntries) {
            return;
        }
        try {
            out.close();
            compact();
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    private UncheckedIOException cannotWrite(IOException e) {
        return new UncheckedIOException("Cannot read or write " + file, e);
    }

    /** Writes what is remembered into a new file that takes the old one's place at once or not at all. */
    private void compact() throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        StringBuilder text = new StringBuilder();
        entries.forEach(
                (name, value) -> text.append(name).append('\t').append(value).append('\n'));
        try (FileOutputStream whole = new FileOutputStream(fresh.toFile())) {
            whole.write(text.toString().getBytes(StandardCharsets.UTF_8));
            whole.getFD().sync();
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        out = new RandomAccessFile(file.toFile(), "rw");
        lines = entries.size();
    }

    private static String checked(String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A name or value of a journal holds a control character");
        }
        return text;
    }
}
