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
package io.massms.camel.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.massms.camel.spi.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The vectors of one provider: the files of its folder {@code vectors/<provider>/} on the test class path. */
public final class Vectors {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final String PUSH = "push";

    private final Map<Operation, Map<String, Vector>> byOperation = new EnumMap<>(Operation.class);
    private final Map<String, PushVector> pushes = new TreeMap<>();

    private Vectors(Path folder) throws IOException {
        for (Path subject : list(folder)) {
            String name = subject.getFileName().toString();
            if (name.equals(PUSH)) {
                readAll(subject, PushVector.class, pushes);
            } else {
                readAll(
                        subject,
                        Vector.class,
                        byOperation.computeIfAbsent(Operation.valueOf(name), o -> new TreeMap<>()));
            }
        }
    }

    private static <V> void readAll(Path folder, Class<V> type, Map<String, V> vectors) throws IOException {
        for (Path file : list(folder)) {
            vectors.put(nameOf(file), read(file, type));
        }
    }

    /** A provider without a folder has no vectors. */
    static Vectors of(String provider) {
        var folder = Vectors.class.getResource("/vectors/" + provider);
        if (folder == null) {
            throw new AssertionError("The provider " + provider + " has no folder vectors/" + provider
                    + " on the test class path; ADDING_A_PROVIDER.md says what belongs there");
        }
        try {
            return new Vectors(Path.of(new URI(folder.toString())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    Map<Operation, Map<String, Vector>> all() {
        return byOperation;
    }

    Map<String, PushVector> pushes() {
        return pushes;
    }

    Map<String, Vector> of(Operation operation) {
        return byOperation.getOrDefault(operation, Map.of());
    }

    Stream<Vector> stream(Operation operation) {
        return of(operation).values().stream();
    }

    /** A call's body that should be JSON. */
    static JsonNode document(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("The call's body is not JSON, but the vector's is", e);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString().replaceFirst("\\.json$", "");
    }

    private static <V> V read(Path file, Class<V> type) throws IOException {
        try {
            return JSON.readValue(file.toFile(), type);
        } catch (IOException e) {
            throw new IOException("The vector " + file.getFileName() + " is not readable: " + e.getMessage(), e);
        }
    }
}
