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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every public record can be written as JSON and read back, by Jackson as it comes. */
class JsonTest {
    private static final ObjectMapper PLAIN = new ObjectMapper();
    private static final ObjectMapper WITH_MODULE =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    static Stream<Record> records() {
        Instant time = Instant.parse("2026-11-21T12:00:00Z");
        SmsMessage message =
                new SmsMessage("573001234567", "Hola", "Banco", "row-1", MessageType.FLASH, time, "<p>Hola</p>");
        SmsReceipt receipt = new SmsReceipt(
                "573001234567",
                "id-1",
                "row-1",
                SmsState.REJECTED,
                SmsError.MAINTENANCE,
                "-6",
                "Sistema en mantenimiento",
                "Try later",
                1,
                SmsEncoding.UCS2,
                "Hola",
                1,
                2,
                true);
        return Stream.of(
                new SmsMessageResult(List.of(receipt)),
                message,
                SmsMessage.of("1", "a"),
                receipt,
                new SmsResult("natalia", List.of(receipt), 0, 1, 0, 0, 0, List.of(message)),
                new SmsStatus("natalia", "id-1", "row-1", "57", SmsState.DELIVERED, null, "1", "ok", time),
                new InboundSms("natalia", "57", "890", "Hola", "id-1", "row-1", time));
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyRecordSurvivesTheRoundTrip(Record value) throws Exception {
        for (ObjectMapper json : List.of(PLAIN, WITH_MODULE)) {
            assertThat(json.readValue(json.writeValueAsString(value), value.getClass()))
                    .isEqualTo(value);
        }
    }

    @Test
    void momentsAreIsoTextWithEveryMapper() throws Exception {
        SmsMessage message = SmsMessage.of("1", "a").withScheduledTime(Instant.parse("2026-12-24T23:30:00Z"));

        assertThat(PLAIN.writeValueAsString(message)).contains("\"scheduledTime\":\"2026-12-24T23:30:00Z\"");
        assertThat(WITH_MODULE.writeValueAsString(message)).isEqualTo(PLAIN.writeValueAsString(message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2026-12-24T18:30:00.5-05:00\"",
                "1798155000.500000000",
                "null",
                "\"2026-12-24T23:30:00.5+0000\"",
                "\"\""
            })
    void momentsAreReadAsIsoTextAndAsSeconds(String time) throws Exception {
        assertThat(PLAIN.readValue("{\"scheduledTime\":" + time + "}", SmsMessage.class)
                        .scheduledTime())
                .isEqualTo(List.of("null", "\"\"").contains(time) ? null : Instant.parse("2026-12-24T23:30:00.5Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"tomorrow\"", "1e99", "1e999999999", "1e-999999999"})
    void whatIsNoMomentIsRefusedWithWhatIsRight(String time) {
        assertThatThrownBy(() -> PLAIN.readValue("{\"scheduledTime\":" + time + "}", SmsMessage.class))
                .isInstanceOf(JsonMappingException.class)
                .hasMessageContaining("right is ISO-8601 text");
    }

    @ParameterizedTest
    @MethodSource("records")
    void noRecordShowsRecipientsOrTextsWhenPrinted(Record value) {
        assertThat(value.toString()).doesNotContain("573001234567").doesNotContain("Hola");
    }
}
