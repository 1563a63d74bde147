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
package io.massms.gateway.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.massms.camel.error.SmsException;
import io.massms.camel.model.SmsReceipt;
import io.massms.camel.model.SmsResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the gateway says in JSON, by HTTP and on the command line. */
public final class GatewayJson {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private GatewayJson() {}

    /** A value as JSON text. */
    public static String of(Object value) throws JsonProcessingException {
        return JSON.writeValueAsString(value);
    }

    /** A value from JSON text. */
    public static <T> T read(String json, Class<T> type) throws JsonProcessingException {
        return JSON.readValue(json, type);
    }

    /** What became of each recipient of a send that failed, or in words what went wrong where none came so far. */
    public static Object failure(SmsException failure) {
        return failure.getReceipts().isEmpty()
                ? error(failure.getError().name(), failure.getMessage())
                : result(failure);
    }

    /** A result that says of a failed send what a good one's result says. */
    public static SmsResult result(SmsException failure) {
        List<SmsReceipt> receipts = failure.getReceipts();
        return new SmsResult(
                failure.getProvider(),
                receipts,
                0,
                (int) receipts.stream().filter(SmsReceipt::rejected).count(),
                (int) receipts.stream().filter(SmsReceipt::uncertain).count(),
                (int) receipts.stream()
                        .filter(receipt -> !receipt.rejected() && !receipt.uncertain())
                        .count(),
                receipts.stream()
                        .filter(SmsReceipt::uncertain)
                        .mapToInt(SmsReceipt::segments)
                        .sum(),
                List.of());
    }

    /** The sender has its messages: it needs to hear which, not to get them back. */
    public static SmsResult withoutCopies(SmsResult result) {
        return result.withRetryable(List.of());
    }

    /** An error and what would be right. */
    public static Map<String, Object> error(String error, String message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", error);
        body.put("message", message);
        return body;
    }
}
