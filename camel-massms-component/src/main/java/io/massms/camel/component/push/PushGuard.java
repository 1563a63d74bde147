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
package io.massms.camel.component.push;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.regex.Pattern;

/** Decides who may push: who knows the secret path, and comes from an address that is allowed. */
public final class PushGuard {
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{16,200}");

    private final byte[] secret;
    private final AddressRanges allowed;
    private final AddressRanges proxies;

    private PushGuard(byte[] secret, AddressRanges allowed, AddressRanges proxies) {
        this.secret = secret;
        this.allowed = allowed;
        this.proxies = proxies;
    }

    /**
     * The guard that the options ask for.
     *
     * @param  secret           {@code webhookSecret}
     * @param  required         {@code webhookSecretRequired}: whether there must be a secret
     * @param  allowedAddresses {@code webhookAllowedAddresses}
     * @param  trustedProxies   {@code webhookTrustedProxies}
     * @return                  lets in whom all of them let in
     * @throws                  IllegalArgumentException says what was wrong and what would be right
     */
    public static PushGuard of(String secret, boolean required, String allowedAddresses, String trustedProxies) {
        return new PushGuard(
                bytes(secret, required),
                AddressRanges.parse("webhookAllowedAddresses", allowedAddresses),
                AddressRanges.parse("webhookTrustedProxies", trustedProxies));
    }

    private static byte[] bytes(String secret, boolean required) {
        if (secret == null || secret.isEmpty()) {
            if (required) {
                throw new IllegalArgumentException(
                        "webhookSecret is missing: without it anybody can push messages; right is a"
                                + " random one, or webhookSecretRequired=false where something else keeps strangers out");
            }
            return null;
        }
        if (!SECRET.matcher(secret).matches()) {
            throw new IllegalArgumentException(
                    "webhookSecret is out of range; right is 16 to 200 letters, digits, hyphens and underscores");
        }
        return secret.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Whether callers must know a secret.
     *
     * @return false where everybody from an allowed address may push
     */
    public boolean hasSecret() {
        return secret != null;
    }

    /**
     * Whether a call may come in.
     *
     * @param  request the call
     * @return         why not; null where it may
     */
    public String objection(PushRequest request) {
        if (secret != null
                && !MessageDigest.isEqual(secret, request.lastSegment().getBytes(StandardCharsets.UTF_8))) {
            return "the secret in its path is wrong";
        }
        if (allowed.isEmpty()) {
            return null;
        }
        if (request.peer() == null) {
            return "the HTTP component does not tell its address, so that webhookAllowedAddresses lets in nobody; right is"
                    + " webhookComponentName=platform-http or servlet";
        }
        InetAddress client = client(request);
        return client != null && allowed.contains(client) ? null : "its address is not allowed";
    }

    /** Goes from the peer towards the client for as long as the one who names the next is trusted. */
    private InetAddress client(PushRequest request) {
        InetAddress client = request.peer();
        if (!proxies.contains(client)) {
            return client;
        }
        List<String> chain = request.forwardedFor();
        for (int i = chain.size() - 1; i >= 0 && client != null && proxies.contains(client); i--) {
            client = IpAddresses.parseEndpoint(chain.get(i));
        }
        return client;
    }
}
