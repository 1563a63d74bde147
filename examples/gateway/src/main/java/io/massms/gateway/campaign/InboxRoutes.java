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

import io.massms.gateway.setup.WorkingDirectory;
import java.io.IOException;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** From a file in the inbox to a campaign under way. */
public final class InboxRoutes extends RouteBuilder {
    private final WorkingDirectory directory;
    private final Duration quiet;
    private final CampaignListener listener;

    /**
     * The routes of a gateway whose campaigns come into a directory; {@link CampaignRoutes} send them.
     *
     * @param quiet    how long a file must not have changed to count as complete
     * @param listener is notified of files that cannot be a campaign by their names
     */
    public InboxRoutes(WorkingDirectory directory, Duration quiet, CampaignListener listener) {
        this.directory = directory;
        this.quiet = quiet;
        this.listener = listener;
    }

    @Override
    public void configure() {
        takeIn();
        pickUp();
    }

    /** A file that is complete gets a name that no campaign had before, and leaves the reach of those who drop files. */
    private void takeIn() {
        getContext()
                .getRegistry()
                .bind(
                        Quiet.NAME,
                        new UsableNames(
                                directory,
                                listener,
                                new CsvNames(new ReachableNames(new Quiet(quiet, System::nanoTime)))));
        from("file:" + directory.inbox() + "?includeExt=csv&delay=500&initialDelay=100"
                        + "&readLock=none&filter=#" + Quiet.NAME
                        + "&move=../" + directory.processing().getFileName() + "/${exchangeProperty.campaign}.csv")
                .routeId("inbox")
                .process(this::name);
    }

    private void name(Exchange exchange) throws IOException {
        String campaign = directory.newName(exchange.getMessage().getHeader(Exchange.FILE_NAME_ONLY, String.class));
        getContext()
                .getRegistry()
                .lookupByNameAndType(CampaignAccounts.NAME, CampaignAccounts.class)
                .note(campaign);
        exchange.setProperty("campaign", campaign);
    }

    private void pickUp() {
        from("file:" + directory.processing() + "?includeExt=csv&delay=500&initialDelay=0&sortBy=file:modified"
                        + "&noop=true&idempotent=false&filter=#" + Pauses.NAME)
                .routeId("campaigns")
                .to(CampaignRoutes.CAMPAIGN + "?synchronous=true");
    }
}
