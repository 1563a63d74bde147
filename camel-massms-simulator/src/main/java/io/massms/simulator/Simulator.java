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
package io.massms.simulator;

import io.massms.simulator.control.ControlApi;
import io.massms.simulator.fault.FaultBook;
import io.massms.simulator.http.FaultPlayer;
import io.massms.simulator.http.ProviderGateway;
import io.massms.simulator.http.SimulatorServer;
import io.massms.simulator.mail.MailServer;
import io.massms.simulator.provider.Operation;
import io.massms.simulator.provider.Providers;
import io.massms.simulator.push.Pusher;
import io.massms.simulator.store.Duplicates;
import io.massms.simulator.store.Platform;
import io.vertx.ext.web.Router;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The providers on one HTTP port of this machine: what a test starts, sends to through {@link #baseUrl}, breaks with
 * {@link #fault} and then asks what really arrived ({@link #messages}). Safe for any thread.
 *
 * <pre>{@code
 * try (Simulator simulator = Simulator.start()) {
 *     String uri = "sms:itcloud?user=me&token=any&baseUrl=" + simulator.baseUrl("itcloud");
 * }
 * }</pre>
 */
public final class Simulator implements AutoCloseable {
    private static final Set<String> STOP_WORDS = Set.of("BAJA", "STOP", "SALIR", "EXIT", "REMOVE");

    private final SimulatorOptions options;
    private final Platform platform;
    private final Providers providers;
    private final FaultBook faults = new FaultBook();
    private final SimulatorServer server;
    private final Pusher pusher;
    private final MailServer mail;

    private Simulator(SimulatorOptions options) {
        this.options = options;
        platform = new Platform(options, new SimulatorClock());
        providers = new Providers(platform);
        server = new SimulatorServer(options);
        pusher = new Pusher(server.vertx(), platform);
        mail = options.smtpPort().isPresent() ? mailServer() : null;
    }

    private MailServer mailServer() {
        try {
            return new MailServer(options, platform, faults);
        } catch (NoClassDefFoundError e) {
            server.close();
            throw new IllegalStateException(
                    "The option smtpPort needs com.github.davidmoten:subethasmtp on the class path", e);
        }
    }

    private Simulator listen() {
        ProviderGateway gateway = new ProviderGateway(platform, providers, faults, new FaultPlayer(server.vertx()));
        Router router = new ControlApi(server.vertx(), this, options).router();
        server.listen(options, http -> {
            if (http.path() != null && gateway.owns(http.path())) {
                gateway.handle(http);
            } else {
                router.handle(http);
            }
        });
        if (mail != null) {
            startMail();
        }
        return this;
    }

    private void startMail() {
        try {
            mail.start();
        } catch (IllegalStateException e) {
            server.close();
            throw e;
        }
    }

    /** Starts on a free loopback port; any credentials are accepted. */
    public static Simulator start() {
        return start(new SimulatorOptions());
    }

    /**
     * Starts as told.
     *
     * @throws IllegalStateException when the port is taken
     */
    public static Simulator start(SimulatorOptions options) {
        return new Simulator(options).listen();
    }

    public int port() {
        return server.port();
    }

    /** Whether mail to {@code api@smsmasivos.com.ar} is taken. */
    public boolean smtpEnabled() {
        return mail != null;
    }

    /**
     * The port on which mail to {@code api@smsmasivos.com.ar} is taken.
     *
     * @throws IllegalStateException when none is, because {@link SimulatorOptions#smtpPort(int)} was not set
     */
    public int smtpPort() {
        if (mail == null) {
            throw new IllegalStateException("This simulator takes no mail; start it with the option smtpPort");
        }
        return mail.port();
    }

    /** {@code http://localhost:PORT}, or with the host that it was told to listen on. */
    public String url() {
        boolean local = options.host().equals("127.0.0.1") || options.host().equals("0.0.0.0");
        return "http://" + (local ? "localhost" : options.host()) + ':' + port();
    }

    /**
     * What the component's option {@code baseUrl} takes: {@code http://localhost:PORT/linktosms}.
     *
     * @throws IllegalArgumentException when there is no such provider
     */
    public String baseUrl(String provider) {
        return url() + '/' + providers.require(provider);
    }

    /** The ids of the providers. */
    public Set<String> providers() {
        return Collections.unmodifiableSet(providers.ids());
    }

    /** The accepted messages of all providers in order of arrival, each in its present state; the oldest may have been pruned. */
    public List<SimulatedMessage> messages() {
        return platform.ledger().all();
    }

    /** The accepted messages of one provider in order of arrival. */
    public List<SimulatedMessage> messages(String provider) {
        providers.require(provider);
        return messages().stream()
                .filter(message -> message.provider().equals(provider))
                .toList();
    }

    /** How many messages a provider accepted since the last reset, those included that are no longer kept. */
    public long acceptedCount(String provider) {
        return platform.ledger().acceptedCount(providers.require(provider));
    }

    /** How many messages all providers accepted since the last reset, those included that are no longer kept. */
    public long acceptedCount() {
        return providers.ids().stream().mapToLong(this::acceptedCount).sum();
    }

    /** Every request that reached a provider's path, in order of arrival, accepted or not; the oldest may have been pruned. */
    public List<SimulatedRequest> requests() {
        return platform.requests().all();
    }

    /** How many requests reached a provider's path since the last reset, those included that are no longer kept. */
    public long requestCount() {
        return platform.requests().total();
    }

    /**
     * Waits for a message, looking at those that are there and at each that comes, in the state in which it arrives.
     *
     * @throws AssertionError when none has come in time, or when the predicate fails
     */
    public SimulatedMessage awaitMessage(Predicate<SimulatedMessage> wanted, Duration patience) {
        CompletableFuture<SimulatedMessage> arrival = nextMessage(wanted);
        try {
            return arrival.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError(
                    "No such message came within " + patience + "; " + acceptedCount() + " messages were accepted", e);
        } catch (ExecutionException e) {
            throw new AssertionError("The predicate failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for a message", e);
        } finally {
            arrival.cancel(false);
        }
    }

    /** The first message that is there or comes and is wanted, or the predicate's failure; cancel it to stop waiting. */
    public CompletableFuture<SimulatedMessage> nextMessage(Predicate<SimulatedMessage> wanted) {
        return platform.ledger().await(wanted);
    }

    public Optional<SimulatedMessage> message(long id) {
        return platform.ledger().find(id);
    }

    /** Forgets a message, though not that it was accepted; false where no such message is kept. */
    public boolean deleteMessage(long id) {
        return notifyIfChanged(platform.ledger().delete(id));
    }

    /** Forgets all messages, though not how many were accepted. */
    public void deleteMessages() {
        platform.ledger().deleteAll();
        platform.changes().notifyListeners();
    }

    public Optional<SimulatedRequest> request(long id) {
        return platform.requests().find(id);
    }

    /** Forgets all requests, though not how many there were. */
    public void deleteRequests() {
        platform.requests().deleteAll();
        platform.changes().notifyListeners();
    }

    /** Decides what becomes of a message from now on; false where no such message is kept. */
    public boolean deliver(long messageId, DeliveryOutcome outcome) {
        return notifyIfChanged(platform.ledger().settle(messageId, outcome));
    }

    /**
     * Sends a text from a handset, as an answer to the last message that the provider sent to it, if any. It lands in the inbox and
     * is pushed where {@link #pushTo} says so; {@code BAJA}, {@code STOP}, {@code SALIR}, {@code EXIT} and {@code REMOVE} make the
     * number {@link RecipientTrait#OPTED_OUT}.
     *
     * @param from the handset's number as the provider writes it
     */
    public SimulatedReply reply(String provider, String from, String text) {
        String clientId = platform.ledger()
                .latestTo(providers.require(provider), from)
                .map(SimulatedMessage::clientId)
                .orElse(null);
        return reply(provider, from, text, clientId);
    }

    /** As {@link #reply(String, String, String)}, as an answer to the message with this reference. */
    public SimulatedReply reply(String provider, String from, String text, String clientId) {
        SimulatedReply reply = platform.inbox().add(providers.require(provider), from, text, clientId);
        if (STOP_WORDS.contains(text.trim().toUpperCase(Locale.ROOT))) {
            recipient(from, RecipientTrait.OPTED_OUT);
        }
        platform.changes().notifyListeners();
        pusher.push(reply);
        return reply;
    }

    /** What handsets sent, in order of arrival; the oldest may have been pruned. */
    public List<SimulatedReply> replies() {
        return platform.inbox().all();
    }

    /** Empties all inboxes. */
    public void deleteReplies() {
        platform.inbox().deleteAll();
        platform.changes().notifyListeners();
    }

    /** Pushes a reply once more; false where no such reply is kept. */
    public boolean pushAgain(long replyId) {
        Optional<SimulatedReply> reply = platform.inbox().find(replyId);
        reply.ifPresent(pusher::push);
        return reply.isPresent();
    }

    /**
     * Makes a provider push replies to a URL; null ends it.
     *
     * @throws IllegalArgumentException when the provider does not push (itcloud and smsmasivos do), or for a URL that is none
     */
    public void pushTo(String provider, String url) {
        providers.require(provider);
        if (url == null) {
            pusher.forget(provider);
        } else {
            pusher.target(provider, url);
        }
        platform.changes().notifyListeners();
    }

    /** Where which provider pushes to. */
    public Map<String, String> pushTargets() {
        return pusher.targets();
    }

    /** Every attempt to push, as it ended. */
    public List<SimulatedPush> pushes() {
        return platform.pushes().all();
    }

    /**
     * Puts a fault in force, after those that are there already.
     *
     * @return the same with its id
     * @throws IllegalArgumentException when it names a provider or an operation that does not exist
     */
    public Fault fault(Fault fault) {
        if (fault.where().provider() != null) {
            providers.require(fault.where().provider());
        }
        String operation = fault.where().operation();
        if (operation != null
                && Stream.of(Operation.values()).noneMatch(known -> known.word().equals(operation))) {
            throw new IllegalArgumentException("There is no operation '" + operation + "'; the operations are "
                    + String.join(
                            ", ",
                            Stream.of(Operation.values()).map(Operation::word).toList()));
        }
        Fault added = faults.add(fault);
        platform.changes().notifyListeners();
        return added;
    }

    /** The faults in force with how often each has hit. */
    public List<Fault> faults() {
        return faults.all();
    }

    /** Takes a fault out of force; false where there is none of this id. */
    public boolean removeFault(long id) {
        return notifyIfChanged(faults.remove(id));
    }

    public void clearFaults() {
        faults.clear();
        platform.changes().notifyListeners();
    }

    /** Sets a provider's balance, in points or messages. */
    public void balance(String provider, BigDecimal amount) {
        platform.balances().set(providers.require(provider), amount);
        platform.changes().notifyListeners();
    }

    public BigDecimal balance(String provider) {
        return platform.balances().of(providers.require(provider));
    }

    /** Gives a recipient, written as the provider gets it, a trait; null makes it ordinary. */
    public void recipient(String number, RecipientTrait trait) {
        if (trait == null) {
            platform.recipients().clear(number);
        } else {
            platform.recipients().set(number, trait);
        }
        platform.changes().notifyListeners();
    }

    /** The recipients that were given a trait. */
    public Map<String, RecipientTrait> recipients() {
        return platform.recipients().all();
    }

    /** The providers under maintenance. */
    public Set<String> maintenance() {
        return Set.copyOf(platform.maintenance());
    }

    /** The configured accounts; empty where any credentials are accepted. */
    public List<Account> accounts() {
        return platform.accounts().all();
    }

    /** Removes all accounts: any credentials are accepted again. */
    public void clearAccounts() {
        platform.accounts().clear();
        platform.changes().notifyListeners();
    }

    /**
     * Sets whether a provider is under maintenance: itcloud and natalia answer -6.
     *
     * @throws IllegalArgumentException for the other providers, which have no answer for it; break them with a {@link #fault}
     */
    public void maintenance(String provider, boolean on) {
        providers.requireMaintenance(provider);
        if (on) {
            platform.maintenance().add(provider);
        } else {
            platform.maintenance().remove(provider);
        }
        platform.changes().notifyListeners();
    }

    /** Adds an account: from then on its provider takes only the accounts that were added. */
    public void account(Account account) {
        providers.require(account.provider());
        platform.accounts().add(account);
        platform.changes().notifyListeners();
    }

    /** The time that the providers live by. */
    public SimulatorClock clock() {
        return platform.clock();
    }

    /** Everything as it was at the start: no messages, requests or faults; balances, accounts, recipients and clock as configured. */
    public void reset() {
        faults.clear();
        pusher.reset();
        platform.reset();
        platform.changes().notifyListeners();
    }

    /** What was, is and will be reported of a message; empty where no such message is kept. */
    public List<TimelineStep> timeline(long messageId) {
        return platform.ledger().timeline(messageId);
    }

    /**
     * The kept messages that came more than once: same number and text, each within a window of the one before, through whichever
     * providers; in order of their last arrival.
     */
    public List<SimulatedDuplicate> duplicates(Duration window) {
        return Duplicates.among(messages(), window);
    }

    /** Calls a listener, which returns at once, whenever something may look different; run the returned action to end that. */
    public Runnable onChange(Runnable listener) {
        return platform.changes().listen(listener);
    }

    private boolean notifyIfChanged(boolean changed) {
        if (changed) {
            platform.changes().notifyListeners();
        }
        return changed;
    }

    @Override
    public void close() {
        if (mail != null) {
            mail.stop();
        }
        server.close();
    }
}
