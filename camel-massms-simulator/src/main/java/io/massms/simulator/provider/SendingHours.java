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
package io.massms.simulator.provider;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/** The hours of the day in which a provider sends, from the first inclusive to the last exclusive. */
public record SendingHours(LocalTime from, LocalTime until, ZoneId zone) {
    public boolean include(Instant instant) {
        LocalTime time = LocalTime.ofInstant(instant, zone);
        return !time.isBefore(from) && time.isBefore(until);
    }
}
