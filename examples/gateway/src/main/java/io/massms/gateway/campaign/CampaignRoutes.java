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
package io.massms.gateway.campaign;

import io.massms.camel.component.SmsEndpoint;
import io.massms.camel.dispatch.Duplicates;
import io.massms.gateway.csv.UnreadableFileException;
import io.massms.gateway.setup.GatewaySettings;
import io.massms.gateway.setup.SmsOptions;
import io.massms.gateway.setup.WorkingDirectory;
import io.massms.gateway.track.CampaignIndex;
import java.io.IOException;
import java.time.Clock;
import org.apache.camel.builder.RouteBuilder;

/** From a file in the directory {@code processing} to its results, by way of the provider: {@code direct:campaign} with its name. */
public final class CampaignRoutes extends RouteBuilder {
    /** Takes a campaign whose file name stands in the header {@code CamelFileNameOnly}. */
    public static final String CAMPAIGN = "direct:campaign";

    private final WorkingDirectory directory;
    private final GatewaySettings settings;
    private final String provider;
    private final boolean simulated;
    private final CampaignListener listener;
    private final CampaignIndex index;

    /**
     * The routes of a gateway.
     *
     * @param directory where campaigns come in
     * @param settings  how they are handled
     * @param provider  who sends them
     * @param simulated whether the simulator stands in for it
     * @param listener  is notified how they go
     * @param index     learns which message comes from which row; null where nobody asks
     */
    public CampaignRoutes(
            WorkingDirectory directory,
            GatewaySettings settings,
            String provider,
            boolean simulated,
            CampaignListener listener,
            CampaignIndex index) {
        this.directory = directory;
        this.settings = settings;
        this.provider = provider;
        this.simulated = simulated;
        this.listener = listener;
        this.index = index;
    }

    @Override
    public void configure() throws IOException {
        Pauses pauses = new Pauses(settings.pause(), settings.patience(), Clock.systemUTC());
        Cancellations cancellations = Cancellations.in(directory);
        CampaignAccounts accounts = CampaignAccounts.in(directory, settings.dryRun(), this::account);
        getContext().getRegistry().bind(Pauses.NAME, pauses);
        getContext().getRegistry().bind(CampaignAccounts.NAME, accounts);
        getContext()
                .getRegistry()
                .bind(CampaignControl.NAME, new CampaignControl(directory, pauses, cancellations, accounts));
        Campaigns campaigns = new Campaigns(
                directory,
                settings,
                accounts,
                () -> TextSavings.of(SmsOptions.provider(getContext(), provider), SmsOptions.of(getContext())),
                this::earlierMessages,
                listener,
                pauses,
                cancellations,
                () -> getContext().isStopping() || getContext().isStopped());
        work(new CampaignSteps(campaigns, pauses));
        sendBlocks(new BlockSteps(pauses, index, settings.redeliveries()));
    }

    private EarlierMessages earlierMessages() {
        return SmsOptions.of(getContext()).getDuplicates() == Duplicates.skip
                ? EarlierMessages.watched(SmsOptions.country(getContext(), provider))
                : EarlierMessages.ignored();
    }

    private SendingAccount account() {
        // the simulator listens at another port each time
        String key = simulated
                ? null
                : getContext().getEndpoint("sms:" + provider, SmsEndpoint.class).getAccountKey();
        return new SendingAccount(provider, key, simulated);
    }

    private void work(CampaignSteps steps) {
        from(CAMPAIGN)
                .routeId("campaign")
                // not onException: that is passed over where the route of a block has given up already
                .doTry()
                .process(steps::open)
                // not the body: where that is null, the file consumer's message puts the file into it
                .filter(exchangeProperty(CampaignSteps.CAMPAIGN).isNotNull())
                .split(body())
                .streaming()
                .stopOnException()
                // else the consumer would begin the next campaign while this one waits for the provider
                .to("direct:block?synchronous=true")
                .end()
                .process(steps::close)
                .endDoTry()
                .doCatch(UnreadableFileException.class)
                .process(steps::refuse)
                .doCatch(Exception.class)
                .process(steps::breakOff)
                .end();
    }

    private void sendBlocks(BlockSteps steps) {
        from("direct:block")
                .routeId("block")
                .onException(BlockHeldUpException.class)
                .retryWhile(steps::mayTryAgain)
                .redeliveryDelay(settings.redeliveryDelay().toMillis())
                .useExponentialBackOff()
                .maximumRedeliveryDelay(5_000)
                .logExhausted(false)
                .continued(true)
                .end()
                // whose campaign it is says so in a line
                .onException(Exception.class)
                .logExhausted(false)
                .end()
                .setProperty(BlockSteps.BLOCK, body())
                .to("direct:attempt")
                .process(steps::settle);

        from("direct:attempt")
                .routeId("attempt")
                .errorHandler(noErrorHandler())
                .process(steps::intend)
                .doTry()
                .to("sms:" + provider)
                .doCatch(Exception.class)
                .end()
                .process(steps::noteAnswer);
    }
}
