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

import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsState;
import java.time.Duration;

/**
 * What a provider's answer means for one recipient, or for the whole request.
 *
 * @param state        the state of the message
 * @param messageId    the provider's id of the message; null if it gave none
 * @param error        why the message was not accepted or is uncertain; null if it was accepted
 * @param providerCode the provider's own code, or null
 * @param providerText the provider's own words, or null
 * @param reason       the error in English; null when there is none
 * @param retryAfter   how long the provider asks to wait; null where it does not
 */
public record Verdict(
        SmsState state,
        String messageId,
        SmsError error,
        String providerCode,
        String providerText,
        String reason,
        Duration retryAfter) {
    private static final Verdict DRY_RUN = skipped(null, null);

    /**
     * The provider accepted the message.
     *
     * @param  state     {@code ENROUTE} or {@code SCHEDULED}
     * @param  messageId the provider's id, or null
     * @return           the verdict
     */
    public static Verdict taken(SmsState state, String messageId) {
        return new Verdict(state, messageId, null, null, null, null, null);
    }

    /**
     * The provider refused the message: it certainly was not sent.
     *
     * @param  error        why
     * @param  providerCode its code, or null
     * @param  providerText its words, or null
     * @param  reason       in English, with what would be right
     * @return              the verdict
     */
    public static Verdict rejected(SmsError error, String providerCode, String providerText, String reason) {
        return new Verdict(SmsState.REJECTED, null, error, providerCode, providerText, reason, null);
    }

    /**
     * The message surely did not leave, and not because of what the provider said: it was refused here, or never reached the provider.
     *
     * @param  error  why
     * @param  reason in English, with what would be right
     * @return        the verdict
     */
    public static Verdict refusedHere(SmsError error, String reason) {
        return rejected(error, null, null, reason);
    }

    /**
     * The message was not to leave.
     *
     * @param  error  why, or null
     * @param  reason in English
     * @return        the verdict
     */
    public static Verdict skipped(SmsError error, String reason) {
        return new Verdict(SmsState.SKIPPED, null, error, null, null, reason, null);
    }

    /**
     * The message was looked at and no more, as was asked for.
     *
     * @return the verdict
     */
    public static Verdict dryRun() {
        return DRY_RUN;
    }

    /**
     * The message may have been sent.
     *
     * @param  error        {@code TIMEOUT} or {@code UNEXPECTED_RESPONSE}
     * @param  providerText a short excerpt of the answer without secrets, or null
     * @param  reason       in English
     * @return              the verdict
     */
    public static Verdict uncertain(SmsError error, String providerText, String reason) {
        return new Verdict(SmsState.UNKNOWN, null, error, null, providerText, reason, null);
    }

    /**
     * Whether the message certainly was not sent and is worth sending again.
     *
     * @return true if it was refused for a reason that may pass
     */
    public boolean isRetryable() {
        return state == SmsState.REJECTED && error.action() == SmsError.Action.RETRY_LATER;
    }

    /**
     * Whether the provider itself said so.
     *
     * @return true where its code or its words are there
     */
    public boolean isSaidByProvider() {
        return providerCode != null || providerText != null;
    }

    /**
     * The same with the provider's code and words.
     *
     * @param  code its code, or null
     * @param  text its words, or null
     * @return      a copy
     */
    public Verdict withProvider(String code, String text) {
        return new Verdict(state, messageId, error, code, text, reason, retryAfter);
    }

    /**
     * The same under the provider's id.
     *
     * @param  id its id, or null
     * @return    a copy
     */
    public Verdict withMessageId(String id) {
        return new Verdict(state, id, error, providerCode, providerText, reason, retryAfter);
    }

    /**
     * The same with how long the provider asks to wait.
     *
     * @param  duration or null
     * @return          a copy
     */
    public Verdict withRetryAfter(Duration duration) {
        return new Verdict(state, messageId, error, providerCode, providerText, reason, duration);
    }
}
