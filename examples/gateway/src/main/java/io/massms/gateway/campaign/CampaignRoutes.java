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

import io.massms.gateway.csv.UnreadableFileException;
import io.massms.gateway.setup.GatewaySettings;
import io.massms.gateway.setup.SmsOptions;
import io.massms.gateway.setup.WorkingDirectory;
import java.time.Clock;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** From a file in the inbox to its results, by way of the provider. */
public final class CampaignRoutes extends RouteBuilder {
    private final WorkingDirectory directory;
    private final GatewaySettings settings;
    private final String provider;

    /**
     * The routes of a gateway.
     *
     * @param directory where campaigns come in
     * @param settings  how they are handled
     * @param provider  who sends them
     */
    public CampaignRoutes(WorkingDirectory directory, GatewaySettings settings, String provider) {
        this.directory = directory;
        this.settings = settings;
        this.provider = provider;
    }

    @Override
    public void configure() {
        Pauses pauses = new Pauses(settings.pause(), settings.patience(), Clock.systemUTC());
        getContext().getRegistry().bind("pauses", pauses);
        Campaigns campaigns = new Campaigns(
                directory,
                settings,
                provider,
                () -> TextSavings.of(SmsOptions.provider(getContext(), provider), SmsOptions.of(getContext())),
                getContext()::isStopping);
        takeIn();
        work(new CampaignSteps(campaigns, pauses));
        sendBlocks(new BlockSteps(pauses, settings.redeliveries(), getContext()::isStopping));
    }

    /** A file that is complete gets a name that no campaign had before, and leaves the reach of those who drop files. */
    private void takeIn() {
        from("file:" + directory.inbox() + "?includeExt=csv&delay=500&initialDelay=100"
                        + "&readLock=changed&readLockMinLength=0&readLockMarkerFile=false"
                        + "&move=" + directory.processing() + "/${exchangeProperty.campaign}.csv")
                .routeId("inbox")
                .process(exchange -> exchange.setProperty(
                        "campaign",
                        directory.newName(exchange.getMessage().getHeader(Exchange.FILE_NAME_ONLY, String.class))));
    }

    private void work(CampaignSteps steps) {
        from("file:" + directory.processing() + "?includeExt=csv&delay=500&initialDelay=0&sortBy=file:modified"
                        + "&noop=true&idempotent=false&filter=#pauses")
                .routeId("campaigns")
                .onException(UnreadableFileException.class)
                .handled(true)
                .process(steps::refuse)
                .end()
                .onException(Exception.class)
                .handled(true)
                .process(steps::breakOff)
                .end()
                .process(steps::open)
                .filter(body().isNotNull())
                .split(body())
                .streaming()
                .stopOnException()
                // else the consumer would begin the next campaign while this one waits for the provider
                .to("direct:block?synchronous=true")
                .end()
                .process(steps::close);
    }

    private void sendBlocks(BlockSteps steps) {
        from("direct:block")
                .routeId("block")
                .onException(BlockHeldUpException.class)
                .retryWhile(steps::mayTryAgain)
                .redeliveryDelay("{{gateway.redelivery-delay:1000}}")
                .useExponentialBackOff()
                .maximumRedeliveryDelay(5_000)
                .logExhausted(false)
                .continued(true)
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
                .process(steps::learn);
    }
}
