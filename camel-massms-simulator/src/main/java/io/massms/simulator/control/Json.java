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
package io.massms.simulator.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.massms.simulator.http.RequestBody;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** JSON in and out; what cannot be read becomes a sentence that says what would be right. */
final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    static void reply(RoutingContext context, int status, Object value) {
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(write(value));
    }

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot be written as JSON: " + value.getClass(), e);
        }
    }

    /** Reads the body, then goes on; a failure goes to the router's failure handler. */
    static <T> void body(RoutingContext context, Class<T> type, Handler<T> then) {
        RequestBody.read(context.request())
                .map(bytes -> read(bytes.toString(StandardCharsets.UTF_8), type))
                .onSuccess(value -> {
                    try {
                        then.handle(value);
                    } catch (RuntimeException e) {
                        context.fail(e);
                    }
                })
                .onFailure(context::fail);
    }

    static <T> T read(String json, Class<T> type) {
        try {
            JsonNode tree = MAPPER.readTree(json);
            if (!tree.isObject()) {
                throw Problem.badRequest("The body is a JSON object like {\"name\": \"value\"}");
            }
            requireKnownFields(tree, type);
            return MAPPER.treeToValue(tree, type);
        } catch (UnrecognizedPropertyException e) {
            throw Problem.badRequest("There is no field '" + e.getPropertyName() + "'; the fields are "
                    + names(e.getKnownPropertyIds()));
        } catch (InvalidFormatException e) {
            throw Problem.badRequest(field(e) + " cannot be '" + e.getValue() + "'" + expected(e.getTargetType()));
        } catch (ValueInstantiationException e) {
            throw Problem.badRequest(
                    e.getCause() == null ? e.getOriginalMessage() : e.getCause().getMessage());
        } catch (JsonMappingException e) {
            throw Problem.badRequest(field(e) + " cannot be read: " + firstLine(e));
        } catch (JsonProcessingException e) {
            throw Problem.badRequest("The body is not JSON: " + firstLine(e));
        }
    }

    /** Before anything is built, so that a misspelt field is named instead of the one that is then missing. */
    private static void requireKnownFields(JsonNode node, Class<?> type) {
        if (!type.isRecord() || !node.isObject()) {
            return;
        }
        Map<String, Class<?>> known = new TreeMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            known.put(component.getName(), component.getType());
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (!known.containsKey(field.getKey())) {
                throw Problem.badRequest("There is no field '" + field.getKey() + "'; the fields are "
                        + String.join(", ", known.keySet()));
            }
            requireKnownFields(field.getValue(), known.get(field.getKey()));
        }
    }

    private static String expected(Class<?> type) {
        if (type.isEnum()) {
            return "; it is one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        return switch (type.getSimpleName()) {
            case "Duration" -> "; a duration is written like PT1M30S";
            case "Instant" -> "; an instant is written like 2026-11-21T12:00:00Z";
            default -> "; it is a " + type.getSimpleName();
        };
    }

    private static String field(JsonMappingException e) {
        String path = e.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .map(name -> name == null ? "[]" : name)
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "The body" : path;
    }

    private static String names(Collection<Object> known) {
        return known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private static String firstLine(JsonProcessingException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("");
    }
}
