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

import io.massms.camel.component.options.AccountOptions;
import io.massms.camel.component.options.ConsumerOptions;
import io.massms.camel.component.options.MissingCredentialsException;
import io.massms.camel.component.options.OwnCredentials;
import io.massms.camel.component.options.PaceOptions;
import io.massms.camel.component.options.Ranges;
import io.massms.camel.component.options.SendOptions;
import io.massms.camel.component.options.SmsConfiguration;
import io.massms.camel.dispatch.SendSettings;
import io.massms.camel.spi.Account;
import io.massms.camel.spi.Credential;
import io.massms.camel.spi.Operation;
import io.massms.camel.spi.Protocol;
import io.massms.camel.spi.ProviderProfile;
import io.massms.camel.spi.SmsProvider;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;

/**
 * An endpoint's options, checked against its provider: who is spoken to, as whom, and how. Everything that can be wrong with
 * options is said here, when the route starts.
 */
final class SmsAccess {
    private final SmsConfiguration options;
    private final ProviderProfile profile;
    private final Protocol protocol;
    private final Operation operation;
    private final Clock clock;
    private final Account account;
    private final SendSettings send;

    private SmsAccess(SmsConfiguration options, OwnCredentials own, SmsProvider provider, Clock clock) {
        this.options = options;
        this.clock = clock;
        profile = provider.profile();
        protocol = provider.protocol();
        operation = operation(options.getOperation(), operations(true));
        account = AccountOptions.account(options, own.of(options, alternatives(operation)), profile);
        requireMethod();
        PaceOptions.check(options);
        ConsumerOptions.check(options);
        if (!isPushed()) {
            requireCredentials(operation);
            requireChannel(operation);
        }
        send = operation == Operation.send ? sendSettings() : null;
    }

    /**
     * Checks options.
     *
     * @param  own the credentials that the endpoint names itself
     * @throws IllegalArgumentException says what was wrong and what would be right
     */
    static SmsAccess validated(SmsConfiguration options, OwnCredentials own, CamelContext context, Clock clock) {
        return new SmsAccess(options, own, Providers.of(context).get(options.getProvider()), clock);
    }

    Account account() {
        return account;
    }

    Protocol protocol() {
        return protocol;
    }

    Operation operation() {
        return operation;
    }

    Duration requestTimeout() {
        return Duration.ofMillis(options.getRequestTimeout());
    }

    /** How messages are sent; an endpoint of another operation finds out when a header asks it to send. */
    SendSettings send() {
        return send == null ? sendSettings() : send;
    }

    /**
     * An operation that the provider has and the account's credentials suffice for.
     *
     * @throws IllegalArgumentException says which operations there are, or which credentials are missing
     */
    Operation permitted(String name) {
        Operation permitted = operation(name, operations(false));
        requireCredentials(permitted);
        requireChannel(permitted);
        return permitted;
    }

    /**
     * For those who ask the provider instead of waiting for what it pushes.
     *
     * @throws IllegalArgumentException where the operation needs a webhook or credentials that are missing
     */
    void requireAsked() {
        if (isPushed() && !protocol.operations().contains(operation)) {
            throw new IllegalArgumentException(profile.id() + " cannot be asked for its " + operation
                    + ", it pushes; right is to consume from webhook:sms:" + profile.id()
                    + "?operation=inbox&webhookComponentName=platform-http&webhookPath=...&webhookSecret=...");
        }
        requireCredentials(operation);
        requireChannel(operation);
    }

    /**
     * For those who wait for what the provider pushes.
     *
     * @throws IllegalArgumentException where it pushes nothing of the kind
     */
    void requirePushed() {
        if (!isPushed()) {
            throw new IllegalArgumentException("A webhook of " + profile.id()
                    + (protocol.push() == null
                            ? " is of no use: the provider pushes nothing"
                            : " cannot have operation=" + operation + "; right is operation=inbox"));
        }
    }

    private boolean isPushed() {
        return operation == Operation.inbox && protocol.push() != null;
    }

    /** What is held here, because the provider cannot send it later, can be withdrawn. */
    private Set<Operation> operations(boolean withPushed) {
        Set<Operation> operations = EnumSet.copyOf(protocol.operations());
        if (operations.contains(Operation.send)) {
            operations.addAll(EnumSet.of(Operation.cancel, Operation.reconcile, Operation.settle));
        }
        if (withPushed && protocol.push() != null) {
            operations.add(Operation.inbox);
        }
        return operations;
    }

    private void requireMethod() {
        if (!profile.methods().contains(account.method())) {
            throw new IllegalArgumentException("httpMethod=" + account.method() + ": " + profile.id()
                    + " is called by: " + Ranges.names(profile.methods()));
        }
    }

    private void requireChannel(Operation wanted) {
        if (wanted == Operation.inbox && protocol.inbox(options.getChannel()) == null) {
            throw new IllegalArgumentException("channel=" + options.getChannel() + ": the inbox of " + profile.id()
                    + " is read by: " + Ranges.names(protocol.inboxChannels()));
        }
        if (wanted == Operation.settle && protocol.send(options.getChannel()) == null) {
            throw new IllegalArgumentException("channel=" + options.getChannel() + ": " + profile.id() + " sends by: "
                    + Ranges.names(protocol.sendChannels()));
        }
    }

    private Operation operation(String name, Set<Operation> operations) {
        return operations.stream()
                .filter(o -> o.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        profile.id() + " has no operation '" + name + "'; it has: " + Ranges.names(operations)));
    }

    private void requireCredentials(Operation wanted) {
        List<Set<Credential>> alternatives = alternatives(wanted);
        if (alternatives.isEmpty() || alternatives.stream().anyMatch(account.credentials()::hasAll)) {
            return;
        }
        throw new MissingCredentialsException("operation=" + wanted + " of " + profile.id() + " needs the credentials "
                + alternatives.stream().map(Ranges::names).collect(Collectors.joining("; or "))
                + "; missing: " + Ranges.names(missing(alternatives.get(0))));
    }

    private List<Set<Credential>> alternatives(Operation wanted) {
        return wanted == Operation.send ? profile.sendCredentials(options.getChannel()) : profile.credentials(wanted);
    }

    private Set<Credential> missing(Set<Credential> needed) {
        return needed.stream()
                .filter(kind -> !account.credentials().has(kind))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private SendSettings sendSettings() {
        requireCredentials(Operation.send);
        return SendOptions.settings(options, account, protocol, clock);
    }
}
