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

import io.massms.camel.component.body.ReadBodies;
import io.massms.camel.component.inbox.InboxLedgers;
import io.massms.camel.component.mail.MailTransport;
import io.massms.camel.component.options.SmsConfiguration;
import io.massms.camel.component.options.SmsTrackConfiguration;
import io.massms.camel.component.report.ReportClaims;
import io.massms.camel.dispatch.MemoryRecentSends;
import io.massms.camel.dispatch.Pacer;
import io.massms.camel.dispatch.RecentSends;
import io.massms.camel.dispatch.Waits;
import io.massms.camel.spi.Account;
import io.massms.camel.spi.Channel;
import io.massms.camel.spi.Operation;
import io.massms.camel.tracker.MemoryTracker;
import io.massms.camel.tracker.SmsTracker;
import io.massms.camel.transport.HttpTransport;
import io.massms.camel.transport.Transport;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.apache.camel.CamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.service.ServiceSupport;
import org.apache.camel.util.concurrent.CamelThreadFactory;

/** What the endpoints of a component share: connections, the pace of each account, what is open of each inbox, threads. */
final class SmsResources extends ServiceSupport {
    private static final int REPLY_LIMIT = 1 << 20;
    private static final int INBOX_LIMIT = 64 << 20;

    private final CamelContext context;
    private final boolean globalTls;
    private final Map<ConnectionKey, Transport> transports = new ConcurrentHashMap<>();
    private final Map<String, Transport> mailServers = new ConcurrentHashMap<>();
    private final Map<String, Pacer> pacers = new ConcurrentHashMap<>();
    private final Clock clock;
    private final InboxLedgers inboxLedgers = new InboxLedgers();
    private final Map<SmsTracker, ReportClaims> reports = new ConcurrentHashMap<>();
    private final RecentSends recentSends;
    private final SmsThreads threads;
    private final Waits waits;
    private final HeldSendsAtStop heldSendsAtStop;
    private volatile boolean closing;
    private SmsTracker memoryTracker;

    SmsResources(CamelContext context, boolean globalTls, Clock clock) {
        this.context = context;
        this.globalTls = globalTls;
        this.clock = clock;
        recentSends = new MemoryRecentSends(clock);
        threads = new SmsThreads(context);
        waits = new Waits(threads::timer);
        heldSendsAtStop = new HeldSendsAtStop(context);
    }

    /** The connections for an endpoint's own operation. */
    Transport transport(SmsEndpoint endpoint) {
        return transport(endpoint, endpoint.access().operation());
    }

    /** The connections for an operation: one pool for all that connect alike. Inboxes are longer than other answers. */
    Transport transport(SmsEndpoint endpoint, Operation operation) {
        SmsConfiguration options = endpoint.getConfiguration();
        boolean secure = endpoint.access().account().serviceUrl().startsWith("https");
        SSLContextParameters tls = tls(options);
        Duration connectTimeout = Duration.ofMillis(options.getConnectTimeout());
        int replyLimit = operation == Operation.inbox ? INBOX_LIMIT : REPLY_LIMIT;
        return transports.computeIfAbsent(
                new ConnectionKey(secure, tls, connectTimeout, replyLimit),
                key -> new HttpTransport(
                        HttpSettings.of(context, secure, tls)
                                .withConnectTimeout(connectTimeout)
                                .withReplyLimit(replyLimit),
                        new CamelThreadFactory(
                                context.getExecutorServiceManager().getThreadNamePattern(), "sms-http", true),
                        clock));
    }

    /** What carries an endpoint's messages: a mail server by {@code channel=smtp}, else the connections. */
    Transport sendTransport(SmsEndpoint endpoint) {
        SmsConfiguration options = endpoint.getConfiguration();
        return options.getChannel() == Channel.smtp
                ? mailServers.computeIfAbsent(
                        options.getMailEndpoint().strip(),
                        uri -> MailTransport.to(uri, context, threads.mailers(), new Waits(threads::timer)))
                : transport(endpoint);
    }

    private SSLContextParameters tls(SmsConfiguration options) {
        if (options.getSslContextParameters() != null) {
            return options.getSslContextParameters();
        }
        return globalTls ? context.getSSLContextParameters() : null;
    }

    /** The pace of an account, whichever endpoint uses it. */
    Pacer pacer(Account account) {
        return pacers.computeIfAbsent(account.key(), key -> new Pacer(threads.timer()));
    }

    /** Which messages of inboxes are open, whichever consumer took them. */
    InboxLedgers inboxLedgers() {
        return inboxLedgers;
    }

    /** The claims on final reports about a tracker's messages, whichever consumer emits them. */
    ReportClaims reportClaims(SmsTracker tracker) {
        return reports.computeIfAbsent(
                tracker, key -> new ReportClaims(key, clock).renewed(threads.timer(), this::workers));
    }

    /** What was sent a short while ago, through whichever endpoint. */
    RecentSends recentSends() {
        return recentSends;
    }

    /**
     * The record of messages that an endpoint uses.
     *
     * @return null where nobody asked for one
     */
    synchronized SmsTracker tracker(SmsTrackConfiguration options) {
        if (options.getTracker() != null) {
            return options.getTracker();
        }
        if (memoryTracker == null && options.isIdempotent()) {
            memoryTracker = new MemoryTracker();
        }
        return memoryTracker;
    }

    /** The same, for one who cannot do without. */
    synchronized SmsTracker requireTracker(SmsTrackConfiguration options) {
        SmsTracker tracker = tracker(options);
        if (tracker == null) {
            memoryTracker = new MemoryTracker();
            tracker = memoryTracker;
        }
        return tracker;
    }

    /** What is left of bodies that were read in vain. */
    ReadBodies readBodies() {
        return ReadBodies.of(context);
    }

    /** Where routes go on after an answer came. */
    Executor handOver() {
        return threads.handOver();
    }

    /** Where is done what may block. */
    Executor workers() {
        return threads.workers();
    }

    /** The sends that wait until the provider reports the outcome of their blocks. */
    Waits waits() {
        return waits;
    }

    /** The endpoints whose held messages end before the routes do. */
    HeldSendsAtStop heldSendsAtStop() {
        return heldSendsAtStop;
    }

    /** Whether nothing is sent any more. */
    boolean isClosing() {
        return closing;
    }

    /** Every caller gets its outcome before the threads that call back end. */
    @Override
    protected void doStop() {
        closing = true;
        pacers.values().forEach(Pacer::close);
        pacers.clear();
        transports.values().forEach(Transport::close);
        transports.clear();
        mailServers.values().forEach(Transport::close);
        mailServers.clear();
        waits.close(Duration.ZERO);
    }

    @Override
    protected void doShutdown() {
        doStop();
        heldSendsAtStop.close();
        threads.close();
        closeTracker();
    }

    private synchronized void closeTracker() {
        if (memoryTracker != null) {
            memoryTracker.close();
            memoryTracker = null;
        }
    }

    private record ConnectionKey(boolean secure, SSLContextParameters tls, Duration connectTimeout, int replyLimit) {}
}
