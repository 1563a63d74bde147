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

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {
    private final Token token = new Token("Secret");

    @ParameterizedTest
    @ValueSource(strings = {"Bearer Secret", "bearer Secret", "BEARER Secret"})
    void theSchemeIgnoresCase(String authorization) {
        assertThat(token.isIn(authorization)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer secret", "Bearer", "bear", "", "Basic Secret", "BearerXSecret", "Secret"})
    void anythingElseIsWrong(String authorization) {
        assertThat(token.isIn(authorization)).isFalse();
        assertThat(new Token("").isIn(authorization)).isFalse();
    }
}
