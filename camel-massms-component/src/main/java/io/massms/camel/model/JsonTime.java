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
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * Moments in JSON: ISO-8601 text, with every mapper. Jackson's own mapper knows none without a module, which a route's
 * {@code marshal().json()} does not have.
 */
final class JsonTime {
    /** More than any second has digits; a number such as 1e999999999 would be written out in full. */
    private static final int MOST_DIGITS = 30;

    private JsonTime() {}

    static final class Writer extends StdScalarSerializer<Instant> {
        private static final long serialVersionUID = 1L;

        Writer() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant time, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(time.toString());
        }
    }

    /** Reads seconds as well, which mappers with a module write by default. */
    static final class Reader extends StdScalarDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        Reader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
            try {
                if (json.currentToken().isNumeric()) {
                    return ofSeconds(json.getDecimalValue());
                }
                String text = json.getText().strip();
                return text.isEmpty() ? null : IsoTime.parse(text);
            } catch (DateTimeException | ArithmeticException e) {
                return (Instant) context.handleWeirdStringValue(
                        Instant.class, json.getText(), "right is ISO-8601 text such as 2026-12-24T23:30:00Z");
            }
        }

        private static Instant ofSeconds(BigDecimal seconds) {
            if (seconds.precision() - (long) seconds.scale() > MOST_DIGITS || seconds.scale() > MOST_DIGITS) {
                throw new ArithmeticException("Out of range");
            }
            BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
            return Instant.ofEpochSecond(
                    whole.longValueExact(),
                    seconds.subtract(whole).movePointRight(9).longValue());
        }
    }
}
