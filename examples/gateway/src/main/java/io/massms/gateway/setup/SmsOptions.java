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

import io.massms.camel.component.SmsComponent;
import io.massms.camel.component.options.SmsConfiguration;
import io.massms.camel.dispatch.ReceiptsKept;
import io.massms.camel.spi.Channel;
import io.massms.camel.spi.SmsProvider;
import java.util.Locale;
import java.util.Set;
import org.apache.camel.CamelContext;

/** The component's options, as the operator set them. */
public final class SmsOptions {
    private SmsOptions() {}

    /** What holds for every endpoint. */
    public static SmsConfiguration of(CamelContext context) {
        return component(context).getConfiguration();
    }

    /**
     * A provider that the component knows.
     *
     * @throws IllegalArgumentException where there is none of that id; says which there are
     */
    public static SmsProvider provider(CamelContext context, String id) {
        return component(context).provider(id);
    }

    /** How a provider's inbox is read: by the channel that sends, where that can, else by the first that can. */
    public static Channel inboxChannel(CamelContext context, String provider) {
        Channel sending = of(context).getChannel();
        Set<Channel> channels = provider(context, provider).protocol().inboxChannels();
        return channels.isEmpty() || channels.contains(sending)
                ? sending
                : channels.iterator().next();
    }

    /** The country of numbers that are written without a country code. */
    public static String country(CamelContext context, String provider) {
        String country = of(context).getCountry();
        return country == null || country.isBlank()
                ? provider(context, provider).profile().country()
                : country.strip().toUpperCase(Locale.ROOT);
    }

    private static SmsComponent component(CamelContext context) {
        return context.getComponent("sms", SmsComponent.class);
    }

    /**
     * What the gateway makes of the component's options: in a dry run it never sends, whoever asks it to; and every receipt is
     * kept, because results tell of each row what its receipt says.
     */
    static void apply(CamelContext context) {
        SmsConfiguration options = of(context);
        options.setDryRun(GatewaySettings.flag(context, "gateway.dry-run", options.isDryRun()));
        options.setReceipts(ReceiptsKept.all);
    }
}
