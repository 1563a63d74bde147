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

import io.massms.camel.number.Msisdn;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * An account at a provider, and how to reach it.
 *
 * @param profile     the profile of the provider
 * @param credentials the secrets of the account
 * @param baseUrl     replaces scheme, host and port of every URL of the provider; null for the provider's own
 * @param method      the HTTP method of calls
 * @param country     the ISO 3166 country of numbers that are written without a country code
 * @param zone        the time zone in which the provider reads and writes times
 */
public record Account(
        ProviderProfile profile,
        Credentials credentials,
        BaseUrl baseUrl,
        HttpMethod method,
        String country,
        ZoneId zone) {

    /**
     * Where an operation is found for this account.
     *
     * @param  operation which
     * @return           the provider's URL, behind {@code baseUrl} where there is one
     */
    public URI url(Operation operation) {
        return reached(profile.url(operation));
    }

    /**
     * Where an operation is found for this account by a channel.
     *
     * @param  operation which
     * @param  channel   by which
     * @return           the provider's URL, behind {@code baseUrl} where there is one
     */
    public URI url(Operation operation, Channel channel) {
        return reached(profile.url(operation, channel));
    }

    private URI reached(URI own) {
        return baseUrl == null ? own : baseUrl.behind(own);
    }

    /**
     * A secret that the provider's profile requires.
     *
     * @param  kind which
     * @return      the value; empty where the account lacks it
     */
    public String secret(Credential kind) {
        String value = credentials.get(kind);
        return value == null ? "" : value;
    }

    /**
     * A short and stable key of the account that contains no secret. It is the same in every process, and it does not change with the
     * password. It is a hash of the base URL, the company id if the provider has one, and the user; without a user, of the API key, and
     * without that, of the token.
     *
     * @return the provider's id and 16 hexadecimal digits
     */
    public String key() {
        String identity = baseUrl + "\n" + company() + "\n" + name();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            return profile.id() + "-" + HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private String company() {
        return profile.uses(Credential.apiId) ? secret(Credential.apiId) : "";
    }

    /** What the provider has no use for is not its account's, whoever set it. */
    private String name() {
        return Stream.of(Credential.user, Credential.apiKey, Credential.token)
                .filter(kind -> profile.uses(kind) && credentials.has(kind))
                .map(this::secret)
                .findFirst()
                .orElse("");
    }

    /**
     * A number in the form in which the provider writes it.
     *
     * @param  number as people write it; null for none
     * @return        null for null
     * @throws io.massms.camel.number.InvalidNumberException if it is no number
     */
    public String numberForm(String number) {
        return number == null ? null : profile.numberForm().format(Msisdn.parse(number, country), country);
    }

    /**
     * Where the account's messages go, for service registries.
     *
     * @return scheme, host and port, without path or secrets
     */
    public String serviceUrl() {
        URI url = url(Operation.send);
        return url.getScheme() + "://" + url.getAuthority();
    }

    /** Whose account it is, without its secrets. */
    @Override
    public String toString() {
        return "Account[" + profile.id() + (baseUrl == null ? "" : " at " + baseUrl.host()) + "]";
    }
}
