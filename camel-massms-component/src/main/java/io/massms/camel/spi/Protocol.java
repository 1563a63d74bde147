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

import io.massms.camel.model.InboundSms;
import io.massms.camel.model.SmsStatus;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The operations of a provider, each with its codec. An operation that has no codec is one that the provider lacks. */
public final class Protocol {
    private final Map<Channel, Codec<SendQuestion, SendAnswer>> send;
    private final Codec<StatusQuestion, SmsStatus> status;
    private final boolean statusByClientId;
    private final Codec<StatusesQuestion, List<SmsStatus>> statusesSince;
    private final Map<Operation, Codec<AccountQuestion, ?>> account;
    private final Map<Channel, Codec<InboxQuestion, List<InboundSms>>> inbox;
    private final Codec<InboxQuestion, byte[]> inboxSheet;
    private final PushDecoder push;
    private final ErrorMailDecoder errorMail;

    private Protocol(Builder builder) {
        inbox = Collections.unmodifiableMap(new EnumMap<>(builder.inbox));
        inboxSheet = builder.inboxSheet;
        send = Collections.unmodifiableMap(new EnumMap<>(builder.send));
        status = builder.status;
        statusByClientId = builder.statusByClientId;
        statusesSince = builder.statusesSince;
        account = Collections.unmodifiableMap(new EnumMap<>(builder.account));
        push = builder.push;
        errorMail = builder.errorMail;
    }

    /**
     * Starts a protocol.
     *
     * @return a builder with no operations
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The operations of the provider.
     *
     * @return the operations that have a codec. {@code cancel}, {@code reconcile} and {@code settle} are never among them: they have no codec
     */
    public Set<Operation> operations() {
        Set<Operation> operations = EnumSet.noneOf(Operation.class);
        operations.addAll(account.keySet());
        if (!send.isEmpty()) {
            operations.add(Operation.send);
        }
        if (status != null) {
            operations.add(Operation.status);
        }
        if (!inbox.isEmpty()) {
            operations.add(Operation.inbox);
        }
        return operations;
    }

    /**
     * The channels by which the provider accepts messages.
     *
     * @return the channels in the order of the enum; empty if it accepts none
     */
    public Set<Channel> sendChannels() {
        return send.keySet();
    }

    /**
     * The codec that sends messages by a channel.
     *
     * @param  channel the channel
     * @return         null if the provider does not have this channel
     */
    public Codec<SendQuestion, SendAnswer> send(Channel channel) {
        return send.get(channel);
    }

    /**
     * The codec of {@code operation=status}: it asks for the delivery report of one message.
     *
     * @return null if the provider has no delivery reports to ask for
     */
    public Codec<StatusQuestion, SmsStatus> status() {
        return status;
    }

    /**
     * The channels by which the inbox can be read.
     *
     * @return the channels in the order of the enum; empty if the provider has no inbox
     */
    public Set<Channel> inboxChannels() {
        return inbox.keySet();
    }

    /**
     * The codec that reads the inbox: the messages that handsets sent.
     *
     * @param  channel the channel
     * @return         null if the inbox cannot be read by this channel. Its answers have the oldest message first
     */
    public Codec<InboxQuestion, List<InboundSms>> inbox(Channel channel) {
        return inbox.get(channel);
    }

    /**
     * The codec that reads the inbox as a spreadsheet file.
     *
     * @return null if the provider has no such file
     */
    public Codec<InboxQuestion, byte[]> inboxSheet() {
        return inboxSheet;
    }

    /**
     * Whether {@link #status()} asks by client id.
     *
     * @return true for the client id, false for the provider's message id
     */
    public boolean statusByClientId() {
        return statusByClientId;
    }

    /**
     * The codec that asks for the delivery reports of all messages since a time, in one call. Its answers name messages by client id. A
     * message that an answer does not contain may still be on its way.
     *
     * @return null if the provider reports only one message in a call
     */
    public Codec<StatusesQuestion, List<SmsStatus>> statusesSince() {
        return statusesSince;
    }

    /**
     * The codec of an operation on the account, such as {@code balance}.
     *
     * @param  operation the operation
     * @return           null if the provider does not have this operation
     */
    public Codec<AccountQuestion, ?> account(Operation operation) {
        return account.get(operation);
    }

    /**
     * The decoder of the messages that the provider pushes to a webhook.
     *
     * @return null if the provider pushes nothing
     */
    public PushDecoder push() {
        return push;
    }

