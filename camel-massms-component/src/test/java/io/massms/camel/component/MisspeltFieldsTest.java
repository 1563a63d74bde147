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
package io.massms.camel.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.massms.camel.component.body.MisspeltFields;
import io.massms.simulator.SimulatedMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A row whose reminder goes at once, since its column is called otherwise, is at least in the log. */
class MisspeltFieldsTest extends SmsTestSupport {

    @ParameterizedTest
    @ValueSource(strings = {"scheduled_time", "SCHEDULED_TIME", "scheduled-time", "Scheduled Time", "scheduled.time"})
    void aColumnThatIsNearlyAFieldIsToldOnce(String column) {
        try (LogLines lines = LogLines.of(MisspeltFields.class)) {
            Map<String, Object> row = Map.of("to", "3001234567", "text", "Hola", column, "2099-01-01T10:00:00");

            send(sms("linktosms"), List.of(row, row));
            send(sms("linktosms"), row);

            assertThat(simulator.messages())
                    .extracting(SimulatedMessage::scheduledTime)
                    .containsExactly(null, null, null);
            assertThat(lines.all())
                    .containsExactly("WARN The field " + column
                            + " of a message is not read; right is scheduledTime (told once)");
        }
    }

    @Test
    void eachFieldIsToldInTheFirstRowThatHasAValue() {
        try (LogLines lines = LogLines.of(MisspeltFields.class)) {
            Map<String, Object> row = new HashMap<>(Map.of("to", "3001234567", "text", "Hola"));
            row.put("client_id", null);

            send(sms("linktosms"), List.of(row, with(row, "client_id", 7), with(row, "scheduled_time", "tomorrow")));

            assertThat(lines.all())
                    .containsExactly(
                            "WARN The field client_id of a message is not read; right is clientId (told once)",
                            "WARN The field scheduled_time of a message is not read; right is scheduledTime (told once)");
        }
    }

    @Test
    void otherNamesAreTheUsersOwn() {
        try (LogLines lines = LogLines.of(MisspeltFields.class)) {
            Map<String, Object> row = Map.of("to", "3001234567", "text", "Hola", "clientId", "a-1", "client_id", 7);

            send(sms("linktosms"), with(row, "sent_at", "2026-01-01"));

            assertThat(lines.all()).isEmpty();
        }
    }

    private static Map<String, Object> with(Map<String, Object> row, String name, Object value) {
        Map<String, Object> more = new HashMap<>(row);
        more.put(name, value);
        return more;
    }
}
