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
package io.massms.simulator;

import java.util.Objects;

/**
 * An account at a provider. As soon as a provider has one, only its accounts' credentials are accepted there.
 *
 * @param provider the provider's id
 * @param apiId the {@code api_id} (linktosms, markettext), else null
 * @param user the user name, or null where the account is known by its API key alone
 * @param secret the password, {@code token}, {@code clave}; null where there is only an API key
 * @param apiKey the API key (smsmasivos), else null
 * @param status whether it may send
 */
public record Account(String provider, String apiId, String user, String secret, String apiKey, Status status) {

    /** Whether an account may send. */
    public enum Status {
        /** It may. */
        ACTIVE,
        /** masms 108: the product is not active. */
        PRODUCT_INACTIVE,
        /** masms 109: the company is not active. */
        COMPANY_INACTIVE,
        /** smsmasivos: the contract has expired. */
        EXPIRED
    }

    public Account {
        Objects.requireNonNull(provider, "An account names its provider");
        status = status == null ? Status.ACTIVE : status;
        boolean named = user != null && secret != null;
        switch (provider) {
            case "linktosms", "markettext" ->
                require(named && apiId != null, provider, "an apiId, a user and a secret");
            case "smsmasivos" -> require(named || apiKey != null, provider, "a user and a secret, or an apiKey");
            default -> require(named, provider, "a user and a secret");
        }
    }

    /** Otherwise no request could ever name it, and its provider would refuse them all. */
    private static void require(boolean complete, String provider, String needed) {
        if (!complete) {
            throw new IllegalArgumentException("An account of " + provider + " needs " + needed);
        }
    }

    /** An account of linktosms or markettext. */
    public static Account masms(String provider, String apiId, String user, String password) {
        return new Account(provider, apiId, user, password, null, Status.ACTIVE);
    }

    /** An account of itcloud (its secret is the token), of natalia, or of smsmasivos with usuario and clave. */
    public static Account of(String provider, String user, String secret) {
        return new Account(provider, null, user, secret, null, Status.ACTIVE);
    }

    /** An account of smsmasivos that is known by its API key. */
    public static Account apiKey(String apiKey) {
        return new Account("smsmasivos", null, null, null, apiKey, Status.ACTIVE);
    }

    /** The same account with another status. */
    public Account withStatus(Status newStatus) {
        return new Account(provider, apiId, user, secret, apiKey, newStatus);
    }

    @Override
    public String toString() {
        return "Account[provider=" + provider + ", status=" + status + "]";
    }
}
