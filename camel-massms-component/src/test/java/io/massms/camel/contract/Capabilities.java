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
package io.massms.camel.contract;

import io.massms.camel.contract.Vector.Expected;
import io.massms.camel.contract.Vector.ExpectedVerdict;
import io.massms.camel.model.MessageType;
import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsState;
import io.massms.camel.spi.Channel;
import io.massms.camel.spi.Codec;
import io.massms.camel.spi.Credential;
import io.massms.camel.spi.HttpMethod;
import io.massms.camel.spi.Operation;
import io.massms.camel.spi.SendProfile;
import io.massms.camel.spi.SmsProvider;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a provider declares, and what its vectors therefore have to show. */
final class Capabilities {
    private final SmsProvider provider;
    private final List<Capability> found = new ArrayList<>();

    private Capabilities(SmsProvider provider) {
        this.provider = provider;
    }

    /** One thing to show. */
    record Capability(Operation operation, String name, Predicate<Vector> shown) {

        boolean isShownBy(Vector vector) {
            return shown.test(vector);
        }
    }

    static Codec<?, ?> codec(SmsProvider provider, Operation operation) {
        return switch (operation) {
            case send ->
                Stream.of(Channel.values())
                        .map(provider.protocol()::send)
                        .filter(codec -> codec != null)
                        .findFirst()
                        .orElse(null);
            case status -> provider.protocol().status();
            case inbox ->
                provider.protocol().inboxChannels().stream()
                        .map(provider.protocol()::inbox)
                        .findFirst()
                        .orElse(null);
            default -> provider.protocol().account(operation);
        };
    }

    static Stream<Capability> of(SmsProvider provider) {
        Capabilities capabilities = new Capabilities(provider);
        provider.protocol().operations().forEach(capabilities::addOperation);
        provider.protocol().sendChannels().forEach(capabilities::addChannel);
        if (!provider.protocol().sendChannels().isEmpty()) {
            capabilities.addSend();
        }
        return capabilities.found.stream();
    }

    private void addOperation(Operation operation) {
        add(operation, "a call", vector -> vector.call() != null);
        add(
                operation,
                "an empty answer",
                vector -> hasReply(vector, 200) && vector.reply().body().isEmpty());
        add(operation, "a web page with 200", vector -> hasReply(vector, 200) && isPage(vector));
        add(operation, "an answer 500 or above", vector -> hasReply(vector, 500, 599));
        add(operation, "an answer 400 to 499", vector -> hasReply(vector, 400, 499));
        provider.profile()
                .methods()
                .forEach(method -> add(operation, "method " + method, vector -> travelsBy(vector, method)));
        provider.profile()
                .credentials(operation)
                .forEach(set -> add(
                        operation,
                        "credentials " + set,
                        vector -> vector.call() != null
                                && set.equals(Set.copyOf(
                                        vector.account().credentials() == null
                                                ? EnumSet.noneOf(Credential.class)
                                                : vector.account().credentials().keySet()))));
        if (operation != Operation.send) {
            add(
                    operation,
                    "a value",
                    vector -> vector.expected() != null
                            && (vector.expected().value() != null
                                    || vector.expected().status() != null));
        }
    }

    private void addSend() {
        for (MessageType type : provider.profile().messageTypes()) {
            add(
                    Operation.send,
                    "type " + type,
                    vector -> vector.call() != null && vector.question().type() == type);
        }
        if (provider.profile().senderRule() != null) {
            add(
                    Operation.send,
                    "a sender id",
                    vector -> vector.call() != null && vector.question().from() != null);
        }
        add(Operation.send, "an accepted message", vector -> states(vector).contains(SmsState.ENROUTE));
        add(Operation.send, "all refused", vector -> Set.of(SmsState.REJECTED).equals(states(vector)));
        add(
                Operation.send,
                "Retry-After",
                vector -> vector.expected() != null
                        && verdicts(vector.expected()).stream().anyMatch(v -> v.retryAfterSeconds() != null));
        add(
                Operation.send,
                "an outcome that is uncertain",
                vector -> vector.expected() != null
                        && verdicts(vector.expected()).stream()
                                .anyMatch(v -> v.error() == SmsError.UNEXPECTED_RESPONSE));
        provider.profile()
                .countries()
                .forEach(country -> add(
                        Operation.send,
                        "country " + country,
                        vector -> vector.call() != null
                                && country.equals(vector.account().country())));
    }

    private void addChannel(Channel channel) {
        SendProfile profile = provider.profile().send(channel);
        Predicate<Vector> here = vector -> vector.question().channelOrDefault() == channel;
        add(Operation.send, "channel " + channel, here);
        if (profile.recipientsPerRequest() > 1 && !profile.answersLater()) {
            add(
                    Operation.send,
                    "some refused in " + channel,
                    here.and(vector -> states(vector).containsAll(Set.of(SmsState.ENROUTE, SmsState.REJECTED))));
            add(
                    Operation.send,
                    "a recipient left out in " + channel,
                    here.and(vector -> states(vector).containsAll(Set.of(SmsState.ENROUTE, SmsState.UNKNOWN))));
        }
        if (profile.scheduling()) {
            add(
                    Operation.send,
                    "scheduling in " + channel,
                    here.and(vector -> vector.call() != null && states(vector).contains(SmsState.SCHEDULED)));
        }
        if (profile.testFlag()) {
            add(
                    Operation.send,
                    "dry run in " + channel,
                    here.and(vector -> vector.call() != null
                            && vector.question().dryRun()
                            && states(vector).contains(SmsState.SKIPPED)));
        }
        if (profile.html()) {
            add(
                    Operation.send,
                    "a page in " + channel,
                    here.and(
                            vector -> vector.call() != null && vector.question().html() != null));
        }
        if (profile.clientId() != null) {
            add(
                    Operation.send,
                    "a client id in " + channel,
                    here.and(
                            vector -> vector.call() != null && vector.question().clientId() != null));
        }
    }

    private void add(Operation operation, String name, Predicate<Vector> shown) {
        found.add(new Capability(operation, operation + ": " + name, shown));
    }

    private static boolean hasReply(Vector vector, int status) {
        return hasReply(vector, status, status);
    }

    private static boolean hasReply(Vector vector, int from, int to) {
        return vector.reply() != null
                && vector.reply().status() >= from
                && vector.reply().status() <= to;
    }

    /** A form travels as the account says; a body of another kind by the one method that it has. */
    private static boolean travelsBy(Vector vector, HttpMethod method) {
        return vector.call() != null
                && vector.account().methodOrDefault() == method
                && (vector.call().parameters() == null
                        || method.name().equals(vector.call().method()));
    }

    private static boolean isPage(Vector vector) {
        return vector.reply().body().stripLeading().toLowerCase(Locale.ROOT).startsWith("<");
    }

    private static Set<SmsState> states(Vector vector) {
        Set<SmsState> states = EnumSet.noneOf(SmsState.class);
        if (vector.expected() != null) {
            verdicts(vector.expected()).forEach(verdict -> states.add(verdict.state()));
        }
        return states;
    }

    private static List<ExpectedVerdict> verdicts(Expected expected) {
        return expected.verdicts() == null ? List.of() : expected.verdicts();
    }
}
