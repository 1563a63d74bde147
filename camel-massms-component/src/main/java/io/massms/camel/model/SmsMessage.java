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
import java.util.Objects;

/**
 * A message to send. A field that is null or blank is taken from the headers of the exchange, and then from the options of the endpoint.
 *
 * @param to            the recipient, or several separated by commas
 * @param text          the text
 * @param from          the sender id
 * @param clientId      your own reference of the message
 * @param type          the message type
 * @param scheduledTime when to send; null or a time in the past means now
 * @param html          the page behind the link in the text (smsmasivos)
 */
public record SmsMessage(
        String to,
        String text,
        String from,
        String clientId,
        MessageType type,

        @JsonSerialize(using = JsonTime.Writer.class) @JsonDeserialize(using = JsonTime.Reader.class)
        Instant scheduledTime,

        String html) {

    /**
     * A message with nothing but recipient and text.
     *
     * @param  to   the recipient, or several with commas between them
     * @param  text what the recipient reads
     * @return      the message
     */
    public static SmsMessage of(String to, String text) {
        return new SmsMessage(to, text, null, null, null, null, null);
    }

    /**
     * The same message to another recipient.
     *
     * @param  newTo the recipient
     * @return       a copy
     */
    public SmsMessage withTo(String newTo) {
        return new SmsMessage(newTo, text, from, clientId, type, scheduledTime, html);
    }

    /**
     * The same message with another text.
     *
     * @param  newText the text
     * @return         a copy
     */
    public SmsMessage withText(String newText) {
        return new SmsMessage(to, newText, from, clientId, type, scheduledTime, html);
    }

    /**
     * The same message from another sender id.
     *
     * @param  newFrom the sender id
     * @return         a copy
     */
    public SmsMessage withFrom(String newFrom) {
        return new SmsMessage(to, text, newFrom, clientId, type, scheduledTime, html);
    }

    /**
     * The same message under another reference of the caller.
     *
     * @param  newClientId the reference
     * @return             a copy
     */
    public SmsMessage withClientId(String newClientId) {
        return new SmsMessage(to, text, from, newClientId, type, scheduledTime, html);
    }

    /**
     * The same message of another type.
     *
     * @param  newType the type
     * @return         a copy
     */
    public SmsMessage withType(MessageType newType) {
        return new SmsMessage(to, text, from, clientId, newType, scheduledTime, html);
    }

    /**
     * The same message at another time.
     *
     * @param  newTime when to deliver; null for now
     * @return         a copy
     */
    public SmsMessage withScheduledTime(Instant newTime) {
        return new SmsMessage(to, text, from, clientId, type, newTime, html);
    }

    /**
     * The same message with another page behind its link.
     *
     * @param  newHtml the page
     * @return         a copy
     */
    public SmsMessage withHtml(String newHtml) {
        return new SmsMessage(to, text, from, clientId, type, scheduledTime, newHtml);
    }

    /**
     * Whether two messages differ in nothing but whom they go to, so that one request can carry both.
     *
     * @param  other the other message
     * @return       true when text, sender, type, time and page are equal
     */
    public boolean sharesContentWith(SmsMessage other) {
        return Objects.equals(text, other.text)
                && Objects.equals(from, other.from)
                && type == other.type
                && Objects.equals(scheduledTime, other.scheduledTime)
                && Objects.equals(html, other.html);
    }

    /** Says what kind of message it is, without recipient or text: those are personal data. */
    @Override
    public String toString() {
        return "SmsMessage[" + (text == null ? "no text" : text.length() + " characters")
                + (clientId == null ? "" : ", clientId=" + clientId)
                + (type == null ? "" : ", type=" + type)
                + (scheduledTime == null ? "" : ", scheduledTime=" + scheduledTime) + "]";
    }
}
