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
package io.massms.example.outbox;

import io.massms.camel.model.SmsReceipt;
import java.util.HashMap;
import java.util.Map;

/** What a receipt means to its row. */
final class RowOutcome {
    private RowOutcome() {}

    /** The parameters of write-back.sql. */
    static Map<String, Object> of(SmsReceipt receipt) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", receipt.clientId());
        row.put("state", state(receipt));
        row.put("providerId", receipt.messageId());
        row.put("error", receipt.error() == null ? null : receipt.error().name());
        return row;
    }

    private static String state(SmsReceipt receipt) {
        if (receipt.accepted()) {
            return "SENT";
        }
        if (receipt.uncertain()) {
            return "UNCERTAIN";
        }
        return receipt.retryable() ? "NEW" : "REJECTED";
    }
}
