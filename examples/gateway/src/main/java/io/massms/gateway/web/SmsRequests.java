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
package io.massms.gateway.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.massms.camel.model.SmsMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the messages of a request: a JSON object, or an array of them. */
final class SmsRequests {
    /** More belong into a campaign, which survives a crash. */
    private static final int MOST_MESSAGES = 1_000;

    private static final String RIGHT =
            "; right is {\"to\": \"573001234567\", \"text\": \"Hola\"}, or an array of these,"
                    + " optionally with from, clientId, type, scheduledTime, html";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** With an offset: a number means seconds to one and milliseconds to another. */
    private static final Pattern TIME = Pattern.compile("\\d{4}-.+");

    /** And no position among the names. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]+");

    /** What a person reads: of {@code 12.50} Jackson would make 12.5, and of {@code true} a word. */
    private static final List<String> NUMBERS = List.of("to", "clientId");

    private static final List<String> WORDS = List.of("text", "from", "html");

    private SmsRequests() {}

    /**
     * The messages of a request.
     *
     * @throws BadRequestException says what was wrong and what would be right
     */
    static List<SmsMessage> read(byte[] body) {
        JsonNode tree = tree(body);
        if (!tree.isArray()) {
            return List.of(message(tree, "The message"));
        }
        if (tree.isEmpty() || tree.size() > MOST_MESSAGES) {
            throw new BadRequestException("The array holds " + tree.size() + " messages; right is 1 to " + MOST_MESSAGES
                    + ", and a CSV file in the inbox for more");
        }
        List<SmsMessage> messages = new ArrayList<>(tree.size());
        for (JsonNode element : tree) {
            messages.add(message(element, "Message " + messages.size()));
        }
        return messages;
    }

    private static JsonNode tree(byte[] body) {
        try {
            JsonNode tree = JSON.readTree(body);
            if (tree == null || tree.isMissingNode()) {
                throw new BadRequestException("The body is empty" + RIGHT);
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw new BadRequestException("The body is no JSON at line " + line(e) + RIGHT);
        } catch (java.io.IOException e) {
            throw new BadRequestException("The body is not UTF-8 JSON" + RIGHT);
        }
    }

    private static String line(JsonProcessingException e) {
        return e.getLocation() == null
                ? "?"
                : e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
    }

    private static SmsMessage message(JsonNode node, String which) {
        if (!node.isObject()) {
            throw new BadRequestException(which + " is no JSON object" + RIGHT);
        }
        for (String field : List.of("to", "text")) {
            if (!node.hasNonNull(field)) {
                throw new BadRequestException(which + " has no field '" + field + "'" + RIGHT);
            }
        }
        NUMBERS.forEach(field -> requireNumber(node, field, which));
        WORDS.forEach(field -> requireText(node, field, which));
        strip((ObjectNode) node, "scheduledTime");
        strip((ObjectNode) node, "type");
        requireText(node, "scheduledTime", TIME, which);
        requireText(node, "type", NAME, which);
        try {
            return JSON.treeToValue(node, SmsMessage.class);
        } catch (UnrecognizedPropertyException e) {
            throw new BadRequestException(which + " has an unknown field '" + e.getPropertyName() + "'" + RIGHT);
        } catch (JsonMappingException e) {
            throw new BadRequestException(which + wrongValue(field(e)));
        } catch (JsonProcessingException e) {
            throw new BadRequestException(which + " cannot be read" + RIGHT);
        }
    }

    /** A form that was left empty means that nothing was chosen: now, and the usual type. */
    private static void strip(ObjectNode message, String field) {
        if (message.path(field).isTextual()) {
            String words = message.get(field).textValue().strip();
            message.put(field, words.isEmpty() ? null : words);
        }
    }

    private static void requireText(JsonNode message, String field, String which) {
        if (message.hasNonNull(field) && !message.get(field).isTextual()) {
            throw new BadRequestException(which + wrongValue(field));
        }
    }

    /** A whole number can be read in one way only. */
    private static void requireNumber(JsonNode message, String field, String which) {
        if (message.hasNonNull(field)
                && !message.get(field).isTextual()
                && !message.get(field).isIntegralNumber()) {
            throw new BadRequestException(which + wrongValue(field));
        }
    }

    /** Jackson would take numbers too. */
    private static void requireText(JsonNode message, String field, Pattern right, String which) {
        if (message.hasNonNull(field)
                && !(message.get(field).isTextual()
                        && right.matcher(message.get(field).textValue()).matches())) {
            throw new BadRequestException(which + wrongValue(field));
        }
    }

    private static String field(JsonMappingException e) {
        return e.getPath().isEmpty() ? "?" : e.getPath().get(0).getFieldName();
    }

    private static String wrongValue(String field) {
        String right = switch (field) {
            case "scheduledTime" -> "ISO-8601 text with an offset, such as 2026-12-24T18:30:00-05:00";
            case "type" -> "ONE_WAY, TWO_WAY or FLASH";
            case "to" -> "text, such as \"573001234567\"";
            default -> "text";
        };
        return " has a wrong value in the field '" + field + "'; right is " + right;
    }
}
