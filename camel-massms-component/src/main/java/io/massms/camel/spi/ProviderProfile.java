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

import io.massms.camel.model.MessageType;
import io.massms.camel.number.NumberForm;
import io.massms.camel.schedule.SendWindow;
import io.massms.camel.text.SenderRule;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A provider as data: who it is, where it is, what it takes. */
public final class ProviderProfile {
    private final String id;
    private final String name;
    private final String country;
    private final Set<String> countries;
    private final ZoneId zone;
    private final Charset charset;
    private final NumberForm numberForm;
    private final SenderRule senderRule;
    private final Set<MessageType> messageTypes;
    private final Set<HttpMethod> methods;
    private final boolean exactAnswers;
    private final Duration requestInterval;
    private final SendWindow sendingHours;
    private final Map<Channel, SendProfile> send;
    private final Map<Operation, URI> urls;
    private final Map<Operation, Map<Channel, URI>> urlsByChannel;
    private final List<Set<Credential>> credentials;
    private final Map<Operation, List<Set<Credential>>> credentialsByOperation;
    private final Map<Channel, List<Set<Credential>>> credentialsByChannel;

    private ProviderProfile(Builder builder) {
        id = builder.id;
        name = builder.name;
        country = builder.country;
        countries = Collections.unmodifiableSet(builder.countries);
        zone = builder.zone;
        charset = builder.charset;
        numberForm = builder.numberForm;
        senderRule = builder.senderRule;
        messageTypes = Collections.unmodifiableSet(builder.messageTypes);
        methods = Collections.unmodifiableSet(builder.methods);
        exactAnswers = builder.exactAnswers;
        requestInterval = builder.requestInterval;
        sendingHours = builder.hours == null ? null : SendWindow.parse(builder.hours, null, builder.zone);
        send = Collections.unmodifiableMap(builder.send);
        urls = Collections.unmodifiableMap(builder.urls);
        urlsByChannel = Collections.unmodifiableMap(builder.urlsByChannel);
        credentials = List.copyOf(builder.credentials);
        credentialsByOperation = Collections.unmodifiableMap(builder.credentialsByOperation);
        credentialsByChannel = Collections.unmodifiableMap(builder.credentialsByChannel);
    }

    /**
     * Starts a profile with defaults: Colombia, UTF-8, international numbers, one-way messages, parameters by both methods, loose
     * answers, no pause between requests.
     *
     * @param  id   the name in the endpoint's URI: lower-case letters and digits
     * @param  name for people
     * @return      a builder
     */
    public static Builder of(String id, String name) {
        return new Builder(id, name);
    }

    /**
     * The name in the endpoint's URI.
     *
     * @return lower-case letters and digits
     */
    public String id() {
        return id;
    }

    /**
     * The name for people.
     *
     * @return as the provider writes it
     */
    public String name() {
        return name;
    }

    /**
     * The country of numbers written without a country code.
     *
     * @return an ISO 3166 region
     */
    public String country() {
        return country;
    }

    /**
     * The countries that an account can belong to.
     *
     * @return ISO 3166 regions; empty where the provider does not tie accounts to a country
     */
    public Set<String> countries() {
        return countries;
    }

    /**
     * In which time zone the provider reads and writes times.
     *
     * @return never null
     */
    public ZoneId zone() {
        return zone;
    }

    /**
     * How answers are encoded that do not say.
     *
     * @return never null
     */
    public Charset charset() {
        return charset;
    }

    /**
     * How numbers are written to the provider.
     *
     * @return never null
     */
    public NumberForm numberForm() {
        return numberForm;
    }

    /**
     * What a sender id must look like.
     *
     * @return null where the provider's protocol carries none
     */
    public SenderRule senderRule() {
        return senderRule;
    }

    /**
     * Which types of messages can be sent.
     *
     * @return at least one-way
     */
    public Set<MessageType> messageTypes() {
        return messageTypes;
    }

    /**
     * What the option {@code httpMethod} can be.
     *
     * @return at least one
     */
    public Set<HttpMethod> methods() {
        return methods;
    }

    /**
     * Whether answers are documents of a data format, such as JSON or XML.
     *
     * @return false where they are text, which is the same in capitals and with {@code <br>} for its line ends
     */
    public boolean exactAnswers() {
        return exactAnswers;
    }

    /**
     * How long to wait between the starts of two requests that send.
     *
     * @return zero where the provider does not ask for it
     */
    public Duration requestInterval() {
        return requestInterval;
    }

