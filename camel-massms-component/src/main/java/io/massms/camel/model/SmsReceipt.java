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

/**
 * The result of sending one message to one recipient. If a text was split with {@code longText=split}, each of its messages has its own
 * receipt.
 *
 * @param to           the recipient in the form of the provider, or as it was given if it was rejected before sending
 * @param messageId    the provider's id of the message; null if it gave none
 * @param clientId     your own reference of the message, or the generated one
 * @param state        the state of the message
 * @param error        why it was not sent, or why nobody knows; null if it was accepted
 * @param providerCode the provider's own error or status code; null if it sent none
 * @param providerText the provider's own words; null if it sent none
 * @param reason       the error in English, with what would be right; null if there is none
 * @param segments     how many parts (segments) the text takes over the air; 0 if they were not counted
 * @param encoding     the encoding over the air; null if the parts were not counted
 * @param textSent     the text that was sent if it differs from the given one, else null
 * @param part         the number of this message among those of a split text, from 1
 * @param parts        into how many messages the text was split; 1 if it was not split
 * @param duplicate    whether the same text to the same recipient came earlier in the same send
 */
public record SmsReceipt(
        String to,
        String messageId,
        String clientId,
        SmsState state,
        SmsError error,
        String providerCode,
        String providerText,
        String reason,
        int segments,
        SmsEncoding encoding,
        String textSent,
        int part,
        int parts,
        boolean duplicate) {

    /**
     * Whether the provider accepted it.
     *
     * @return true if it was certainly sent or scheduled
     */
    public boolean accepted() {
        return state.isAccepted();
    }

    /**
     * Whether it may have been sent.
     *
     * @return true if nobody knows yet
     */
    public boolean uncertain() {
        return state == SmsState.UNKNOWN;
    }

    /**
     * Whether it certainly was not sent.
     *
     * @return true if it was refused, here or by the provider
     */
    public boolean rejected() {
        return state == SmsState.REJECTED;
    }

    /**
     * Whether it certainly was not sent and is worth sending again.
     *
     * @return true if it was refused for a reason that may pass
     */
    public boolean retryable() {
        return rejected() && error != null && error.action() == SmsError.Action.RETRY_LATER;
    }

    /** Says what became of it, without recipient or text: those are personal data. */
    @Override
    public String toString() {
        return "SmsReceipt[" + state
                + (error == null ? "" : ", error=" + error)
                + (providerCode == null ? "" : ", providerCode=" + providerCode)
                + (messageId == null ? "" : ", messageId=" + messageId)
                + (clientId == null ? "" : ", clientId=" + clientId) + "]";
    }
}
