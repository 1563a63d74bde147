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

import io.massms.camel.dispatch.SendSettings;
import io.massms.camel.spi.Account;
import io.massms.camel.spi.Credential;
import io.massms.camel.spi.Credentials;
import io.massms.camel.spi.Operation;
import io.massms.camel.spi.Protocol;
import io.massms.camel.spi.ProviderProfile;
import io.massms.camel.spi.SendProfile;
import io.massms.camel.spi.SmsProvider;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    private final Account account;
    private final SendSettings send;

    private SmsAccess(SmsConfiguration options, SmsProvider provider) {
        this.options = options;
        profile = provider.profile();
        protocol = provider.protocol();
        operation = operation(options.getOperation());
        account = new Account(profile, credentials(), baseUrl(), options.getHttpMethod(), country(), zone());
        requireCredentials(operation);
        checkTimes();
        send = operation == Operation.send ? sendSettings() : null;
    }

    /**
     * Checks options.
     *
     * @throws IllegalArgumentException says what was wrong and what would be right
     */
    static SmsAccess validated(SmsConfiguration options, CamelContext context) {
        return new SmsAccess(options, Providers.of(context).get(options.getProvider()));
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

    Duration requestInterval() {
        return options.getRequestInterval() == null
                ? profile.requestInterval()
                : Duration.ofMillis(options.getRequestInterval());
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
        Operation permitted = operation(name);
        requireCredentials(permitted);
        return permitted;
    }

    private Operation operation(String name) {
        return protocol.operations().stream()
                .filter(o -> o.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        profile.id() + " has no operation '" + name + "'; it has: " + names(protocol.operations())));
    }

    private Credentials credentials() {
        Map<Credential, String> values = new EnumMap<>(Credential.class);
        values.put(Credential.apiId, options.getApiId());
        values.put(Credential.user, options.getUser());
        values.put(Credential.password, options.getPassword());
        values.put(Credential.token, options.getToken());
        values.put(Credential.apiKey, options.getApiKey());
        return Credentials.of(values);
    }

    private void requireCredentials(Operation wanted) {
        List<Set<Credential>> alternatives = profile.credentials(wanted);
        if (alternatives.isEmpty() || alternatives.stream().anyMatch(account.credentials()::hasAll)) {
            return;
        }
        throw new IllegalArgumentException("operation=" + wanted + " of " + profile.id() + " needs the credentials "
                + alternatives.stream().map(SmsAccess::names).collect(Collectors.joining("; or "))
                + "; missing: " + names(missing(alternatives.get(0))));
    }

    private Set<Credential> missing(Set<Credential> needed) {
        return needed.stream()
                .filter(kind -> !account.credentials().has(kind))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private URI baseUrl() {
        String value = options.getBaseUrl();
        if (value == null || value.isBlank()) {
            return null;
        }
        URI uri;
        try {
            uri = URI.create(value.strip());
        } catch (IllegalArgumentException e) {
            throw wrongBaseUrl();
        }
        boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        if (!http || uri.getHost() == null || uri.getRawQuery() != null || uri.getRawUserInfo() != null) {
            throw wrongBaseUrl();
        }
        return uri;
    }

    /** Does not repeat the value: it may hold a user and a password. */
    private static IllegalArgumentException wrongBaseUrl() {
        return new IllegalArgumentException(
                "baseUrl must be an http or https URL with a host, without user or query, such"
                        + " as https://gateway.example.com/sms");
    }

    private String country() {
        String value = options.getCountry();
        if (value == null) {
            return profile.country();
        }
        String country = value.strip().toUpperCase(Locale.ROOT);
        if (!profile.countries().isEmpty() && !profile.countries().contains(country)) {
            throw new IllegalArgumentException("country=" + value + ": " + profile.id() + " has accounts in "
                    + profile.countries().stream().sorted().collect(Collectors.joining(", ")));
        }
        if (!Set.of(Locale.getISOCountries()).contains(country)) {
            throw new IllegalArgumentException(
                    "country=" + value + " is no ISO 3166 region; right is two letters, such as CO or AR");
        }
        return country;
    }

    private ZoneId zone() {
        if (options.getZone() == null) {
            return profile.zone();
        }
        try {
            return ZoneId.of(options.getZone());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "zone=" + options.getZone() + " is no time zone; right is a name such as America/Bogota", e);
        }
    }

    private void checkTimes() {
        requireAtLeast("requestTimeout", options.getRequestTimeout(), 1, " ms");
        requireAtLeast("connectTimeout", options.getConnectTimeout(), 1, " ms");
        requireAtLeast("requestInterval", requestInterval().toMillis(), 0, " ms");
    }

    private SendSettings sendSettings() {
        requireCredentials(Operation.send);
        SendProfile channel = channel();
        checkMessageDefaults();
        requireAtLeast("concurrentRequests", options.getConcurrentRequests(), 1, "");
        return new SendSettings(
                account,
                channel,
                protocol.send(options.getChannel()),
                options.getNumberPolicy(),
                options.getTextPolicy(),
                options.getLongText(),
                options.getDuplicates(),
                options.getReceipts(),
                recipientsPerRequest(channel),
                options.getConcurrentRequests(),
                requestTimeout(),
                Clock.systemUTC());
    }

    private SendProfile channel() {
        SendProfile channel = profile.send(options.getChannel());
        if (channel == null || protocol.send(options.getChannel()) == null) {
            throw new IllegalArgumentException("channel=" + options.getChannel() + ": " + profile.id() + " sends by: "
                    + names(protocol.sendChannels()));
        }
        return channel;
    }

    private void checkMessageDefaults() {
        if (!profile.messageTypes().contains(options.getMessageType())) {
            throw new IllegalArgumentException("messageType=" + options.getMessageType() + ": " + profile.id()
                    + " has: " + names(profile.messageTypes()));
        }
        if (options.getFrom() != null && profile.senderRule() != null) {
            Optional<String> violation = profile.senderRule().violation(options.getFrom());
            violation.ifPresent(wrong -> {
                throw new IllegalArgumentException("from: " + wrong);
            });
        }
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

    private static void requireAtLeast(String option, long value, long least, String unit) {
        if (value < least) {
            throw new IllegalArgumentException(
                    option + "=" + value + " is out of range; right is " + least + unit + " or more");
        }
    }

    private static String names(Set<? extends Enum<?>> values) {
        return Arrays.stream(values.toArray()).map(Object::toString).collect(Collectors.joining(", "));
    }
}
