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
package io.massms.camel.spi;

import io.massms.camel.model.SmsStatus;
import java.util.Set;

/**
 * What a mail says of a message that was sent by mail and did not go.
 *
 * @param status   the refusal, with the recipient as the provider writes it, null there where the mail names none; the provider's words may
 *                 be of any length and repeat secrets, which are masked before anybody sees them
 * @param repeated what the mail may repeat of the message's text: candidates for it
 */
public record MailedRefusal(SmsStatus status, Set<String> repeated) {

    /** Makes the set unchangeable. */
    public MailedRefusal {
        repeated = Set.copyOf(repeated);
    }
}
