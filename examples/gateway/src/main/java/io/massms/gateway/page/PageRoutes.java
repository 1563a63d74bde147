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
package io.massms.gateway.page;

import io.massms.camel.component.SmsConstants;
import io.massms.camel.model.SmsResult;
import io.massms.gateway.campaign.CampaignControl;
import io.massms.gateway.setup.GatewaySetup;
import io.massms.gateway.track.HeldStore;
import java.math.BigDecimal;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The operator's page at {@code /}. */
public final class PageRoutes extends RouteBuilder {
    private static final int SAVING = 5_000;
    private static final Logger LOG = LoggerFactory.getLogger(PageRoutes.class);

    private final GatewaySetup setup;
    private final Dashboard dashboard;

    /**
     * The routes of a gateway.
     *
     * @param setup     what it is made of
     * @param dashboard what is shown
     */
    public PageRoutes(GatewaySetup setup, Dashboard dashboard) {
        this.setup = setup;
        this.dashboard = dashboard;
    }

    @Override
    public void configure() {
        Assets assets = new Assets();
        Operator operator = operator();
        from("platform-http:/?httpMethodRestrict=GET").routeId("page").process(assets::index);
        from("platform-http:/page/{file}?httpMethodRestrict=GET")
                .routeId("page-file")
                .process(assets::file);
        from("platform-http:/api/overview?httpMethodRestrict=GET")
                .routeId("page-overview")
                .process(operator::overview);
        from("platform-http:/api/uncertain/{id}/{outcome}?httpMethodRestrict=POST")
                .routeId("page-settle")
                .process(operator::settle);
        from("platform-http:/api/campaigns/{name}/{what}?httpMethodRestrict=POST")
                .routeId("page-campaign")
                .process(operator::campaign);
        from("platform-http:/api/held/{id}/cancel?httpMethodRestrict=POST")
                .routeId("page-held")
                .process(operator::cancelHeld);
        from(HeldStore.RESULTS).routeId("held-results").process(this::takeHeld);
        from("timer:page-history?period=" + SAVING).routeId("page-history").process(exchange -> dashboard.save());
        if (!setup.settings().balanceInterval().isZero()) {
            watchBalance();
        }
    }

    private Operator operator() {
        Overview.Mode mode = setup.settings().dryRun()
                ? Overview.Mode.DRY_RUN
                : setup.simulated() ? Overview.Mode.SIMULATED : Overview.Mode.REAL;
        return new Operator(
                setup.provider(),
                mode,
                dashboard,
                setup.messages(),
                new Held(getContext()),
                getContext().getRegistry().lookupByNameAndType(CampaignControl.NAME, CampaignControl.class),
                setup.visitors());
    }

    private void takeHeld(Exchange exchange) {
        SmsResult result = exchange.getMessage().getBody(SmsResult.class);
        dashboard.settled(result);
        if (result.rejectedCount() + result.uncertainCount() > 0) {
            LOG.warn(
                    "Held messages did not go, or may not have gone, clientId={}: {}",
                    exchange.getMessage().getHeader(SmsConstants.CLIENT_ID),
                    result);
        }
    }

    private void watchBalance() {
        from("timer:balance?delay=0&period="
                        + setup.settings().balanceInterval().toMillis())
                .routeId("balance-watch")
                .onException(Exception.class)
                .handled(true)
                .process(exchange -> LOG.debug("The balance cannot be had", exchange.getException()))
                .end()
                .to("sms:" + setup.provider() + "?operation=balance")
                .process(exchange -> dashboard.balance(exchange.getMessage().getBody(BigDecimal.class)));
    }
}