    /**
     * How mails are understood in which the provider says why a message sent by mail did not go.
     *
     * @return null where the provider writes none
     */
    public ErrorMailDecoder errorMail() {
        return errorMail;
    }

    /** Collects a protocol's codecs. */
    public static final class Builder {
        private final Map<Channel, Codec<SendQuestion, SendAnswer>> send = new EnumMap<>(Channel.class);
        private final Map<Operation, Codec<AccountQuestion, ?>> account = new EnumMap<>(Operation.class);
        private Codec<StatusQuestion, SmsStatus> status;
        private final Map<Channel, Codec<InboxQuestion, List<InboundSms>>> inbox = new EnumMap<>(Channel.class);
        private Codec<InboxQuestion, byte[]> inboxSheet;
        private PushDecoder push;
        private ErrorMailDecoder errorMail;
        private boolean statusByClientId;
        private Codec<StatusesQuestion, List<SmsStatus>> statusesSince;

        private Builder() {}

        /**
         * Adds a way to read the inbox. The component does not ask for further pages, so each answer must be the whole inbox:
         * <ul>
         * <li>It must hold all messages that the provider still keeps, read or not. The component forgets messages that an answer lacks.
         *     With {@link InboxQuestion#unreadOnly()} it must hold the unread ones, or all where the provider does not mark messages.
         * <li>The oldest message must be first.
         * <li>Each message must have an id that does not change and that no other message has.
         * <li>A question must not mark or delete messages at the provider, except with {@link InboxQuestion#markRead()}; that must mark
         *     the messages of its answer and no others.
         * </ul>
         * Where the provider says that there are more messages, the codec must return {@code Unclear.isNotAll()}, not a part of the inbox.
         *
         * @param  channel the channel
         * @param  codec   the codec
         * @return         this
         */
        public Builder inbox(Channel channel, Codec<InboxQuestion, List<InboundSms>> codec) {
            inbox.put(channel, codec);
            return this;
        }

        /**
         * Adds the inbox as a spreadsheet file.
         *
         * @param  codec the codec
         * @return       this
         */
        public Builder inboxSheet(Codec<InboxQuestion, byte[]> codec) {
            inboxSheet = codec;
            return this;
        }

        /**
         * Adds a way to send.
         *
         * @param  channel the channel
         * @param  codec   the codec
         * @return         this
         */
        public Builder send(Channel channel, Codec<SendQuestion, SendAnswer> codec) {
            send.put(channel, codec);
            return this;
        }

        /**
         * Adds the operation {@code status} of a provider that is asked by its own message id.
         *
         * @param  codec asks about one message
         * @return       this
         */
        public Builder status(Codec<StatusQuestion, SmsStatus> codec) {
            status = codec;
            return this;
        }

        /**
         * Adds the operation {@code status} of a provider that is asked by client id.
         *
         * @param  codec asks about one message
         * @return       this
         */
        public Builder statusByClientId(Codec<StatusQuestion, SmsStatus> codec) {
            status = codec;
            statusByClientId = true;
            return this;
        }

        /**
         * Adds that the provider reports many messages in one call.
         *
         * @param  codec asks for all messages since a time
         * @return       this
         */
        public Builder statusesSince(Codec<StatusesQuestion, List<SmsStatus>> codec) {
            statusesSince = codec;
            return this;
        }

        /**
         * Adds the operation {@code balance}.
         *
         * @param  codec the codec
         * @return       this
         */
        public Builder balance(Codec<AccountQuestion, BigDecimal> codec) {
            return account(Operation.balance, codec);
        }

        /**
         * Adds another operation on the account.
         *
         * @param  operation the operation, such as {@code expiry}
         * @param  codec     the codec
         * @return           this
         */
        public Builder account(Operation operation, Codec<AccountQuestion, ?> codec) {
            account.put(operation, codec);
            return this;
        }

        /**
         * Adds that the provider pushes the messages that handsets send.
         *
         * @param  decoder understands the pushed calls
         * @return         this
         */
        public Builder push(PushDecoder decoder) {
            push = decoder;
            return this;
        }

        /**
         * Adds that the provider says by mail why a message sent by mail did not go.
         *
         * @param  decoder how that is understood
         * @return         this
         */
        public Builder errorMail(ErrorMailDecoder decoder) {
            errorMail = decoder;
            return this;
        }

        /**
         * Builds the protocol.
         *
         * @return the protocol
         */
        public Protocol build() {
            return new Protocol(this);
        }
    }
}
