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

import io.massms.camel.component.options.SmsConfiguration;
import io.massms.camel.dispatch.EndableTurns;
import io.massms.camel.dispatch.Gatekeeper;
import io.massms.camel.dispatch.Holder;
import io.massms.camel.dispatch.Outcome;
import io.massms.camel.dispatch.ReceiptsKept;
import io.massms.camel.dispatch.SendJob;
import io.massms.camel.dispatch.SendSettings;
import io.massms.camel.dispatch.Sender;
import io.massms.camel.hold.HeldRules;
import io.massms.camel.hold.HeldSender;
import io.massms.camel.hold.HeldSenders;
import io.massms.camel.hold.HoldException;
import io.massms.camel.hold.QuartzHolder;
import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsMessage;
import io.massms.camel.spi.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.support.service.ServiceSupport;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An endpoint's messages that Camel's Quartz component holds: it takes them, sends them when their time comes, and tells what became of them. */
final class HeldSends extends ServiceSupport implements Holder, HeldSender {
    private static final Logger LOG = LoggerFactory.getLogger(HeldSends.class);

    private final CamelContext context;
    private final SmsConfiguration options;
    private final SendSettings settings;
    private final Supplier<Sender> sender;
    private final Executor workers;
    private final String senders;
    private final String fingerprint;
    private final int guards;
    private final QuartzHolder holder;
    private final HeldReport report;
    private final EndableTurns turns;
    private final HeldJobsUnderWay underWay = new HeldJobsUnderWay();
    private final HeldSendsAtStop atStop;
    private final String uri;
    private volatile boolean stopping;
    private volatile boolean holdsForOneExchange;
    private Scheduler scheduler;

    HeldSends(SmsEndpoint endpoint, Supplier<Sender> sender, EndableTurns turns, Gatekeeper gatekeeper) {
        context = endpoint.getCamelContext();
        uri = endpoint.getEndpointUri();
        options = endpoint.getConfiguration();
        this.sender = sender;
        this.turns = turns;
        workers = endpoint.getComponent().resources().workers();
        atStop = endpoint.getComponent().resources().heldSendsAtStop();
        String account = endpoint.access().account().key() + "." + options.getChannel();
        senders = HeldFingerprint.senders(account, options);
        fingerprint = HeldFingerprint.of(options);
        guards = HeldFingerprint.guards(options);
        holder = new QuartzHolder(this::scheduler, account, senders, fingerprint, workers);
        SendSettings given = endpoint.access().send();
        settings = given.with(ReceiptsKept.all).with(given.policies().with(this, gatekeeper));
        report = new HeldReport(context, options.getScheduledResultUri());
    }

    QuartzHolder holder() {
        return holder;
    }

    @Override
    public void hold(String reference, List<SmsMessage> messages, Instant due, Consumer<Verdict> done) {
        holdsForOneExchange = holdsForOneExchange || isForOneExchange();
        holder.hold(reference, messages, due, done);
    }

    /** With {@code cacheSize=-1} Camel makes an endpoint for each exchange, does not keep it, and stops it when the exchange goes on. */
    private boolean isForOneExchange() {
        return context.getEndpoints().stream()
                .noneMatch(kept -> kept.getEndpointUri().equals(uri));
    }

    @Override
    public HeldRules rules() {
        return new HeldRules(
                Duration.ofMillis(options.getScheduleGrace()),
                options.getScheduledRetries(),
                Duration.ofMillis(options.getScheduledRetryDelay()));
    }

    @Override
    public void begin() {
        underWay.begin();
    }

    @Override
    public void end() {
        underWay.end();
    }

    @Override
    public int guards() {
        return guards;
    }

    @Override
    public boolean isStopping() {
        return stopping;
    }

    @Override
    public void send(List<SmsMessage> messages, Consumer<Outcome> done) {
        SendJob job;
        try {
            job = new SendJob(settings, sender.get(), messages.iterator(), false, workers, done);
        } catch (RuntimeException e) {
            LOG.warn("Held messages cannot be sent now", e);
            done.accept(unsent(messages, notNow(e)));
            return;
        }
        job.start();
    }

    private static Verdict notNow(RuntimeException e) {
        return Verdict.refusedHere(
                SmsError.CONNECT_FAILED,
                "What sends could not be prepared (" + e.getClass().getName() + "), so nothing was sent");
    }

    @Override
    public Outcome unsent(List<SmsMessage> messages, Verdict verdict) {
        return Outcome.ofAll(settings, messages, verdict);
    }

    @Override
    public void report(String clientId, Instant scheduledTime, Outcome outcome) {
        report.send(clientId, scheduledTime, outcome);
    }

    /**
     * A job store that outlives the process may hold messages from before. Where nobody said anything of Quartz there is none, and no
     * scheduler is started before the first message is held.
     */
    @Override
    protected void doStart() {
        ServiceHelper.startService(report);
        atStop.add(this);
        if (QuartzSettings.present(context)) {
            scheduler();
        }
    }

    /** Behind one exchange nobody else may be there to send what was held for it. */
    @Override
    protected void doStop() {
        if (!holdsForOneExchange || context.isStopping()) {
            shutDown();
        }
    }

    /** Jobs that are under way still tell what became of their messages, but where the routes are gone that would hear it. */
    void shutDown() {
        stopTaking();
        if (context.isStopping()) {
            stopReporting();
        } else {
            underWay.afterLast(this::stopReporting);
        }
    }

    private void stopReporting() {
        atStop.remove(this);
        ServiceHelper.stopService(report);
    }

    /** What waits for its turn goes back to the store. */
    void stopTaking() {
        stopping = true;
        leave();
        turns.close();
    }

    /** Waits for what is under way, but no longer than until then, on {@link System#nanoTime()}'s scale. */
    void awaitEnd(long until) {
        underWay.awaitNone(until);
    }

    private synchronized void leave() {
        try {
            if (scheduler != null && !scheduler.isShutdown()) {
                HeldSenders.of(scheduler).remove(senders, fingerprint, this);
            }
        } catch (SchedulerException e) {
            LOG.debug("The scheduler is gone", e);
        }
        scheduler = null;
    }

    private synchronized Scheduler scheduler() {
        if (scheduler == null) {
            try {
                QuartzComponent quartz = context.getComponent(QuartzSettings.COMPONENT, QuartzComponent.class);
                // where a route has just made it, it may not be started yet and then has no scheduler
                ServiceHelper.startService(quartz);
                Scheduler found = quartz.getScheduler();
                HeldStoreName.warn(context, found);
                if (!stopping) {
                    HeldSenders.of(found).add(senders, fingerprint, this);
                }
                scheduler = found;
            } catch (SchedulerException e) {
                throw new HoldException("The scheduler that holds messages failed", e);
            }
        }
        return scheduler;
    }
}
