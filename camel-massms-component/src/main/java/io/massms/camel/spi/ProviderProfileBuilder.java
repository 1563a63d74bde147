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

/** Collects the data of a {@link ProviderProfile}. */
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
     * Where accounts belong.
     *
     * @param  home  the country of numbers written without a country code
     * @param  every all countries that an account can belong to; none where accounts are not tied to one
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
     * How answers are encoded that do not say.
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
     * What a sender id must look like.
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
     * By which methods alone the provider takes calls; other values of {@code httpMethod} are refused when a route starts. A codec
     * that writes a {@link BodyCall} chooses its methods itself: say {@code POST} here.
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
     * That answers are documents of a data format, such as JSON or XML: in other letters, or with something behind them, they would
     * not be the provider's.
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
     * In which hours the provider says that it sends, every day.
     *
     * @param  value on the clocks of the provider's zone, as {@link SendWindow#parse} takes it
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
     * Where an operation is found.
     *
     * @param  operation which
     * @param  value     an absolute URL without a query
     * @return           this
     * @throws IllegalArgumentException says what was wrong with the URL and what would be right
     */
    public ProviderProfileBuilder url(Operation operation, String value) {
        urls.put(operation, value);
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
    public ProviderProfileBuilder url(Operation operation, Channel channel, String value) {
        urls.put(operation, channel, value);
        return this;
    }

    /**
     * Adds a set of credentials that will do for every operation that has no sets of its own.
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
     * Adds a set of credentials that will do for one operation.
     *
     * @param  operation which
     * @param  needed    the set; empty where the operation needs none
     * @return           this
     */
    public ProviderProfileBuilder credentials(Operation operation, Credential... needed) {
        credentials.add(operation, Set.of(needed));
        return this;
    }

    /**
     * Adds a set of credentials that will do for sending by a channel that has sets of its own.
     *
     * @param  channel by which
     * @param  needed  the set
     * @return         this
     */
    public ProviderProfileBuilder credentials(Channel channel, Credential... needed) {
        credentials.add(channel, Set.of(needed));
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
