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

import io.massms.camel.component.options.SmsConfiguration;
import java.util.Objects;

/** How an endpoint sends what was held, as the job store knows it. */
final class HeldFingerprint {
    private HeldFingerprint() {}

    /**
     * Two endpoints of an account that send differently, or under other guards, are told apart after a restart; nothing of it is
     * secret.
     */
    static String of(SmsConfiguration options) {
        return Integer.toHexString(Objects.hash(
                String.valueOf(options.getNumberPolicy()),
                String.valueOf(options.getTextPolicy()),
                String.valueOf(options.getLongText()),
                options.getCountry(),
                options.getSendWindow(),
                options.getSendWindowDays(),
                options.getSendWindowZone(),
                String.valueOf(options.getOutsideWindow()),
                options.isIdempotent(),
                options.getDuplicateWindow(),
                options.getTracker() != null,
                options.getOptOutRepository() != null,
                options.getScheduledResultUri()));
    }
}
