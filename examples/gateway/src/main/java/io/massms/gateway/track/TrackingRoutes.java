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
package io.massms.gateway.track;

import io.massms.camel.model.InboundSms;
import io.massms.camel.spi.Operation;
import io.massms.gateway.json.GatewayJson;
import io.massms.gateway.setup.SmsOptions;
import io.massms.gateway.setup.TrackingSettings;
import io.massms.gateway.setup.WorkingDirectory;
import java.io.IOException;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.NoSuchEndpointException;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.LoggingExceptionHandler;
import org.apache.camel.support.processor.idempotent.FileIdempotentRepository;

/** What comes back: delivery reports and replies, as far as the provider tells of them. */
public final class TrackingRoutes extends RouteBuilder {
    private static final int REPLIES_REMEMBERED = 100_000;

    private final WorkingDirectory directory;
    private final Tracking tracking;
    private final TrackingSettings settings;
    private final String provider;
    private final Consumer<InboundSms> replies;

    /**
     * The routes of a gateway.
     *
     * @param directory where reports and replies go
     * @param tracking  what it remembers
     * @param settings  how it listens
     * @param provider  who sends
     * @param replies   is notified of every reply
     */
    public TrackingRoutes(
            WorkingDirectory directory,
            Tracking tracking,
            TrackingSettings settings,
            String provider,
            Consumer<InboundSms> replies) {
        this.directory = directory;
        this.tracking = tracking;
        this.settings = settings;
        this.provider = provider;
        this.replies = replies;
    }

    @Override
    public void configure() {
        getContext()
                .getRegistry()
                .bind(
                        "quietAtStop",
                        new QuietAtStop(getContext(), new LoggingExceptionHandler(getContext(), TrackingRoutes.class)));
        Set<Operation> operations =
                SmsOptions.provider(getContext(), provider).protocol().operations();
        if (operations.contains(Operation.status)) {
            takeReports();
        }
        if (operations.contains(Operation.inbox)) {
            takeReplies();
        }
    }

    private void takeReports() {
        from("sms:" + provider + "?operation=status&delay="
                        + settings.statusDelay().toMillis() + "&initialDelay=0&exceptionHandler=#quietAtStop")
                .routeId("reports")
                .process(new ReportFiles(directory, tracking.campaigns(), tracking.messages())::add);
    }

    private void takeReplies() {
        getContext()
                .getRegistry()
                .bind(
                        "replies",
                        FileIdempotentRepository.fileIdempotentRepository(
                                directory.tracker("replies.txt").toFile(), REPLIES_REMEMBERED));
        from("sms:" + provider + "?operation=inbox&channel=" + SmsOptions.inboxChannel(getContext(), provider)
                        + "&idempotentRepository=#replies&delay="
                        + settings.inboxDelay().toMillis() + "&initialDelay=0&exceptionHandler=#quietAtStop")
                .routeId("replies")
                .process(this::write)
                .to(inbound());
    }

    /** Where replies go: Camel would find out only when it starts, and not say whose fault it is. */
    private Endpoint inbound() {
        if (settings.inbound() == null) {
            return endpoint("file:" + directory.root().resolve("inbound") + "?tempPrefix=.");
        }
        try {
            return endpoint(settings.inbound());
        } catch (NoSuchEndpointException | ResolveEndpointFailedException e) {
            // its options may be secrets
            throw new IllegalArgumentException(
                    "gateway.inbound is no endpoint that Camel can make; right is such as seda:replies, with a component that"
                            + " lies in lib/ and options that it knows",
                    e);
        }
    }

    /** The name makes a reply that comes again after a crash take its own place. */
    private void write(Exchange exchange) throws IOException {
        InboundSms reply = exchange.getMessage().getBody(InboundSms.class);
        replies.accept(reply);
        String name = reply.messageId() == null ? exchange.getExchangeId() : reply.messageId();
        exchange.getMessage().setHeader(Exchange.FILE_NAME, name.replaceAll("[^A-Za-z0-9_-]", "_") + ".json");
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/json");
        exchange.getMessage().setBody(GatewayJson.of(reply));
    }
}
