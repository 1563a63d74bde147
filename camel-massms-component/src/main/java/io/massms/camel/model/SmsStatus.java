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

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.Instant;

/**
 * A delivery report: what is known about a message that was sent earlier.
 *
 * @param provider     the provider's id
 * @param messageId    the provider's id of the message; null if unknown
 * @param clientId     your own reference of the message; null if unknown
 * @param to           the recipient; null if unknown
 * @param state        the state of the message
 * @param error        why it was not delivered; null if there is no error
 * @param providerCode the provider's own code; null if there is none
 * @param providerText the provider's own words; null if there are none
 * @param time         when the provider learned of this state; if it does not say, when this component did; null if unknown
 */
public record SmsStatus(
        String provider,
        String messageId,
        String clientId,
        String to,
        SmsState state,
        SmsError error,
        String providerCode,
        String providerText,

        @JsonSerialize(using = JsonTime.Writer.class) @JsonDeserialize(using = JsonTime.Reader.class)
        Instant time) {

    /**
     * The same of another provider.
     *
     * @param  id the provider's
     * @return    a copy
     */
    public SmsStatus withProvider(String id) {
        return new SmsStatus(id, messageId, clientId, to, state, error, providerCode, providerText, time);
    }

    /**
     * The same under another id of the provider.
     *
     * @param  id or null
     * @return    a copy
     */
    public SmsStatus withMessageId(String id) {
        return new SmsStatus(provider, id, clientId, to, state, error, providerCode, providerText, time);
    }

    /**
     * The same under another reference of the caller.
     *
     * @param  id or null
     * @return    a copy
     */
    public SmsStatus withClientId(String id) {
        return new SmsStatus(provider, messageId, id, to, state, error, providerCode, providerText, time);
    }

    /**
     * The same in another state.
     *
     * @param  other where the message stands
     * @return       a copy
     */
    public SmsStatus withState(SmsState other) {
        return new SmsStatus(provider, messageId, clientId, to, other, error, providerCode, providerText, time);
    }

    /**
     * The same for another reason.
     *
     * @param  why  or null
     * @param  code the provider's, or null
     * @param  text the provider's words, or null
     * @return      a copy
     */
    public SmsStatus withError(SmsError why, String code, String text) {
        return new SmsStatus(provider, messageId, clientId, to, state, why, code, text, time);
    }

    /**
     * The same, learnt at another time.
     *
     * @param  when or null
     * @return      a copy
     */
    public SmsStatus withTime(Instant when) {
        return new SmsStatus(provider, messageId, clientId, to, state, error, providerCode, providerText, when);
    }

    /** Says where it stands, without the recipient: that is personal data. */
    @Override
    public String toString() {
        return "SmsStatus[" + provider + ", " + state
                + (error == null ? "" : ", error=" + error)
                + (messageId == null ? "" : ", messageId=" + messageId)
                + (clientId == null ? "" : ", clientId=" + clientId) + "]";
    }
}
