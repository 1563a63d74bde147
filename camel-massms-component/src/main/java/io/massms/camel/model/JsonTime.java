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
package io.massms.camel.model;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * Moments in JSON: ISO-8601 text, with every mapper. Jackson's own mapper knows none without a module, which a route's {@code marshal().json()}
 * does not have.
 */
final class JsonTime {
    private JsonTime() {}

    static final class Writer extends JsonSerializer<Instant> {
        @Override
        public void serialize(Instant time, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(time.toString());
        }
    }

    /** Reads seconds as well, which mappers with a module write by default. */
    static final class Reader extends JsonDeserializer<Instant> {
        @Override
        public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
            try {
                if (json.currentToken().isNumeric()) {
                    return ofSeconds(json.getDecimalValue());
                }
                return OffsetDateTime.parse(json.getText().strip()).toInstant();
            } catch (DateTimeException | ArithmeticException e) {
                return (Instant) context.handleWeirdStringValue(
                        Instant.class, json.getText(), "right is ISO-8601 text such as 2026-12-24T23:30:00Z");
            }
        }

        private static Instant ofSeconds(BigDecimal seconds) {
            BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
            return Instant.ofEpochSecond(
                    whole.longValueExact(),
                    seconds.subtract(whole).movePointRight(9).longValue());
        }
    }
}
