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
     * What the provider can do.
     *
     * @return the operations that have a codec
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
     * By which channels the provider takes messages.
     *
     * @return in the order of the enum
     */
    public Set<Channel> sendChannels() {
        return send.keySet();
    }

    /**
     * How messages are sent by a channel.
     *
     * @param  channel which
     * @return         null where the provider lacks it
     */
    public Codec<SendQuestion, SendAnswer> send(Channel channel) {
        return send.get(channel);
    }

    /**
     * How a message's fate is asked for.
     *
     * @return null where the provider lacks it
     */
    public Codec<StatusQuestion, SmsStatus> status() {
        return status;
    }

    /**
     * By which channels the provider gives what handsets sent.
     *
     * @return in the order of the enum
     */
    public Set<Channel> inboxChannels() {
        return inbox.keySet();
    }

    /**
     * How what handsets sent is asked for.
     *
     * @param  channel by which
     * @return         null where the provider lacks it; its answers are the oldest first
     */
    public Codec<InboxQuestion, List<InboundSms>> inbox(Channel channel) {
        return inbox.get(channel);
    }

    /**
     * How the inbox is asked for as a spreadsheet.
     *
     * @return null where the provider lacks it
     */
    public Codec<InboxQuestion, byte[]> inboxSheet() {
        return inboxSheet;
    }

    /**
     * Whether messages are asked for by the caller's own reference.
     *
     * @return false where it is the provider's id
     */
    public boolean statusByClientId() {
        return statusByClientId;
    }

    /**
     * How the fate of all messages from a moment on is asked for.
     *
     * @return null where the provider tells of one message at a time; its answers name messages by their client ids, and one that they do
     *         not mention may still be on its way
     */
    public Codec<StatusesQuestion, List<SmsStatus>> statusesSince() {
        return statusesSince;
    }

    /**
     * How something about the account is asked for.
     *
     * @param  operation which
     * @return           null where the provider lacks it
     */
    public Codec<AccountQuestion, ?> account(Operation operation) {
        return account.get(operation);
    }

    /**
     * How messages are understood that the provider pushes.
     *
     * @return null where the provider pushes none
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
         * Adds a way to ask for what handsets sent.
         *
         * @param  channel by which
         * @param  codec   how; its answers are the oldest first
         * @return         this
         */
        public Builder inbox(Channel channel, Codec<InboxQuestion, List<InboundSms>> codec) {
            inbox.put(channel, codec);
            return this;
        }

        /**
         * Adds the inbox as a spreadsheet.
         *
         * @param  codec how
         * @return       this
         */
        public Builder inboxSheet(Codec<InboxQuestion, byte[]> codec) {
            inboxSheet = codec;
            return this;
        }

        /**
         * Adds a way to send.
         *
         * @param  channel by which
         * @param  codec   how
         * @return         this
         */
        public Builder send(Channel channel, Codec<SendQuestion, SendAnswer> codec) {
            send.put(channel, codec);
            return this;
        }

        /**
         * Adds the operation {@code status}.
         *
         * @param  codec how
         * @return       this
         */
        public Builder status(Codec<StatusQuestion, SmsStatus> codec) {
            status = codec;
            return this;
        }

        /**
         * Adds the operation {@code status} of a provider that is asked by the caller's own reference.
         *
         * @param  codec how one message is asked for
         * @return       this
         */
        public Builder statusByClientId(Codec<StatusQuestion, SmsStatus> codec) {
            status = codec;
            statusByClientId = true;
            return this;
        }

        /**
         * Adds that the provider tells of many messages at once.
         *
         * @param  codec how they are asked for
         * @return       this
         */
        public Builder statusesSince(Codec<StatusesQuestion, List<SmsStatus>> codec) {
            statusesSince = codec;
            return this;
        }

        /**
         * Adds the operation {@code balance}.
         *
         * @param  codec how
         * @return       this
         */
        public Builder balance(Codec<AccountQuestion, BigDecimal> codec) {
            return account(Operation.balance, codec);
        }

        /**
         * Adds another operation on the account.
         *
         * @param  operation which
         * @param  codec     how
         * @return           this
         */
        public Builder account(Operation operation, Codec<AccountQuestion, ?> codec) {
            account.put(operation, codec);
            return this;
        }

        /**
         * Adds that the provider pushes what handsets send.
         *
         * @param  decoder how that is understood
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
         * Ends the collection.
         *
         * @return the protocol
         */
        public Protocol build() {
            return new Protocol(this);
        }
    }
}
