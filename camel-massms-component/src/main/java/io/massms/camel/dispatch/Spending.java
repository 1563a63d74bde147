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
package io.massms.camel.dispatch;

import io.massms.camel.model.SmsError;
import io.massms.camel.spi.Verdict;
import io.massms.camel.text.PreparedText;

/** Counts the parts of one send, because parts are what providers charge for. */
final class Spending {
    private final int perMessage;
    private final int perExchange;
    private long used;

    Spending(SendPolicies policies) {
        perMessage = policies.maxPartsPerMessage();
        perExchange = policies.maxPartsPerExchange();
    }

    boolean isTooLong(PreparedText text) {
        return perMessage > 0 && text.segments() > perMessage;
    }

    Verdict tooLong(PreparedText text) {
        return Verdict.refusedHere(
                SmsError.TEXT_TOO_LONG,
                "The text takes " + text.segments() + " parts; maxPartsPerMessage allows " + perMessage);
    }

    /** Whether there is room for one more message; counts it where there is. */
    boolean allows(PreparedText text) {
        int segments = text.segments();
        if (perExchange > 0 && used + segments > perExchange) {
            return false;
        }
        used += segments;
        return true;
    }

    Verdict usedUp() {
        return Verdict.refusedHere(
                SmsError.SPENDING_LIMIT,
                "The messages before it took " + used + " of the " + perExchange
                        + " parts that maxPartsPerExchange allows");
    }
}
