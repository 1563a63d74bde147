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
package io.massms.camel.tracker;

import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsState;
import io.massms.camel.spi.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/**
 * A record of every message submitted. {@link #begin} and {@link #complete} are for the send path: they never block, and their stages
 * complete on a thread that may go on sending but must not be blocked for long. Everything else may block and throws
 * {@link TrackerException} when the store fails.
 */
public interface SmsTracker extends AutoCloseable {

    /**
     * Stores the intent to send, before anything leaves.
     *
     * @param  submissions what is about to be sent
     * @return             one admission for each, in the same order, once all are stored for good. Only what is {@code ADMITTED} may be sent.
     *                     Fails with {@link TrackerException}: then nothing may be sent
     */
    CompletionStage<List<Admission>> begin(List<Submission> submissions);

    /**
     * Stores what came of sending. Must follow for everything admitted, also for what did not leave after all.
     *
     * @param  settlements the outcomes
     * @return             done once all are stored. Fails with {@link TrackerException} after the store failed for a while: then the messages
     *                     stay in flight, which reads as uncertain once this process ends
     */
    CompletionStage<Void> complete(List<Settlement> settlements);

    /**
     * Waits, holding no thread, for the outcome of a message that is under way here or in another process.
     *
     * @param  id      the tracker's id
     * @param  timeout how long at most
     * @return         the message once it is no longer in flight (also when that is because its process died); empty after the timeout, and
     *                 for an unknown id
     */
    CompletionStage<Optional<TrackedMessage>> await(UUID id, Duration timeout);

    /**
     * Finds a message.
     *
     * @param  id the tracker's id
     * @return    empty when there is none, or none any more
     */
    Optional<TrackedMessage> find(UUID id);

    /**
     * Finds messages by the provider's id.
     *
     * @param  account           the account
     * @param  providerMessageId the provider's id
     * @return                   the youngest first; several only where the provider uses ids again
     */
    List<TrackedMessage> findByProviderMessageId(String account, String providerMessageId);

    /**
     * Finds messages by the caller's reference.
     *
     * @param  account  the account
     * @param  clientId the caller's reference
     * @return          the youngest first
     */
    List<TrackedMessage> findByClientId(String account, String clientId);

    /**
     * Finds messages of which something more may be told, by their recipient: for what a provider tells without naming anything else.
     *
     * @param  account   the account
     * @param  channel   by which they went; looked up by an index where it is {@code smtp}
     * @param  recipient as the provider was told it
     * @return           the youngest first; none that was refused or is in a final state
     */
    List<TrackedMessage> findOutstanding(String account, Channel channel, String recipient);

    /**
     * Claims messages whose status is to be asked for. The same are given to nobody else before the claim ends, at which they are due again:
     * so nothing is forgotten when the asking process dies. A message that {@linkplain TrackedMessage#hasLastWord has its last word} already
     * is one whose change was not told yet: it needs no question, only telling, and then {@link #schedule} with null.
     *
     * @param  account the account
     * @param  now     what time it is
     * @param  limit   how many at most
     * @param  claim   for how long
     * @return         the longest due first, each with the time at which it was due
     */
    List<TrackedMessage> due(String account, Instant now, int limit, Duration claim);

    /**
     * Stores what a provider says. Reports may be repeated and out of order: states only go forward (unknown, scheduled, on the way, final),
     * and the first final state stays; a different one that comes later is put into the message's note. A report by a provider's id that is
     * not known yet is kept for a while and applied when {@link #complete} brings that id; the message then becomes due at once if it is one
     * that is asked for.
     *
     * @param  reports in the order of their arrival
     * @return         what really changed, once per message
     */
    List<StatusChange> record(List<StatusReport> reports);

    /**
     * Sets when to ask for a message's status, or to tell it again. Only where its state is still the one that was seen: what has changed
     * since was given a time of its own.
     *
     * @param seen      as it was seen; one that is unknown by now is ignored
     * @param nextCheck when; null for never again
     */
    void schedule(TrackedMessage seen, Instant nextCheck);

    /**
     * Lists messages that {@linkplain TrackedMessage#canBeSettled take somebody} to say what became of them: their answer told nothing, the
     * process that sent them died, or the provider took them and then knew nothing of them.
     *
     * @param  account       the account
     * @param  startedBefore only those whose sending began before
     * @param  limit         how many at most
     * @return               the oldest first
     */
    List<TrackedMessage> uncertain(String account, Instant startedBefore, int limit);

    /**
     * Ends an uncertainty. {@code REJECTED} says that the message did not leave: its key may then be sent again. What is on its way, and has
     * an id of the provider's, is due at once: the provider can say what becomes of it.
     *
     * @param  id                    the tracker's id
     * @param  state                 what became of it; not {@code UNKNOWN} or {@code SKIPPED}
     * @param  error                 why it did not go; null otherwise
     * @param  note                  who found out, and how; null for nothing
     * @return                       what changed; empty when there is no such message
     * @throws IllegalStateException when it {@linkplain TrackedMessage#canBeSettled needs no settling}
     */
    Optional<StatusChange> settle(UUID id, SmsState state, SmsError error, String note);

    /**
     * Forgets messages of which nothing more is expected: refused, in a final state, or no longer asked for. What is in flight, uncertain
     * or still to be asked for stays. With a message its key is forgotten.
     *
     * @param  startedBefore only those whose sending began before, and which were not to be asked for since then
     * @return               how many
     */
    int purge(Instant startedBefore);

    /** Stores what is still to be stored and lets go of everything. What is in flight is uncertain from then on. */
    @Override
    void close();
}
