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
package io.massms.simulator.provider.contacto;

import io.massms.simulator.provider.SendingHours;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * Where itcloud and natalia differ.
 *
 * @param id the provider's id
 * @param sendPath the path that sends
 * @param balancePath the path that tells the balance
 * @param secretNames the parameters that can hold the secret of a send
 * @param maxText the longest text
 * @param maxRecipients the most recipients in one request
 * @param codes the codes that its manual has
 * @param hours when it sends, or null for always
 */
record ContactoProfile(
        String id,
        String sendPath,
        String balancePath,
        String[] secretNames,
        int maxText,
        int maxRecipients,
        Set<String> codes,
        SendingHours hours) {

    /** Manual v4; the hours are those of its code -2. */
    static final ContactoProfile ITCLOUD = new ContactoProfile(
            "itcloud",
            "/sms/back_sms/public/api/sendsms",
            "/itcloud/api/sendsms/query.php",
            new String[] {"token", "Token"},
            765,
            5_000,
            Set.of("0", "-1", "-2", "-3", "-4", "-5", "-6", "-7", "-8", "-9", "-10", "-11"),
            new SendingHours(LocalTime.of(8, 0), LocalTime.of(21, 0), ZoneId.of("America/Bogota")));

    /** Manual v1.5: its table says 159 characters, its code -5 says "supera los 160"; the server goes by its code. */
    static final ContactoProfile NATALIA = new ContactoProfile(
            "natalia",
            "/envio/api/sendsms/send.php",
            "/envio/api/sendsms/query.php",
            new String[] {"password", "Password"},
            160,
            1,
            Set.of("-1", "-3", "-4", "-5", "-6"),
            null);

    boolean has(String code) {
        return codes.contains(code);
    }
}
