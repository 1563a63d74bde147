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

/** Why a message was not sent, or may not have been sent. One list for the codes of all providers; each error says what to do. */
public enum SmsError {
    /** The credentials are wrong. */
    AUTHENTICATION(Action.PERMANENT),
    /** The account, or the product in it, is not active. */
    ACCOUNT_INACTIVE(Action.PERMANENT),
    /** The account has no credit left. */
    NO_BALANCE(Action.PERMANENT),
    /** The contracted package has run out of time. */
    PACKAGE_EXPIRED(Action.PERMANENT),
    /** The recipient is not a number that this provider can reach. */
    INVALID_NUMBER(Action.PERMANENT),
    /** The recipient is a fixed line. */
    LANDLINE(Action.PERMANENT),
    /** No mobile operator serves the recipient's number. */
    UNKNOWN_OPERATOR(Action.PERMANENT),
    /** The recipient's country or network is outside the provider's coverage. */
    NOT_COVERED(Action.PERMANENT),
    /** There is no text. */
    TEXT_EMPTY(Action.PERMANENT),
    /** The text is longer than the provider or the policy allows. */
    TEXT_TOO_LONG(Action.PERMANENT),
    /** The text holds characters that the provider cannot carry. */
    TEXT_BAD_CHARACTERS(Action.PERMANENT),
    /** The sender id breaks the provider's rules. */
    BAD_SENDER(Action.PERMANENT),
    /** The request names more recipients than the provider takes. */
    TOO_MANY_RECIPIENTS(Action.PERMANENT),
    /** The provider, or a policy here, sends at certain hours only. */
    OUTSIDE_HOURS(Action.RETRY_LATER),
    /** The provider is under maintenance. */
    MAINTENANCE(Action.RETRY_LATER),
    /** The recipient asked not to get messages. */
    OPTED_OUT(Action.PERMANENT),
    /** The recipient is in a public do-not-call register. */
    DO_NOT_CALL(Action.PERMANENT),
    /** The provider or its client blocked the recipient. */
    BLOCKED(Action.PERMANENT),
    /** The provider refuses the content. */
    CONTENT_REJECTED(Action.PERMANENT),
    /** The account may not send links. */
    LINK_NOT_ALLOWED(Action.PERMANENT),
    /** The same text was sent to the same recipient a short time ago. */
    DUPLICATE(Action.PERMANENT),
    /** Too many earlier messages to the recipient failed. */
    TOO_MANY_FAILURES(Action.PERMANENT),
    /** The mobile operator refused the recipient. */
    REJECTED_BY_OPERATOR(Action.PERMANENT),
    /** The request lacks a parameter, or one has a wrong value. */
    MISSING_PARAMETER(Action.PERMANENT),
    /**
     * No connection could be opened, or something else that is needed first is not available, such as the tracker's database: nothing was sent.
     */
    CONNECT_FAILED(Action.RETRY_LATER),
    /** No answer came in time; the provider may have accepted the message. */
    TIMEOUT(Action.UNCERTAIN),
    /** The answer could not be understood; the provider may have accepted the message. */
    UNEXPECTED_RESPONSE(Action.UNCERTAIN),
    /** A held message that could not be sent at its time, nor within {@code scheduleGrace} after it. */
    TOO_LATE(Action.PERMANENT),
    /** The limit {@code maxPartsPerExchange} against unwanted costs is reached. */
    SPENDING_LIMIT(Action.PERMANENT),
    /** The provider asked to slow down. */
    RATE_LIMITED(Action.RETRY_LATER),
    /** A refusal that fits none of the above; the provider's own code and text tell more. */
    OTHER(Action.PERMANENT);

    private final Action action;

    SmsError(Action action) {
        this.action = action;
    }

    /**
     * What a sender should do about it.
     *
     * @return never null
     */
    public Action action() {
        return action;
    }

    /**
     * Whether the provider refuses the account, so that no other message of it can go either until somebody has seen to it.
     *
     * @return true for wrong credentials, an inactive account, a spent balance and an ended package
     */
    public boolean concernsAccount() {
        return this == AUTHENTICATION || this == ACCOUNT_INACTIVE || this == NO_BALANCE || this == PACKAGE_EXPIRED;
    }

    /**
     * An error in words for people.
     *
     * @param  error  which
     * @param  code   the provider's own code, or null
     * @param  reason the error in English, or null
     * @return        what of these is there
     */
    public static String describe(SmsError error, String code, String reason) {
        return error + (code == null ? "" : " (code " + code + ")") + (reason == null ? "" : ": " + reason);
    }

    /** What a sender should do about an error. */
    public enum Action {
        /** Sending the same again changes nothing. */
        PERMANENT,
        /** Nothing was sent; the same may succeed later. */
        RETRY_LATER,
        /** It may have been sent; sending it again may duplicate it. */
        UNCERTAIN
    }
}
