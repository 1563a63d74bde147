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
package io.massms.camel.component.options;

import io.massms.camel.spi.Account;
import io.massms.camel.spi.BaseUrl;
import io.massms.camel.spi.Credentials;
import io.massms.camel.spi.ProviderProfile;
import java.net.URI;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks the options that say whose account it is and how it is reached. */
public final class AccountOptions {
    private final SmsAccountConfiguration options;
    private final ProviderProfile profile;

    private AccountOptions(SmsAccountConfiguration options, ProviderProfile profile) {
        this.options = options;
        this.profile = profile;
    }

    /**
     * The account that the options name. Whether its credentials suffice depends on the operation.
     *
     * @param  credentials the account's
     * @throws             IllegalArgumentException says what was wrong and what would be right
     */
    public static Account account(SmsAccountConfiguration options, Credentials credentials, ProviderProfile profile) {
        AccountOptions checked = new AccountOptions(options, profile);
        Ranges.atLeast("requestTimeout", options.getRequestTimeout(), 1, " ms");
        Ranges.atLeast("connectTimeout", options.getConnectTimeout(), 1, " ms");
        return new Account(
                profile, credentials, checked.baseUrl(), options.getHttpMethod(), checked.country(), checked.zone());
    }

    private BaseUrl baseUrl() {
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
        return new BaseUrl(uri);
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
        String value = options.getZone();
        return value == null ? profile.zone() : Zones.of("zone", value);
    }
}
