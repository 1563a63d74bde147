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

import io.massms.gateway.track.Messages;
import io.massms.gateway.track.Records;
import io.massms.gateway.track.Tracking;
import io.massms.gateway.web.Visitors;
import java.io.Closeable;
import java.io.IOException;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a gateway needs before its routes start. */
public final class GatewaySetup implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(GatewaySetup.class);

    private final GatewaySettings settings;
    private final TrackingSettings trackingSettings;
    private final WorkingDirectory directory;
    private final WebAddress web;
    private final ProviderAccess access;
    private final Records records;
    private final Visitors visitors;

    private GatewaySetup(
            GatewaySettings settings,
            TrackingSettings trackingSettings,
            WorkingDirectory directory,
            WebAddress web,
            ProviderAccess access,
            Records records,
            Visitors visitors) {
        this.settings = settings;
        this.trackingSettings = trackingSettings;
        this.directory = directory;
        this.web = web;
        this.access = access;
        this.records = records;
        this.visitors = visitors;
    }

    /**
     * Checks the settings, takes possession of the working directory and, where no real account is configured, starts the
     * simulator.
     *
     * @throws IllegalArgumentException where a setting is wrong; says what would be right
     * @throws IllegalStateException    where the directory or the port belongs to another
     */
    public static GatewaySetup prepare(CamelContext context) throws IOException {
        WebAddress web = WebAddress.of(context);
        web.requireFree();
        ProviderAccess access = ProviderAccess.prepare(context);
        try {
            GatewaySettings settings = GatewaySettings.of(context);
            TrackingSettings trackingSettings = TrackingSettings.of(context);
            WorkingDirectory directory = WorkingDirectory.open(settings.directory(), settings.dryRun());
            if (access.simulated() && GatewaySettings.flag(context, "gateway.sample", true) && directory.untouched()) {
                SampleCampaign.drop(directory, SmsOptions.country(context, access.provider()));
            }
            return new GatewaySetup(
                    settings,
                    trackingSettings,
                    directory,
                    web,
                    access,
                    Records.open(context, settings, directory, true),
                    new Visitors(
                            GatewaySettings.text(context, "gateway.token", null),
                            web.host(),
                            GatewaySettings.names(context, "gateway.hosts")));
        } catch (IOException | RuntimeException e) {
            access.close();
            throw e;
        }
    }

    public GatewaySettings settings() {
        return settings;
    }

    /** How it hears what comes back. */
    public TrackingSettings trackingSettings() {
        return trackingSettings;
    }

    public WorkingDirectory directory() {
        return directory;
    }

    /** What is remembered of messages; null where nothing is. */
    public Tracking tracking() {
        return records.tracking();
    }

    /** What outlives the gateway. */
    public Records records() {
        return records;
    }

    /** Finds messages; null where none are remembered. */
    public Messages messages() {
        return tracking() == null ? null : tracking().messages();
    }

    /** Whose HTTP requests are answered. */
    public Visitors visitors() {
        return visitors;
    }

    /** Whether the simulator stands in for the provider. */
    public boolean simulated() {
        return access.simulated();
    }

    /** Who sends. */
    public String provider() {
        return access.provider();
    }

    /** Tells the operator where things are. */
    public void welcome() {
        if (!PlatformCharset.readsAllNames()) {
            LOG.warn(
                    "This process reads file names as {}: campaigns whose names have accents or \u00f1 are not taken; {}",
                    PlatformCharset.name(),
                    PlatformCharset.REMEDY);
        }
        if (settings.dryRun()) {
            LOG.info("DRY RUN: campaigns and messages are only checked, nothing is sent");
        } else if (!access.simulated()) {
            LOG.info("Sending through {}: messages are REAL", provider());
        } else {
            LOG.info(
                    "Sending through a simulated {} at {}: nothing is really sent",
                    provider(),
                    access.simulator().url());
        }
        LOG.info(
                "Drop CSV files into {}; results come to {}",
                directory.inbox(),
                directory.root().resolve("outbox"));
        LOG.info("{} shows how it goes", web);
        LOG.info("HTTP: POST {}/sms, GET {}/balance. Ctrl-C stops", web, web);
    }

    @Override
    public void close() throws IOException {
        // behind the last route, and before another gateway may have the directory
        records.close();
        access.close();
        directory.close();
    }
}
