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
package io.massms.gateway;

import io.massms.camel.model.SmsResult;
import io.massms.gateway.campaign.CampaignListener;
import io.massms.gateway.campaign.CampaignRoutes;
import io.massms.gateway.campaign.InboxRoutes;
import io.massms.gateway.campaign.ProgressLog;
import io.massms.gateway.page.Dashboard;
import io.massms.gateway.page.PageRoutes;
import io.massms.gateway.setup.GatewaySetup;
import io.massms.gateway.track.TrackingRoutes;
import io.massms.gateway.web.ServerErrors;
import io.massms.gateway.web.WebRoutes;
import java.io.IOException;
import java.time.Clock;
import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;

/** Prepares the gateway once its properties are known, and adds its routes. */
final class Startup extends MainListenerSupport implements AutoCloseable {
    private GatewaySetup setup;
    private Dashboard dashboard;

    @Override
    public void afterConfigure(BaseMainSupport main) {
        CamelContext context = main.getCamelContext();
        try {
            setup = GatewaySetup.prepare(context);
            dashboard = new Dashboard(Clock.systemUTC(), setup.records().database());
            CampaignListener listener = new ProgressLog(setup.settings().progress()).and(dashboard);
            context.addRoutes(new CampaignRoutes(
                    setup.directory(),
                    setup.settings(),
                    setup.provider(),
                    setup.simulated(),
                    listener,
                    setup.tracking() == null ? null : setup.tracking().campaigns()));
            context.addRoutes(
                    new InboxRoutes(setup.directory(), setup.settings().quiet(), listener));
            context.addRoutes(new WebRoutes(setup.provider(), setup.visitors(), setup.messages(), this::sent));
            context.addRoutes(new PageRoutes(setup, dashboard));
            setup.records().sendThrough(context, setup.provider(), setup.simulated());
            context.addStartupListener((started, before) -> ServerErrors.answerInJson(started));
            if (setup.tracking() != null) {
                context.addRoutes(new TrackingRoutes(
                        setup.directory(),
                        setup.tracking(),
                        setup.trackingSettings(),
                        setup.provider(),
                        dashboard::reply));
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new RuntimeCamelException(e);
        }
    }

    /** A message by HTTP has gone, or has not. */
    private void sent(SmsResult result) {
        dashboard.sent(result);
        if (setup.tracking() != null) {
            setup.tracking().campaigns().addOthers(result.receipts());
        }
    }

    @Override
    public void afterStart(BaseMainSupport main) {
        setup.welcome();
    }

    @Override
    public void afterStop(BaseMainSupport main) {
        close();
    }

    @Override
    public void close() {
        if (dashboard != null) {
            dashboard.save();
        }
        if (setup != null) {
            try {
                setup.close();
            } catch (IOException e) {
                throw new RuntimeCamelException(e);
            }
        }
    }
}
