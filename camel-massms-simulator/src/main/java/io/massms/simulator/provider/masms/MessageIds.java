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
package io.massms.simulator.provider.masms;

import java.util.HexFormat;

/** Message ids as the manual shows them: 32 hex digits without order. */
final class MessageIds {
    private static final HexFormat HEX = HexFormat.of();

    private MessageIds() {}

    /** Different for every number, because each step of the mixing can be undone. */
    static String of(long number) {
        long mixed = mix(number);
        return HEX.toHexDigits(mixed) + HEX.toHexDigits(mix(mixed));
    }

    /** The finalizer of SplitMix64. */
    private static long mix(long number) {
        long z = number + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
