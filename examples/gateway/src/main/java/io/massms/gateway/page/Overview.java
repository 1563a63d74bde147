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
package io.massms.gateway.page;

import io.massms.camel.model.InboundSms;
import io.massms.camel.model.SmsError;
import io.massms.gateway.campaign.CampaignStatus;
import io.massms.gateway.track.MessageView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What the operator's page shows.
 *
 * @param provider  who sends
 * @param mode      whether messages are real
 * @param buttons   whether the operator may do something, with the token
 * @param balances  what was left in the account, the youngest first
 * @param minutes   the last hour
 * @param campaigns those of the last days, the youngest first
 * @param failures  why messages did not go, the most frequent first
 * @param replies   what handsets sent, the youngest first
 * @param uncertain messages that may or may not have left, the oldest first; null where the database cannot be read
 * @param held      messages that wait for their time, the soonest first; null where the database cannot be read
 * @param heldCount how many requests wait, those that are not in the list too
 */
record Overview(
        String provider,
        Mode mode,
        boolean buttons,
        List<Balance> balances,
        List<Minutes.Minute> minutes,
        List<CampaignStatus> campaigns,
        List<Failure> failures,
        List<InboundSms> replies,
        List<MessageView> uncertain,
        List<Held> held,
        int heldCount) {

    /** Whether messages are real. */
    enum Mode {
        REAL,
        SIMULATED,
        DRY_RUN
    }

    /**
     * What was left in the account.
     *
     * @param time    when
     * @param balance in the provider's unit
     */
    record Balance(Instant time, BigDecimal balance) {}

    /**
     * Why messages did not go.
     *
     * @param error the reason
     * @param count how many, in the last days
     * @param last  when it was last so
     */
    record Failure(SmsError error, long count, Instant last) {
        Failure plus(Failure later) {
            return new Failure(error, count + later.count, later.last);
        }
    }

    /**
     * Messages that wait together.
     *
     * @param id       tells them from others
     * @param clientId their reference
     * @param due      when they are to go
     * @param attempt  how often they were tried before
     * @param count    how many they are
     * @param to       the recipient of the first
     * @param text     the text of the first
     */
    record Held(String id, String clientId, Instant due, int attempt, int count, String to, String text) {}
}
