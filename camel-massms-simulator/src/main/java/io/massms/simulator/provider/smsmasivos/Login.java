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
package io.massms.simulator.provider.smsmasivos;

import io.massms.simulator.Account;
import io.massms.simulator.http.Params;
import io.massms.simulator.store.Platform;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Who calls: an API key (manual) or {@code usuario} and {@code clave} (observed).
 *
 * @param name a name for the account that gives no credential away
 * @param status whether it may send
 */
record Login(String name, Account.Status status) {

    static Optional<Login> of(Platform platform, Params params) {
        String apiKey = params.anyCase("apikey");
        return apiKey.isEmpty()
                ? of(platform, params.anyCase("usuario"), params.anyCase("clave"))
                : of(platform, apiKey);
    }

    static Optional<Login> of(Platform platform, String user, String secret) {
        return platform.accounts()
                .open(
                        SmsMasivosFront.ID,
                        account -> user.equals(account.user()) && secret.equals(account.secret()),
                        user,
                        secret)
                .map(status -> new Login(user, status));
    }

    private static Optional<Login> of(Platform platform, String apiKey) {
        return platform.accounts()
                .open(SmsMasivosFront.ID, account -> apiKey.equals(account.apiKey()), apiKey, apiKey)
                .map(status -> new Login("key-" + fingerprint(apiKey), status));
    }

    boolean expired() {
        return status != Account.Status.ACTIVE;
    }

    private static String fingerprint(String apiKey) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(apiKey.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
