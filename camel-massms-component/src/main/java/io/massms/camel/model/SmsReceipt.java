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
 * What became of one message to one recipient (of one part of it, where it was split).
 *
 * @param to           the recipient: as the provider knows it, or as it was given where it was refused here
 * @param messageId    the provider's id; null where it gave none
 * @param clientId     the caller's own reference, or the generated one
 * @param state        where the message stands
 * @param error        why it did not go or may not have gone; null when it was taken
 * @param providerCode the provider's own code; null where it sent none
 * @param providerText the provider's own words; null where it sent none
 * @param reason       the error in English, with what would be right; null when there is none
 * @param segments     how many parts the text takes over the air; 0 where it was not counted
 * @param encoding     how the text travels; null where it was not counted
 * @param textSent     the text really sent where it differs from the one given, else null
 * @param part         which part of a split message this is, from 1
 * @param parts        into how many parts the message was split; 1 for the ordinary case
 * @param duplicate    whether the same recipient with the same text came earlier in the same send
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
     * Whether the provider took it.
     *
     * @return true when it left for certain
     */
    public boolean accepted() {
        return state.isAccepted();
    }

    /**
     * Whether it may have left.
     *
     * @return true when nobody can say yet
     */
    public boolean uncertain() {
        return state == SmsState.UNKNOWN;
    }

    /**
     * Whether it surely did not leave.
     *
     * @return true when it was refused
     */
    public boolean rejected() {
        return state == SmsState.REJECTED;
    }

    /**
     * Whether it surely did not leave and is worth sending again.
     *
     * @return true when refused for a passing reason
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
