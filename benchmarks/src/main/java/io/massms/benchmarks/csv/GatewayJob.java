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
package io.massms.benchmarks.csv;

import io.massms.camel.component.SmsComponent;
import io.massms.camel.component.options.SmsConfiguration;
import io.massms.gateway.campaign.CampaignRoutes;
import io.massms.gateway.setup.GatewaySettings;
import io.massms.gateway.setup.WorkingDirectory;
import io.massms.gateway.track.Records;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;

/** The gateway, all settings default, but perhaps without remembering what becomes of messages. */
final class GatewayJob implements CsvJob {
    private final CamelContext context = new DefaultCamelContext();
    private final WorkingDirectory directory;
    private final Records records;

    GatewayJob(Path root, URI provider, String providerId, boolean tracked) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("gateway.directory", root.toString());
        properties.setProperty("gateway.tracking", Boolean.toString(tracked));
        context.getPropertiesComponent().setInitialProperties(properties);
        SmsConfiguration options =
                context.getComponent("sms", SmsComponent.class).getConfiguration();
        options.setBaseUrl(provider.toString());
        options.setApiId("acme");
        options.setUser("ana");
        options.setPassword("s3cret-one");
        GatewaySettings settings = GatewaySettings.of(context);
        directory = WorkingDirectory.open(settings.directory(), settings.dryRun());
        records = Records.open(context, settings, directory, false);
        context.addRoutes(new CampaignRoutes(
                directory,
                settings,
                providerId,
                false,
                status -> {},
                tracked ? records.tracking().campaigns() : null));
        context.start();
    }

    @Override
    public Path run(Path campaign, String name) throws Exception {
        Files.move(campaign, directory.processing().resolve(name + ".csv"));
        Exchange exchange = context.createFluentProducerTemplate()
                .to(CampaignRoutes.CAMPAIGN)
                .withHeader(Exchange.FILE_NAME_ONLY, name + ".csv")
                .send();
        if (exchange.getException() != null) {
            throw exchange.getException();
        }
        return directory.results(name);
    }

    @Override
    public void close() throws IOException {
        context.stop();
        records.close();
        directory.close();
    }
}
