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
package io.massms.gateway.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** What an operator must know to do more than look. */
final class Token {
    private static final String SCHEME = "Bearer ";

    private final byte[] secret;

    /** Null or blank where nobody may do more than look. */
    Token(String secret) {
        this.secret = secret == null || secret.isBlank() ? null : secret.getBytes(StandardCharsets.UTF_8);
    }

    boolean isSet() {
        return secret != null;
    }

    /** Whether a request's {@code Authorization} header bears it; takes the same time however much of it is right. */
    boolean isIn(String authorization) {
        return secret != null
                && authorization != null
                && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && MessageDigest.isEqual(
                        secret, authorization.substring(SCHEME.length()).getBytes(StandardCharsets.UTF_8));
    }
}
