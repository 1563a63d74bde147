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
package io.massms.camel.component;

import io.massms.camel.component.body.Texts;
import io.massms.camel.component.options.Ranges;
import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsState;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.apache.camel.Message;

/** Reads the headers in which somebody says what became of a message: without regard to case, and whatever they hold. */
final class SettlementHeaders {
    /** "Nobody knows" and "left out" say nothing of what became of it. */
    private static final List<SmsState> STATES =
            List.copyOf(EnumSet.complementOf(EnumSet.of(SmsState.UNKNOWN, SmsState.SKIPPED)));

    private SettlementHeaders() {}

    /**
     * What became of it.
     *
     * @return null if the header is missing or empty
     * @throws IllegalArgumentException says which states there are
     */
    static SmsState state(Message message) {
        return constant(SmsConstants.STATE, message, STATES);
    }

    /**
     * Why it did not go.
     *
     * @return null if the header is missing or empty
     * @throws IllegalArgumentException says which errors there are
     */
    static SmsError error(Message message) {
        return constant(SmsConstants.ERROR, message, Arrays.asList(SmsError.values()));
    }

    private static <E extends Enum<E>> E constant(String header, Message message, List<E> known) {
        String text = Texts.ofHeader(message, header);
        if (text == null) {
            return null;
        }
        String name = letters(text);
        return known.stream()
                .filter(constant -> letters(constant.name()).equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(header + " is not known; right is one of " + Ranges.names(known)));
    }

    /** {@code NO_BALANCE}, {@code no-balance} and {@code noBalance} are the same, as everywhere in Camel. */
    private static String letters(String name) {
        return name.strip().replace("-", "").replace("_", "");
    }
}
