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
package io.massms.camel.component.options;

import io.massms.camel.dispatch.ClientIds;
import io.massms.camel.dispatch.LineLimit;
import io.massms.camel.dispatch.SendSettings;
import io.massms.camel.spi.Account;
import io.massms.camel.spi.LineCodec;
import io.massms.camel.spi.Protocol;
import io.massms.camel.spi.ProviderProfile;
import io.massms.camel.spi.SendProfile;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Checks the options that say how messages are sent. */
public final class SendOptions {
    private static final int LEAST_BLOCK = 100;
    private static final ClientIds CLIENT_IDS = new ClientIds(new SecureRandom());

    private final SmsConfiguration options;
    private final Account account;
    private final ProviderProfile profile;
    private final Protocol protocol;

    private SendOptions(SmsConfiguration options, Account account, Protocol protocol) {
        this.options = options;
        this.account = account;
        this.profile = account.profile();
        this.protocol = protocol;
    }

    /**
     * How the options send.
     *
     * @throws IllegalArgumentException says what was wrong and what would be right
     */
    public static SendSettings settings(SmsConfiguration options, Account account, Protocol protocol, Clock clock) {
        return new SendOptions(options, account, protocol).sendSettings(clock);
    }

    private SendSettings sendSettings(Clock clock) {
        SendProfile channel = channel();
        checkMessageDefaults();
        checkAwaitBlock(channel);
        MailOptions.check(options, account);
        return new SendSettings(
                account,
                channel,
                protocol.send(options.getChannel()),
                options.getNumberPolicy(),
                options.getTextPolicy(),
                options.getLongText(),
                options.getDuplicates(),
                options.getReceipts(),
                options.isIdempotent(),
                recipientsPerRequest(channel),
                lineLimit(),
                options.getConcurrentRequests(),
                Duration.ofMillis(options.getRequestTimeout()),
                clock,
                PolicyOptions.policies(options, account),
                CLIENT_IDS);
    }

    private SendProfile channel() {
        SendProfile channel = profile.send(options.getChannel());
        if (channel == null || protocol.send(options.getChannel()) == null) {
            throw new IllegalArgumentException("channel=" + options.getChannel() + ": " + profile.id() + " sends by: "
                    + Ranges.names(protocol.sendChannels()));
        }
        return channel;
    }

    private void checkMessageDefaults() {
        if (!profile.messageTypes().contains(options.getMessageType())) {
            throw new IllegalArgumentException("messageType=" + options.getMessageType() + ": " + profile.id()
                    + " has: " + Ranges.names(profile.messageTypes()));
        }
        if (options.getFrom() != null && profile.senderRule() != null) {
            Optional<String> violation = profile.senderRule().violation(options.getFrom());
            violation.ifPresent(wrong -> {
                throw new IllegalArgumentException("from: " + wrong);
            });
        }
    }

    private void checkAwaitBlock(SendProfile channel) {
        Ranges.atLeast("awaitBlock", options.getAwaitBlock(), 0, " ms");
        if (options.getAwaitBlock() > 0 && !(channel.answersLater() && protocol.statusByClientId())) {
            throw new IllegalArgumentException(
                    "awaitBlock=" + options.getAwaitBlock() + ": channel="
                            + options.getChannel() + " of " + profile.id()
                            + " answers at once with the outcome of a message; leave awaitBlock out, or use channel=block of smsmasivos");
        }
    }

    private LineLimit lineLimit() {
        int wanted = options.getBlockMaxBytes();
        if (!(protocol.send(options.getChannel()) instanceof LineCodec lines)) {
            return null;
        }
        if (wanted < LEAST_BLOCK || wanted > lines.mostBytes()) {
            throw new IllegalArgumentException("blockMaxBytes=" + wanted + ": a block of " + profile.id() + " takes "
                    + LEAST_BLOCK + " to " + lines.mostBytes() + " bytes");
        }
        return new LineLimit(wanted, message -> lines.lineBytes(message, account));
    }

    private int recipientsPerRequest(SendProfile channel) {
        Integer wanted = options.getRecipientsPerRequest();
        if (wanted == null) {
            return channel.recipientsPerRequest();
        }
        if (wanted < 1 || wanted > channel.recipientsPerRequest()) {
            throw new IllegalArgumentException("recipientsPerRequest=" + wanted + ": " + profile.id() + " takes 1 to "
                    + channel.recipientsPerRequest());
        }
        return wanted;
    }
}
