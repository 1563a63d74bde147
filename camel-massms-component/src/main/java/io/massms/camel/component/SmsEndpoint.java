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
package io.massms.camel.component;

import io.massms.camel.component.options.OwnCredentials;
import io.massms.camel.component.options.SmsConfiguration;
import io.massms.camel.component.push.PushGuard;
import io.massms.camel.component.route.PollingQueue;
import io.massms.camel.spi.Operation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.AsyncEndpoint;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.PollingConsumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.component.webhook.WebhookCapableEndpoint;
import org.apache.camel.component.webhook.WebhookConfiguration;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.support.ScheduledPollEndpoint;
import org.apache.camel.support.service.ServiceHelper;

/**
 * Send, schedule, track and receive SMS through bulk providers of Latin America.
 */
@ManagedResource(description = "SMS endpoint")
@UriEndpoint(
        firstVersion = "1.0.0",
        scheme = SmsConstants.SCHEME,
        title = "SMS",
        syntax = "sms:provider",
        category = {Category.MOBILE, Category.MESSAGING},
        headersClass = SmsConstants.class)
public class SmsEndpoint extends ScheduledPollEndpoint
        implements AsyncEndpoint, EndpointServiceLocation, WebhookCapableEndpoint {
    private static final long LONG_DELAY = 60_000;
    private static final Set<Operation> SELDOM_ASKED = Set.of(Operation.balance, Operation.reconcile);

    private final AtomicLong refusedPushes = new AtomicLong();

    @UriParam
    private SmsConfiguration configuration;

    private final OwnCredentials ownCredentials;
    private SmsAccess access;
    private SendPipeline sendPipeline;
    private WebhookConfiguration webhook;
    private PushGuard guard;
    private boolean delayGiven;

    SmsEndpoint(String uri, SmsComponent component, SmsConfiguration configuration, OwnCredentials ownCredentials) {
        super(uri, component);
        this.configuration = configuration;
        this.ownCredentials = ownCredentials;
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        access = WebhookAdvice.validated(
                configuration, ownCredentials, getCamelContext(), getComponent().clock());
        AmbiguousBeans.refuse(this);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        if (access.operation() == Operation.send || access.operation() == Operation.cancel) {
            sendPipeline();
        }
    }

    @Override
    protected synchronized void doStop() throws Exception {
        ServiceHelper.stopAndShutdownService(sendPipeline);
        sendPipeline = null;
        super.doStop();
    }

    @Override
    public Producer createProducer() {
        access.requireAsked();
        return new SmsProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        access.requireAsked();
        Consumer consumer = switch (access.operation()) {
            case status -> new SmsStatusConsumer(this, processor, getComponent().clock());
            case reconcile ->
                new SmsReconcileConsumer(this, processor, getComponent().clock());
            case inbox -> new SmsInboxConsumer(this, processor, getComponent().clock());
            case balance ->
                new SmsBalanceConsumer(this, processor, getComponent().clock());
            default ->
                throw new IllegalArgumentException("operation=" + access.operation()
                        + " can only be sent to; what can be consumed is: status, reconcile, inbox, balance");
        };
        if (!delayGiven && SELDOM_ASKED.contains(access.operation())) {
            super.setDelay(LONG_DELAY);
        }
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public PollingConsumer createPollingConsumer() {
        return PollingQueue.of(this);
    }

    /**
     * Camel's usual delay, half a second, is too short to ask for a balance, or for what may stay open for ever: that is done once a
     * minute where nobody says.
     */
    @Override
    public void setDelay(long delay) {
        delayGiven = true;
        super.setDelay(delay);
    }

    @Override
    public void setWebhookConfiguration(WebhookConfiguration webhook) {
        access.requirePushed();
        this.webhook = webhook;
        guard = PushGuard.of(
                configuration.getWebhookSecret(),
                configuration.isWebhookSecretRequired(),
                configuration.getWebhookAllowedAddresses(),
                configuration.getWebhookTrustedProxies());
        if (guard.hasSecret()) {
            String path = webhook.getWebhookPath() == null
                    ? WebhookConfiguration.computeDefaultPath(webhook.getEndpointUri())
                    : webhook.getWebhookPath();
            webhook.setWebhookPath(path + "/{smsWebhookSecret}");
        }
    }

    @Override
    public Processor createWebhookHandler(Processor next) {
        WebhookAdvice.requireRoute(next, configuration.getProvider());
        WebhookAdvice.warnOfServer(getCamelContext(), webhook);
        return new PushHandler(this, webhook, guard, next, getComponent().clock());
    }

    /** Does nothing: the providers are told the URL by hand. */
    @Override
    public void registerWebhook() {}

    /** Does nothing, as nothing was registered. */
    @Override
    public void unregisterWebhook() {}

    /** The providers push by GET; POST is for what stands between. */
    @Override
    public List<String> getWebhookMethods() {
        return PushHandler.METHODS;
    }

    /**
     * How many pushes were refused.
     *
     * @return since the endpoint was made
     */
    @ManagedAttribute(description = "How many pushes were refused")
    public long getRefusedPushes() {
        return refusedPushes.get();
    }

    void countRefusedPush() {
        refusedPushes.incrementAndGet();
    }

    @Override
    public SmsComponent getComponent() {
        return (SmsComponent) super.getComponent();
    }

    public SmsConfiguration getConfiguration() {
        return configuration;
    }

    /**
     * The options of this endpoint.
     */
    public void setConfiguration(SmsConfiguration configuration) {
        this.configuration = configuration;
    }

    /**
     * A short and stable name of the account that tells nothing, under which a tracker knows its messages. There once the endpoint was
     * started.
     */
    public String getAccountKey() {
        return access == null ? null : access.account().key();
    }

    /**
     * The country of numbers that are written without a country code: what the option says, else the provider's own.
     *
     * @return an ISO 3166 region; null where the provider has no home. There once the endpoint was started
     */
    public String getNumberCountry() {
        return access == null ? null : access.account().country();
    }

    @Override
    public String getServiceUrl() {
        return access == null ? null : access.account().serviceUrl();
    }

    @Override
    public String getServiceProtocol() {
        return "http";
    }

    @Override
    public Map<String, String> getServiceMetadata() {
        return Map.of("provider", configuration.getProvider());
    }

    /** The provider and account behind this endpoint; there once the endpoint was started. */
    SmsAccess access() {
        return access;
    }

    /** What the endpoint sends with; an endpoint of another operation finds out when a header asks it to send. */
    synchronized SendPipeline sendPipeline() {
        if (sendPipeline == null) {
            sendPipeline = new SendPipeline(this);
            ServiceHelper.startService(sendPipeline);
        }
        return sendPipeline;
    }
}
