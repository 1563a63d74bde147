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
package io.massms.gateway.setup;

import java.time.Duration;
import org.apache.camel.CamelContext;

/**
 * Those of the gateway's own properties that say how it hears what comes back.
 *
 * @param statusDelay between two looks whose report is due
 * @param inboxDelay  between two looks into the provider's inbox
 * @param inbound     the endpoint that takes replies; null for the directory of replies
 */
public record TrackingSettings(Duration statusDelay, Duration inboxDelay, String inbound) {

    /**
     * The settings of a Camel context.
     *
     * @throws IllegalArgumentException where one is wrong; says what would be right
     */
    public static TrackingSettings of(CamelContext context) {
        return new TrackingSettings(
                interval(context, "gateway.status-delay", "2s"),
                interval(context, "gateway.inbox-delay", "30s"),
                GatewaySettings.text(context, "gateway.inbound", null));
    }

    /** There is always some time between two looks. */
    private static Duration interval(CamelContext context, String key, String fallback) {
        Duration interval = GatewaySettings.duration(context, key, fallback);
        if (interval.toMillis() == 0) {
            throw new IllegalArgumentException(key + " is no time at all; right is 1ms or more, such as " + fallback);
        }
        return interval;
    }
}
