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
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Builds a {@link ProviderProfile}. */
public final class ProviderProfileBuilder {
    final String id;
    final String name;
    String country = "CO";
    Set<String> countries = Set.of();
    ZoneId zone = ZoneId.of("America/Bogota");
    Charset charset = StandardCharsets.UTF_8;
    NumberForm numberForm = NumberForm.INTERNATIONAL;
    SenderRule senderRule;
    Set<MessageType> messageTypes = EnumSet.of(MessageType.ONE_WAY);
    Set<HttpMethod> methods = EnumSet.allOf(HttpMethod.class);
    boolean exactAnswers;
    Duration requestInterval = Duration.ZERO;
    String hours;
    final Map<Channel, SendProfile> send = new EnumMap<>(Channel.class);
    final ServiceUrls urls;
    final CredentialSets credentials = new CredentialSets();

    ProviderProfileBuilder(String id, String name) {
        this.id = id;
        this.name = name;
        this.urls = new ServiceUrls(id);
    }

    /**
     * The countries of the provider.
     *
     * @param  home  the ISO 3166 country of numbers that are written without a country code
     * @param  every all countries that an account can belong to; none if accounts do not belong to a country
     * @return       this
     */
    public ProviderProfileBuilder country(String home, String... every) {
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
    public ProviderProfileBuilder zone(String value) {
        zone = ZoneId.of(value);
        return this;
    }

    /**
     * The character set of answers that do not name one.
     *
     * @param  value the character set
     * @return       this
     */
    public ProviderProfileBuilder charset(Charset value) {
        charset = value;
        return this;
    }

    /**
     * How numbers are written to the provider.
     *
     * @param  value the form
     * @return       this
     */
    public ProviderProfileBuilder numbers(NumberForm value) {
        numberForm = value;
        return this;
    }

    /**
     * The rule for sender ids.
     *
     * @param  value the rule
     * @return       this
     */
    public ProviderProfileBuilder sender(SenderRule value) {
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
    public ProviderProfileBuilder messageTypes(MessageType first, MessageType... rest) {
        messageTypes = EnumSet.of(first, rest);
        return this;
    }

    /**
     * The only HTTP methods that the provider accepts. Other values of {@code httpMethod} are refused when a route starts. A codec that writes
     * a {@link BodyCall} chooses its methods itself; use {@code POST} here, also where the codec writes a {@code GET}.
     *
     * @param  first one
     * @param  rest  the others
     * @return       this
     */
    public ProviderProfileBuilder methods(HttpMethod first, HttpMethod... rest) {
        methods = EnumSet.of(first, rest);
        return this;
    }

    /**
     * Says that answers are documents of a data format, such as JSON or XML. Then case matters, and nothing may follow the document.
     *
     * @return this
     */
    public ProviderProfileBuilder exactAnswers() {
        exactAnswers = true;
        return this;
    }

    /**
     * How long to wait between the starts of two requests that send.
     *
     * @param  value not negative
     * @return       this
     */
    public ProviderProfileBuilder requestInterval(Duration value) {
        requestInterval = value;
        return this;
    }

    /**
     * The hours of each day in which the provider sends, according to its manual.
     *
     * @param  value the hours in the time zone of the provider, in the form of {@link SendWindow#parse}
     * @return       this
     */
    public ProviderProfileBuilder sendingHours(String value) {
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
    public ProviderProfileBuilder send(Channel channel, SendProfile value) {
        send.put(channel, value);
        return this;
    }

    /**
     * The URL of an operation.
     *
     * @param  operation the operation
     * @param  value     an absolute URL without a query
     * @return           this
     * @throws IllegalArgumentException says what was wrong with the URL and what would be right
     */
    public ProviderProfileBuilder url(Operation operation, String value) {
        urls.put(operation, value);
        return this;
    }

    /**
     * The URL of an operation for a channel that has its own URL.
     *
     * @param  operation the operation
     * @param  channel   the channel
     * @param  value     an absolute URL without a query
     * @return           this
     * @throws IllegalArgumentException says what was wrong with the URL and what would be right
     */
    public ProviderProfileBuilder url(Operation operation, Channel channel, String value) {
        urls.put(operation, channel, value);
        return this;
    }

    /**
     * Adds a set of credentials that is enough for every operation without its own sets.
     *
     * @param  first one
     * @param  rest  the others
     * @return       this
     */
    public ProviderProfileBuilder credentials(Credential first, Credential... rest) {
        credentials.add(EnumSet.of(first, rest));
        return this;
    }

    /**
     * Adds a set of credentials that is enough for one operation.
     *
     * @param  operation the operation
     * @param  needed    the set; empty if the operation needs no credentials
     * @return           this
     */
    public ProviderProfileBuilder credentials(Operation operation, Credential... needed) {
        credentials.add(operation, Set.of(needed));
        return this;
    }

    /**
     * Adds a set of credentials that is enough for sending by a channel. The channel then has its own sets.
     *
     * @param  channel the channel
     * @param  needed  the set
     * @return         this
     */
    public ProviderProfileBuilder credentials(Channel channel, Credential... needed) {
        credentials.add(channel, Set.of(needed));
        return this;
    }

    /**
     * Builds the profile.
     *
     * @return the profile
     */
    public ProviderProfile build() {
        return new ProviderProfile(this);
    }
}