    /**
     * In which hours the provider says that it sends.
     *
     * @return null where its manual names none
     */
    public SendWindow sendingHours() {
        return sendingHours;
    }

    /**
     * What a channel can carry.
     *
     * @param  channel which
     * @return         null where the provider lacks it
     */
    public SendProfile send(Channel channel) {
        return send.get(channel);
    }

    /**
     * Where an operation is found.
     *
     * @param  operation which
     * @return           the provider's own URL
     */
    public URI url(Operation operation) {
        return urls.get(operation);
    }

    /**
     * Where an operation is found by a channel.
     *
     * @param  operation which
     * @param  channel   by which
     * @return           the provider's own URL: the channel's where it has one of its own, else the operation's
     */
    public URI url(Operation operation, Channel channel) {
        URI own = urlsByChannel.getOrDefault(operation, Map.of()).get(channel);
        return own == null ? url(operation) : own;
    }

    /**
     * Which credentials an operation needs.
     *
     * @param  operation which
     * @return           alternatives, any of which will do; the first is the one that errors name first
     */
    public List<Set<Credential>> credentials(Operation operation) {
        return credentialsByOperation.getOrDefault(operation, credentials);
    }

    /**
     * Whether the provider has a use for a credential.
     *
     * @param  kind which
     * @return      true where it belongs to any alternative of any operation or channel
     */
    public boolean uses(Credential kind) {
        return Stream.of(List.of(credentials), credentialsByOperation.values(), credentialsByChannel.values())
                .flatMap(Collection::stream)
                .flatMap(List::stream)
                .anyMatch(needed -> needed.contains(kind));
    }

    /**
     * Which credentials sending by a channel needs.
     *
     * @param  channel by which
     * @return         alternatives, as {@link #credentials(Operation)} gives them
     */
    public List<Set<Credential>> sendCredentials(Channel channel) {
        List<Set<Credential>> own = credentialsByChannel.get(channel);
        return own == null ? credentials(Operation.send) : own;
    }

    /** Collects a profile's data. */
    public static final class Builder {
        private final String id;
        private final String name;
        private String country = "CO";
        private Set<String> countries = Set.of();
        private ZoneId zone = ZoneId.of("America/Bogota");
        private Charset charset = StandardCharsets.UTF_8;
        private NumberForm numberForm = NumberForm.INTERNATIONAL;
        private SenderRule senderRule;
        private Set<MessageType> messageTypes = EnumSet.of(MessageType.ONE_WAY);
        private Set<HttpMethod> methods = EnumSet.allOf(HttpMethod.class);
        private boolean exactAnswers;
        private Duration requestInterval = Duration.ZERO;
        private String hours;
        private final Map<Channel, SendProfile> send = new EnumMap<>(Channel.class);
        private final Map<Operation, URI> urls = new EnumMap<>(Operation.class);
        private final Map<Operation, Map<Channel, URI>> urlsByChannel = new EnumMap<>(Operation.class);
        private final List<Set<Credential>> credentials = new ArrayList<>();
        private final Map<Operation, List<Set<Credential>>> credentialsByOperation = new EnumMap<>(Operation.class);
        private final Map<Channel, List<Set<Credential>>> credentialsByChannel = new EnumMap<>(Channel.class);

        private Builder(String id, String name) {
            this.id = id;
            this.name = name;
        }

        /**
         * Where accounts belong.
         *
         * @param  home  the country of numbers written without a country code
         * @param  every all countries that an account can belong to; none where accounts are not tied to one
         * @return       this
         */
        public Builder country(String home, String... every) {
            country = home;
            countries = Set.of(every);
            return this;
        }

        /**
         * In which time zone the provider reads and writes times.
         *
         * @param  value as {@link ZoneId#of(String)} takes it
         * @return       this
         */
        public Builder zone(String value) {
            zone = ZoneId.of(value);
            return this;
        }

        /**
         * How answers are encoded that do not say.
         *
         * @param  value the character set
         * @return       this
         */
        public Builder charset(Charset value) {
            charset = value;
            return this;
        }

        /**
         * How numbers are written to the provider.
         *
         * @param  value the form
         * @return       this
         */
        public Builder numbers(NumberForm value) {
            numberForm = value;
            return this;
        }

