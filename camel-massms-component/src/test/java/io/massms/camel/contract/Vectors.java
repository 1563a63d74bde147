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
import java.util.ArrayList;
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
    private static final List<String> OPERATIONS =
            Stream.of(Operation.values()).map(Operation::name).toList();

    private final Path root;
    private final Map<Operation, Map<String, Vector>> byOperation = new EnumMap<>(Operation.class);
    private final Map<String, PushVector> pushes = new TreeMap<>();
    private final List<String> unreadable = new ArrayList<>();

    private Vectors(Path folder) throws IOException {
        root = folder.getParent();
        for (Path subject : list(folder)) {
            String name = subject.getFileName().toString();
            if (name.equals(PUSH)) {
                readAll(subject, PushVector.class, pushes);
            } else if (OPERATIONS.contains(name)) {
                readAll(
                        subject,
                        Vector.class,
                        byOperation.computeIfAbsent(Operation.valueOf(name), o -> new TreeMap<>()));
            } else {
                unreadable.add(nameOf(subject) + ": there is no such operation; there are: " + OPERATIONS);
            }
        }
    }

    /** One that cannot be read is reported by a test of its own, and stops no other. */
    private <V> void readAll(Path folder, Class<V> type, Map<String, V> vectors) throws IOException {
        for (Path file : list(folder)) {
            try {
                vectors.put(simpleName(file), JSON.readValue(file.toFile(), type));
            } catch (IOException e) {
                unreadable.add(nameOf(file) + ": " + e.getMessage());
            }
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
            return in(Path.of(new URI(folder.toString())));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Those of a folder that is named as its provider. */
    static Vectors in(Path folder) {
        try {
            return new Vectors(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files that are no vectors, each with its folder and why. */
    List<String> unreadable() {
        return unreadable;
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

    /** Such as {@code acme/send/queued.json}. */
    private String nameOf(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private static String simpleName(Path file) {
        return file.getFileName().toString().replaceFirst("\\.json$", "");
    }
}
