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
package io.massms.camel.component;

import org.apache.camel.spi.Metadata;

/** The headers that the component reads and sets. */
public final class SmsConstants {
    /** The URI scheme. */
    public static final String SCHEME = "sms";

    @Metadata(
            label = "producer consumer",
            description = "To send: the recipient, or several as text with commas between them or as a collection. On"
                    + " consumed messages: the number or account that was written to.",
            javaType = "String or Collection")
    public static final String TO = "CamelSmsTo";

    @Metadata(
            label = "producer consumer",
            description = "To send: the sender id. On consumed messages: the handset's number.",
            javaType = "String")
    public static final String FROM = "CamelSmsFrom";

    @Metadata(
            label = "producer",
            description = "The type of the message.",
            javaType = "io.massms.camel.model.MessageType",
            enums = "ONE_WAY,TWO_WAY,FLASH")
    public static final String MESSAGE_TYPE = "CamelSmsMessageType";

    @Metadata(
            label = "producer consumer",
            description =
                    "The caller's own reference of the message. Applies to a single message, not to the elements of a"
                            + " collection. For operation=cancel: the reference of the held messages to withdraw.",
            javaType = "String")
    public static final String CLIENT_ID = "CamelSmsClientId";

    @Metadata(
            label = "producer",
            description =
                    "When to deliver: an Instant, a ZonedDateTime or OffsetDateTime, a Date, or ISO-8601 text with an"
                            + " offset. A time that has passed means now.",
            javaType = "java.time.Instant")
    public static final String SCHEDULED_TIME = "CamelSmsScheduledTime";

    @Metadata(
            label = "producer",
            description =
                    "Whether to validate, count and report only, so that nothing leaves (or the provider's own TEST"
                            + " flag is set).",
            javaType = "Boolean")
    public static final String DRY_RUN = "CamelSmsDryRun";

    @Metadata(
            label = "producer",
            description = "The page behind the link in the text (smsmasivos).",
            javaType = "String")
    public static final String HTML = "CamelSmsHtml";

    @Metadata(
            label = "producer consumer",
            description = "For operation=status: the provider's id of the message to ask for. After a send to a single"
                    + " recipient and on consumed messages: the provider's id.",
            javaType = "String")
    public static final String MESSAGE_ID = "CamelSmsMessageId";

    @Metadata(
            label = "producer",
            description = "The operation of this message, in the place of the endpoint's.",
            javaType = "String",
            enums = "send,cancel,reconcile,settle,status,balance,inbox,expiry,sentCount,serverTime")
    public static final String OPERATION = "CamelSmsOperation";

    @Metadata(label = "producer consumer", description = "The provider's id.", javaType = "String")
    public static final String PROVIDER = "CamelSmsProvider";

    @Metadata(label = "producer", description = "How many recipients the provider took.", javaType = "Integer")
    public static final String ACCEPTED_COUNT = "CamelSmsAcceptedCount";

    @Metadata(label = "producer", description = "How many recipients surely got nothing.", javaType = "Integer")
    public static final String REJECTED_COUNT = "CamelSmsRejectedCount";

    @Metadata(
            label = "producer",
            description = "How many recipients may or may not get the message.",
            javaType = "Integer")
    public static final String UNCERTAIN_COUNT = "CamelSmsUncertainCount";

    @Metadata(
            label = "producer",
            description = "How many parts were accepted, are uncertain, or would be sent in a dry run.",
            javaType = "Integer")
    public static final String SEGMENTS = "CamelSmsSegments";

    @Metadata(
            label = "producer consumer",
            description = "On reports: where the message stands. For operation=settle: what became of the messages.",
            javaType = "io.massms.camel.model.SmsState")
    public static final String STATE = "CamelSmsState";

    @Metadata(
            label = "consumer",
            description = "Why the message of a report was not delivered.",
            javaType = "io.massms.camel.model.SmsError")
    public static final String ERROR = "CamelSmsError";

    @Metadata(
            label = "consumer",
            description = "When the provider, or else this component, received a message.",
            javaType = "java.time.Instant")
    public static final String RECEIVED_TIME = "CamelSmsReceivedTime";

    @Metadata(
            label = "consumer",
            description = "Whether the balance has just fallen below the threshold: true once, and again only after it"
                    + " recovered.",
            javaType = "Boolean")
    public static final String BALANCE_LOW = "CamelSmsBalanceLow";

    private SmsConstants() {}
}
