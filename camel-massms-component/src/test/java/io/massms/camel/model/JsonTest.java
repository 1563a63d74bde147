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

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every public record can be written as JSON and read back, by Jackson as it comes. */
class JsonTest {
    private final ObjectMapper json =
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
        assertThat(json.readValue(json.writeValueAsString(value), value.getClass()))
                .isEqualTo(value);
    }

    @ParameterizedTest
    @MethodSource("records")
    void noRecordShowsRecipientsOrTextsWhenPrinted(Record value) {
        assertThat(value.toString()).doesNotContain("573001234567").doesNotContain("Hola");
    }
}
