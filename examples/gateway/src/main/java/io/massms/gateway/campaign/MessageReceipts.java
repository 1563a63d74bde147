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
package io.massms.gateway.campaign;

import io.massms.camel.model.SmsReceipt;
import java.util.ArrayList;
import java.util.List;

/** Which receipts of a send are of one message: those of a split text's parts stand together. */
public final class MessageReceipts {
    private MessageReceipts() {}

    /** The receipts of each message, in their order; of the last one some may be missing. */
    public static List<List<SmsReceipt>> of(List<SmsReceipt> receipts) {
        List<List<SmsReceipt>> messages = new ArrayList<>(receipts.size());
        int end;
        for (int first = 0; first < receipts.size(); first = end) {
            end = Math.min(receipts.size(), first + parts(receipts.get(first)));
            messages.add(receipts.subList(first, end));
        }
        return messages;
    }

    /** Whether none of a message's receipts is missing. */
    static boolean areComplete(List<SmsReceipt> message) {
        return message.size() == parts(message.get(0));
    }

    private static int parts(SmsReceipt receipt) {
        return Math.max(1, receipt.parts());
    }
}