        /**
         * What a sender id must look like.
         *
         * @param  value the rule
         * @return       this
         */
        public Builder sender(SenderRule value) {
            senderRule = value;
            return this;
        }

        /**
         * Which types of messages can be sent.
         *
         * @param  first one
         * @param  rest  the others
         * @return       this
         */
        public Builder messageTypes(MessageType first, MessageType... rest) {
            messageTypes = EnumSet.of(first, rest);
            return this;
        }

        /**
         * By which methods alone the provider takes calls; other values of {@code httpMethod} are refused when a route starts. A codec
         * that writes a {@link BodyCall} chooses its methods itself: say {@code POST} here.
         *
         * @param  first one
         * @param  rest  the others
         * @return       this
         */
        public Builder methods(HttpMethod first, HttpMethod... rest) {
            methods = EnumSet.of(first, rest);
            return this;
        }

        /**
         * That answers are documents of a data format, such as JSON or XML: in other letters, or with something behind them, they would
         * not be the provider's.
         *
         * @return this
         */
        public Builder exactAnswers() {
            exactAnswers = true;
            return this;
        }

        /**
         * How long to wait between the starts of two requests that send.
         *
         * @param  value not negative
         * @return       this
         */
        public Builder requestInterval(Duration value) {
            requestInterval = value;
            return this;
        }

        /**
         * In which hours the provider says that it sends, every day.
         *
         * @param  value on the clocks of the provider's zone, as {@link SendWindow#parse} takes it
         * @return       this
         */
        public Builder sendingHours(String value) {
            hours = value;
            return this;
        }

        /**
         * What a channel can carry.
         *
         * @param  channel which
         * @param  value   its profile
         * @return         this
         */
        public Builder send(Channel channel, SendProfile value) {
            send.put(channel, value);
            return this;
        }

        /**
         * Where an operation is found.
         *
         * @param  operation which
         * @param  value     an absolute URL without a query
         * @return           this
         * @throws IllegalArgumentException says what was wrong with the URL and what would be right
         */
        public Builder url(Operation operation, String value) {
            urls.put(operation, address(operation, value));
            return this;
        }

        /**
         * Where an operation is found by a channel that has a place of its own.
         *
         * @param  operation which
         * @param  channel   by which
         * @param  value     an absolute URL without a query
         * @return           this
         * @throws IllegalArgumentException says what was wrong with the URL and what would be right
         */
        public Builder url(Operation operation, Channel channel, String value) {
            urlsByChannel
                    .computeIfAbsent(operation, o -> new EnumMap<>(Channel.class))
                    .put(channel, address(operation, value));
            return this;
        }

        /** Does not repeat a user or a query, which can hold secrets. */
        private URI address(Operation operation, String value) {
            URI url = URI.create(value);
            boolean http = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
            if (!http
                    || url.getHost() == null
                    || url.getRawUserInfo() != null
                    || url.getRawQuery() != null
                    || url.getRawFragment() != null) {
                throw new IllegalArgumentException("The URL of " + id + " for " + operation + " (host " + url.getHost()
                        + ") is not absolute, or has a user, a query or a fragment; right is such as"
                        + " https://api.example.com/v1/send, and what a query would say is a parameter of the call");
            }
            return url;
        }

        /**
         * Adds a set of credentials that will do for every operation that has no sets of its own.
         *
         * @param  first one
         * @param  rest  the others
         * @return       this
         */
        public Builder credentials(Credential first, Credential... rest) {
            credentials.add(EnumSet.of(first, rest));
            return this;
        }

        /**
         * Adds a set of credentials that will do for one operation.
         *
         * @param  operation which
         * @param  needed    the set; empty where the operation needs none
         * @return           this
         */
        public Builder credentials(Operation operation, Credential... needed) {
            credentialsByOperation
                    .computeIfAbsent(operation, o -> new ArrayList<>())
                    .add(Set.of(needed));
            return this;
        }

        /**
         * Adds a set of credentials that will do for sending by a channel that has sets of its own.
         *
         * @param  channel by which
         * @param  needed  the set
         * @return         this
         */
        public Builder credentials(Channel channel, Credential... needed) {
            credentialsByChannel
                    .computeIfAbsent(channel, c -> new ArrayList<>())
                    .add(Set.of(needed));
            return this;
        }

        /**
         * Ends the collection.
         *
         * @return the profile
         */
        public ProviderProfile build() {
            return new ProviderProfile(this);
        }
    }
}
