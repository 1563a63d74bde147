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

import io.massms.camel.dispatch.OutsideWindow;
import io.massms.camel.dispatch.SendPolicies;
import io.massms.camel.optout.StopWords;
import io.massms.camel.schedule.SendWindow;
import io.massms.camel.spi.Account;
import java.time.ZoneId;

/** Checks the options that say what must be true of a message before it goes. */
final class PolicyOptions {
    private static final String PROVIDERS_HOURS = "provider";

    private final SmsConfiguration options;
    private final Account account;

    private PolicyOptions(SmsConfiguration options, Account account) {
        this.options = options;
        this.account = account;
    }

    /**
     * What the options demand.
     *
     * @throws IllegalArgumentException says what was wrong and what would be right
     */
    static SendPolicies policies(SmsConfiguration options, Account account) {
        return new PolicyOptions(options, account).policies();
    }

    private SendPolicies policies() {
        Ranges.atLeast("scheduleGrace", options.getScheduleGrace(), 0, " ms");
        if (options.getScheduledResultUri() != null
                && options.getScheduledResultUri().isBlank()) {
            throw new IllegalArgumentException(
                    "scheduledResultUri is empty; right is the URI of an endpoint, such as direct:results, or to leave it out");
        }
        Ranges.atLeast("scheduledRetries", options.getScheduledRetries(), 0, "");
        Ranges.atLeast("scheduledRetryDelay", options.getScheduledRetryDelay(), 1, " ms");
        Ranges.atLeast("maxPartsPerMessage", options.getMaxPartsPerMessage(), 0, "");
        Ranges.atLeast("maxPartsPerExchange", options.getMaxPartsPerExchange(), 0, "");
        if (options.getDuplicateWindow() != null) {
            Ranges.atLeast("duplicateWindow", options.getDuplicateWindow(), 1, " ms");
        }
        StopWords.parse(options.getOptOutKeywords());
        return new SendPolicies(
                window(),
                options.getOutsideWindow(),
                null,
                options.getMaxPartsPerMessage(),
                options.getMaxPartsPerExchange(),
                null);
    }

    private SendWindow window() {
        String hours = options.getSendWindow();
        if (hours == null) {
            requireNoWindowOptions();
            return null;
        }
        if (hours.strip().equalsIgnoreCase(PROVIDERS_HOURS)) {
            return providersHours();
        }
        try {
            return SendWindow.parse(hours, options.getSendWindowDays(), zone());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("sendWindow=" + hours + ": " + e.getMessage(), e);
        }
    }

    private void requireNoWindowOptions() {
        if (options.getOutsideWindow() != OutsideWindow.send
                || options.getSendWindowDays() != null
                || options.getSendWindowZone() != null) {
            throw new IllegalArgumentException(
                    "outsideWindow, sendWindowDays and sendWindowZone say more about sendWindow;"
                            + " set it too, such as sendWindow=08:00-21:00");
        }
    }

    private SendWindow providersHours() {
        SendWindow window = account.profile().sendingHours();
        if (window == null) {
            throw new IllegalArgumentException("sendWindow=provider: the manual of "
                    + account.profile().id() + " names no sending hours; right are hours such as 08:00-21:00");
        }
        if (options.getSendWindowDays() != null || options.getSendWindowZone() != null) {
            throw new IllegalArgumentException("sendWindow=provider is " + window
                    + ": leave sendWindowDays and sendWindowZone out, or write the hours in sendWindow");
        }
        return window;
    }

    private ZoneId zone() {
        String value = options.getSendWindowZone();
        return value == null ? account.zone() : Zones.of("sendWindowZone", value);
    }
}
