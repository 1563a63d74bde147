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
package io.massms.camel.dispatch;

import java.math.BigInteger;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Makes references for messages that came without: 16 small letters and digits, 80 random bits, so that none comes twice. */
public final class ClientIds implements Supplier<String> {
    private static final int BITS = 80;
    private static final int LETTERS_AND_DIGITS = 36;
    private static final int LENGTH = 16;

    private final RandomGenerator random;

    /**
     * References from a source of chance.
     *
     * @param random safe for use by several threads
     */
    public ClientIds(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public String get() {
        byte[] bytes = new byte[BITS / Byte.SIZE];
        random.nextBytes(bytes);
        String digits = new BigInteger(1, bytes).toString(LETTERS_AND_DIGITS);
        return "0".repeat(LENGTH - digits.length()) + digits;
    }
}
