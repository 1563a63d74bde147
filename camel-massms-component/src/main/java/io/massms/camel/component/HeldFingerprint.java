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
import io.massms.camel.dispatch.OutsideWindow;
import java.util.Objects;
import java.util.stream.Stream;

/** How an endpoint sends what was held, as the job store knows it. */
final class HeldFingerprint {
    private static final String DRY_RUN = ".dryRun";

    private HeldFingerprint() {}

    /**
     * The name of those that may send what an endpoint holds. What is to be sent does not go through an endpoint that only checks messages;
     * such an endpoint sends what it holds itself, because the message said that it is to go all the same.
     */
    static String senders(String account, SmsConfiguration options) {
        return options.isDryRun() ? account + DRY_RUN : account;
    }

    /** How many guards an endpoint has that keep a message from going. */
    static int guards(SmsConfiguration options) {
        boolean keepsHours = options.getSendWindow() != null && options.getOutsideWindow() != OutsideWindow.send;
        return (int) Stream.of(
                        keepsHours,
                        options.isIdempotent(),
                        options.getDuplicateWindow() != null,
                        options.getOptOutRepository() != null)
                .filter(guarded -> guarded)
                .count();
    }

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
