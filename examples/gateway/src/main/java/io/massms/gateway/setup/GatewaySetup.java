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

import io.massms.simulator.Simulator;
import java.io.Closeable;
import java.io.IOException;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a gateway needs before its routes start. */
public final class GatewaySetup implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(GatewaySetup.class);

    private final GatewaySettings settings;
    private final WorkingDirectory directory;
    private final WebAddress web;
    private final String provider;
    private final Simulator simulator;

    private GatewaySetup(
            GatewaySettings settings,
            WorkingDirectory directory,
            WebAddress web,
            String provider,
            Simulator simulator) {
        this.settings = settings;
        this.directory = directory;
        this.web = web;
        this.provider = provider;
        this.simulator = simulator;
    }

    /**
     * Checks the settings, takes possession of the working directory and, where no real account is configured, starts the
     * simulator.
     *
     * @throws IllegalArgumentException where a setting is wrong; says what would be right
     * @throws IllegalStateException    where the directory or the port belongs to another
     */
    public static GatewaySetup prepare(CamelContext context) throws IOException {
        SmsOptions.apply(context);
        GatewaySettings settings = GatewaySettings.of(context);
        WebAddress web = WebAddress.of(context);
        boolean simulated = SimulatedProvider.isWanted(context);
        String provider = SimulatedProvider.provider(context, simulated);
        web.requireFree();
        WorkingDirectory directory = WorkingDirectory.open(settings.directory(), settings.dryRun());
        Simulator simulator = simulated ? SimulatedProvider.start(context, provider) : null;
        boolean sample = GatewaySettings.flag(context, "gateway.sample", true);
        if (simulated && sample && directory.untouched()) {
            SampleCampaign.drop(directory);
        }
        return new GatewaySetup(settings, directory, web, provider, simulator);
    }

    public GatewaySettings settings() {
        return settings;
    }

    public WorkingDirectory directory() {
        return directory;
    }

    /** Who sends. */
    public String provider() {
        return provider;
    }

    /** The simulator that stands in for the provider; null where messages are really sent. */
    public Simulator simulator() {
        return simulator;
    }

    /** Tells the operator where things are. */
    public void welcome() {
        if (settings.dryRun()) {
            LOG.info("DRY RUN: campaigns and messages are only checked, nothing is sent");
        } else if (simulator == null) {
            LOG.info("Sending through {}: messages are REAL", provider);
        } else {
            LOG.info("Sending through a simulated {} at {}: nothing is really sent", provider, simulator.url());
        }
        LOG.info(
                "Drop CSV files into {}; results come to {}",
                directory.inbox(),
                directory.root().resolve("outbox"));
        LOG.info("HTTP: POST {}/sms, GET {}/balance. Ctrl-C stops", web, web);
    }

    @Override
    public void close() throws IOException {
        if (simulator != null) {
            simulator.close();
        }
        directory.close();
    }
}
