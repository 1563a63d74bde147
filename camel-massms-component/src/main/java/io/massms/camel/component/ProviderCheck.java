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

import io.massms.camel.spi.Channel;
import io.massms.camel.spi.Operation;
import io.massms.camel.spi.Protocol;
import io.massms.camel.spi.ProviderProfile;
import io.massms.camel.spi.SmsProvider;

/** Whether a provider's profile says all that its protocol needs. What is missing would else be found at the first message. */
final class ProviderCheck {
    private final ProviderProfile profile;

    private ProviderCheck(ProviderProfile profile) {
        this.profile = profile;
    }

    /**
     * Checks a provider.
     *
     * @throws IllegalArgumentException says what is missing and where it belongs
     */
    static void check(SmsProvider provider) {
        ProviderCheck check = new ProviderCheck(provider.profile());
        Protocol protocol = provider.protocol();
        if (protocol == null || protocol.operations().isEmpty() && protocol.push() == null) {
            throw check.missing("its protocol has no codec", "Protocol.builder().send(Channel.http, ...)");
        }
        protocol.operations().forEach(check::requireUrl);
        protocol.sendChannels().forEach(check::requireSendProfile);
    }

    private void requireUrl(Operation operation) {
        if (profile.url(operation) == null) {
            throw missing(
                    "its protocol has the operation " + operation + ", but its profile no URL for it",
                    ".url(Operation." + operation + ", \"https://...\")");
        }
    }

    private void requireSendProfile(Channel channel) {
        if (profile.send(channel) == null) {
            throw missing(
                    "its protocol sends by " + channel + ", but its profile does not say what that can carry",
                    ".send(Channel." + channel + ", SendProfile.of(...))");
        }
    }

    private IllegalArgumentException missing(String what, String right) {
        return new IllegalArgumentException(
                "The provider " + profile.id() + " is not complete: " + what + "; right is " + right);
    }
}
