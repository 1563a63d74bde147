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
package io.massms.camel.optout;

import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A number that must not get messages.
 *
 * @param number the number in E.164 with the plus sign, such as {@code +573001234567}
 * @param reason how this became known
 * @param added  when it was added
 */
public record OptOut(String number, OptOutReason reason, Instant added) {
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{5,14}");

    /** Throws an {@link IllegalArgumentException} if the number is not in E.164. */
    public OptOut {
        requireE164(number);
        Objects.requireNonNull(reason, "An opt-out needs a reason");
        Objects.requireNonNull(added, "An opt-out needs a time");
    }

    /**
     * Refuses what is not a number in E.164.
     *
     * @param  number                   what was given
     * @return                          the same
     * @throws IllegalArgumentException when it is something else; its message tells no number
     */
    static String requireE164(String number) {
        if (number == null || !E164.matcher(number).matches()) {
            throw new IllegalArgumentException(
                    "An opt-out's number must be in E.164: a plus sign, the country code and the number, 6 to 15 digits");
        }
        return number;
    }

    /** Without the number: that is personal data. */
    @Override
    public String toString() {
        return "OptOut[" + reason + ", " + added + "]";
    }
}
