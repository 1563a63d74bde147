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

import java.time.DateTimeException;
import java.time.ZoneId;

/** Reads the options that name a time zone. */
final class Zones {
    private Zones() {}

    /**
     * The zone that an option names. In a URI a plus stands for a space, which no zone has: Etc/GMT+5 arrives as "Etc/GMT 5".
     *
     * @throws IllegalArgumentException says what was wrong and what would be right
     */
    static ZoneId of(String option, String value) {
        try {
            return ZoneId.of(value.replace(' ', '+'));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    option + "=" + value + " is no time zone; right is a name such as America/Bogota", e);
        }
    }
}
