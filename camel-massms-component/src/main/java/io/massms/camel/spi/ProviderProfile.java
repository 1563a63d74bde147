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
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The data of a provider: its names, URLs, limits and defaults. */
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
    private final ServiceUrls urls;
    private final CredentialSets credentials;

    ProviderProfile(ProviderProfileBuilder builder) {
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
        send = new EnumMap<>(builder.send);
        urls = builder.urls.copy();
        credentials = builder.credentials.copy();
    }

    /**
     * Starts a profile with defaults: Colombia, UTF-8, international numbers, one-way messages, parameters by both methods, loose
     * answers, no pause between requests.
     *
     * @param  id   the name in the endpoint's URI: lower-case letters and digits
     * @param  name for people
     * @return      a builder
     */
    public static ProviderProfileBuilder of(String id, String name) {
        return new ProviderProfileBuilder(id, name);
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
     * The character set of answers that do not name one.
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
     * The rule for sender ids.
     *
     * @return null if the provider has no sender ids
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
     * @return false if they are plain text, in which case does not matter and {@code <br>} counts as a line end
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
     * The hours in which the provider sends, according to its manual.
     *
     * @return null if the manual names none
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
     * The URL of an operation.
     *
     * @param  operation the operation
     * @return           the provider's own URL
     */
    public URI url(Operation operation) {
        return urls.get(operation);
    }

    /**
     * The URL of an operation for a channel.
     *
     * @param  operation the operation
     * @param  channel   the channel
     * @return           the provider's own URL: the one of the channel if it has one, else the one of the operation
     */
    public URI url(Operation operation, Channel channel) {
        return urls.get(operation, channel);
    }

    /**
     * Which credentials an operation needs.
     *
     * @param  operation which
     * @return           alternative sets; one of them is enough. Errors name the first set first
     */
    public List<Set<Credential>> credentials(Operation operation) {
        return credentials.of(operation);
    }

    /**
     * Whether the provider uses a credential.
     *
     * @param  kind the credential
     * @return      true if it belongs to any set of any operation or channel
     */
    public boolean uses(Credential kind) {
        return credentials.contain(kind);
    }

    /**
     * Which credentials sending by a channel needs.
     *
     * @param  channel by which
     * @return         alternatives, as {@link #credentials(Operation)} gives them
     */
    public List<Set<Credential>> sendCredentials(Channel channel) {
        return credentials.ofSendingBy(channel);
    }
}
