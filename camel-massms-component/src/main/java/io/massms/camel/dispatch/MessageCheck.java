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
package io.massms.camel.dispatch;

import io.massms.camel.model.MessageType;
import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsMessage;
import io.massms.camel.spi.ProviderProfile;
import io.massms.camel.spi.SendProfile;
import io.massms.camel.spi.Verdict;
import io.massms.camel.text.PreparedText;
import io.massms.camel.tracker.Submission;
import java.util.Optional;

/** Finds what a provider would not take of a message, whoever it goes to: its text, its sender, its type, its page, its reference. */
final class MessageCheck {
    private final SendSettings settings;
    private final ProviderProfile provider;
    private final SendProfile channel;
    private final Spending spending;

    MessageCheck(SendSettings settings, Spending spending) {
        this.settings = settings;
        this.provider = settings.account().profile();
        this.channel = settings.profile();
        this.spending = spending;
    }

    /** Null where nothing speaks against it. */
    Verdict refusal(SmsMessage message, PreparedText text) {
        if (text.error() != null) {
            return Verdict.refusedHere(text.error(), text.reason());
        }
        if (spending.isTooLong(text)) {
            return spending.tooLong(text);
        }
        if (message.from() != null && provider.senderRule() != null) {
            Optional<String> violation = provider.senderRule().violation(message.from());
            if (violation.isPresent()) {
                return Verdict.refusedHere(SmsError.BAD_SENDER, violation.get());
            }
        }
        if (message.type() != null && !provider.messageTypes().contains(message.type())) {
            return Verdict.refusedHere(SmsError.MISSING_PARAMETER, wrongType(provider, message.type()));
        }
        if (message.html() != null && !channel.placesPage(message.text())) {
            return Verdict.refusedHere(SmsError.MISSING_PARAMETER, noPage());
        }
        if (message.html() != null && pagePart(text) < 0) {
            return Verdict.refusedHere(SmsError.TEXT_TOO_LONG, cutPage());
        }
        if (settings.idempotent() && message.clientId() == null) {
            return Verdict.refusedHere(SmsError.MISSING_PARAMETER, noClientId());
        }
        if (message.clientId() != null && message.clientId().indexOf('\0') >= 0) {
            return Verdict.refusedHere(
                    SmsError.MISSING_PARAMETER, "The client id holds a NUL character: leave that out");
        }
        if (message.clientId() != null && message.clientId().length() > Submission.LONGEST_CLIENT_ID) {
            return Verdict.refusedHere(SmsError.MISSING_PARAMETER, longClientId(message.clientId()));
        }
        if (message.clientId() != null
                && channel.clientId() != null
                && !channel.clientId().matcher(message.clientId()).matches()) {
            return Verdict.refusedHere(
                    SmsError.MISSING_PARAMETER,
                    "The client id cannot travel to " + provider.id() + ": it must match " + channel.clientId());
        }
        return null;
    }

    /** Says which message types a provider has. */
    static String wrongType(ProviderProfile provider, MessageType type) {
        return provider.id() + " has no message type " + type + "; it has " + provider.messageTypes();
    }

    /** The part whose link leads to the page; -1 where the link was cut off, or apart. */
    int pagePart(PreparedText text) {
        for (int part = 0; part < text.parts().size(); part++) {
            if (channel.placesPage(text.parts().get(part).text())) {
                return part;
            }
        }
        return -1;
    }

    private String cutPage() {
        return "The text is too long for " + channel.pageLink()
                + ", the link to the HTML page, to go in one piece; right is a shorter text, or the link further in front";
    }

    private String noPage() {
        return channel.html()
                ? "The text must contain " + channel.pageLink() + " where the link to the HTML page goes"
                : provider.id() + " serves no HTML pages by this channel: leave html out";
    }

    private static String longClientId(String clientId) {
        return "The client id has " + clientId.length() + " characters; right are at most "
                + Submission.LONGEST_CLIENT_ID;
    }

    private static String noClientId() {
        return "With idempotent=true every message needs a client id: set its field clientId or the header CamelSmsClientId";
    }
}
