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
package io.massms.camel.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The project's documents. With {@code -Dmassms.update=true} what is out of step is written anew instead of reported. */
public final class Documents {
    private static final boolean UPDATE = Boolean.getBoolean("massms.update");

    private Documents() {}

    /** The folder that holds the README. */
    public static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("README.md")) || !Files.exists(folder.resolve("camel-massms-component"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    static Document read(String name) {
        return read(root().resolve(name));
    }

    public static Document read(Path file) {
        try {
            return new Document(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A document's text. */
    public record Document(Path file, String text) {

        /** What stands from a mark, included, to another, excluded. */
        String between(String begin, String end) {
            int from = text.indexOf(begin);
            int to = text.indexOf(end, from);
            if (from < 0 || to < 0) {
                throw new IllegalStateException(file + " lacks the marks " + begin + " and " + end);
            }
            return text.substring(from, to);
        }

        /** The current text of a passage, or the expected one when it may be written. */
        public String updatable(String current, String expected) {
            if (!UPDATE || current.equals(expected)) {
                return current;
            }
            try {
                Files.writeString(
                        file,
                        current.isEmpty() ? expected : Files.readString(file).replace(current, expected));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return expected;
        }
    }
}
