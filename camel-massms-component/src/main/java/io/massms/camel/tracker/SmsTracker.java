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
 * A record of every message that is sent.
 *
 * <p>{@link #begin}, {@link #complete} and {@link #await} never block. Their stages complete on a thread that may continue to send, but that
 * must not be blocked for long. All other methods may block, and throw {@link TrackerException} if the store fails.
 *
 * <p>An <i>account</i> is the {@linkplain io.massms.camel.spi.Account#key() key} of an account. A <i>tracker's id</i> is the id that
 * {@link #begin} gave to a message.
 */
public interface SmsTracker extends AutoCloseable {

    /**
     * Stores the intent to send. Call it before sending, and send nothing before the stage completes.
     *
     * @param  submissions the messages that are about to be sent
     * @return             one admission for each, in the same order, once all are safely stored. Only messages that are {@code ADMITTED} may be
     *                     sent. If the store fails, the stage fails with {@link TrackerException}, and nothing may be sent
     * @throws IllegalArgumentException if a client id is longer than {@value Submission#LONGEST_CLIENT_ID} characters; then none is stored
     */
    CompletionStage<List<Admission>> begin(List<Submission> submissions);

    /**
     * Stores the outcome of sending. Must be called for every admitted message, also for one that was not sent after all.
     *
     * @param  settlements the outcomes
     * @return             completes once all are stored. If the store keeps failing, the stage fails with {@link TrackerException}. The messages
     *                     then stay in flight until the tracker, which goes on trying, has stored the outcome. They count as uncertain if this
     *                     process ends before that
     */
    CompletionStage<Void> complete(List<Settlement> settlements);

    /**
     * Waits for the outcome of a message that this process or another one is sending. Holds no thread.
     *
     * @param  id      the tracker's id
     * @param  timeout the longest time to wait
     * @return         the message once it is no longer in flight, also if the reason is that its process died; empty after the timeout, and for
     *                 an unknown id
     */
    CompletionStage<Optional<TrackedMessage>> await(UUID id, Duration timeout);

    /**
     * Finds a message by the tracker's id.
     *
     * @param  id the tracker's id
     * @return    empty if there is no such message, or if it was purged
     */
    Optional<TrackedMessage> find(UUID id);

    /**
     * Finds messages by the provider's id.
     *
     * @param  account           the account
     * @param  providerMessageId the provider's id
     * @return                   the newest first; more than one only if the provider uses an id again
     */
    List<TrackedMessage> findByProviderMessageId(String account, String providerMessageId);

    /**
     * Finds messages by client id.
     *
     * @param  account  the account
     * @param  clientId the client id
     * @return          the newest first
     */
    List<TrackedMessage> findByClientId(String account, String clientId);

    /**
     * Finds messages by their recipient, if a report about them may still come. For reports that name only the recipient.
     *
     * @param  account   the account
     * @param  channel   the channel by which they were sent. The search is fast, by an index, only for {@code smtp}
     * @param  recipient the recipient in the form in which it was sent to the provider
     * @return           the newest first; without messages that were refused or are in a final state
     */
    List<TrackedMessage> findOutstanding(String account, Channel channel, String recipient);

    /**
     * Claims due messages: no other caller gets them until the claim expires, when they become due again. So no message is forgotten if the
     * process that claimed it dies.
     *
     * <p>A message whose polling is finished ({@link TrackedMessage#pollingFinished()}) is returned because its final report has not been delivered:
     * emit it, then call {@link #schedule schedule(message, null)}.
     *
     * @param  account the account
     * @param  now     the current time
     * @param  limit   the most messages to claim
     * @param  claim   the duration of the claim
     * @return         the messages, the longest due first. Each has the time at which it was due, not the end of the claim
     */
    List<TrackedMessage> due(String account, Instant now, int limit, Duration claim);

    /**
     * Stores delivery reports. Reports may be repeated, and may come in any order:
     *
     * <ul>
     * <li>States only go forward: unknown, scheduled, on the way, final. ({@link StatusReport#last()} has one exception.)
     * <li>The first final state stays. A different final state that comes later is only put into the note of the message.
     * <li>A report with a provider's id that is not known yet is kept for a while. It is applied when {@link #complete} stores that id. The
     * message then becomes due at once if its status is polled.
     * </ul>
     *
     * @param  reports the reports, in the order of their arrival
     * @return         the messages that really changed, each once
     */
    List<StatusChange> record(List<StatusReport> reports);

    /**
     * Sets when a message is due again: to ask for its status, or to emit its report again. Does nothing if the state of the message has
     * changed since the caller saw it, because the change came with its own time.
     *
     * @param seen      the message as the caller saw it; ignored if the tracker does not know it any more
     * @param nextCheck when it is due; null for never
     */
    void schedule(TrackedMessage seen, Instant nextCheck);

    /**
     * Lists messages that {@linkplain TrackedMessage#canBeSettled can be settled}: the answer to them was lost or unreadable, the process that
     * sent them died, or the provider accepted them and then did not know them any more.
     *
     * @param  account       the account
     * @param  startedBefore only messages whose sending began before this time
     * @param  limit         the most messages to return
     * @return               the oldest first
     */
    List<TrackedMessage> uncertain(String account, Instant startedBefore, int limit);

    /**
     * Records the outcome of a message that is open.
     *
     * <p>{@code REJECTED} says that the message was not sent: the same key may then be sent again. If that is wrong, the recipient gets the
     * message twice. A message that is settled as {@code ENROUTE} or {@code SCHEDULED}, and has an id of the provider, becomes due at once.
     *
     * @param  id                       the tracker's id
     * @param  state                    the outcome
     * @param  error                    why it was not sent; null otherwise
     * @param  note                     who found out, and how; null for no note
     * @return                          the change; empty if there is no such message
     * @throws IllegalArgumentException if the state is {@code UNKNOWN} or {@code SKIPPED}
     * @throws IllegalStateException    if the message {@linkplain TrackedMessage#canBeSettled is not open}
     */
    Optional<StatusChange> settle(UUID id, SmsState state, SmsError error, String note);

    /**
     * Deletes messages about which nothing more is expected: refused, in a final state, or no longer polled. Messages that are in flight,
     * uncertain or still polled stay. With a message its idempotency key is deleted: the same key can then be sent again.
     *
     * @param  startedBefore only messages whose sending began before this time, and that were not due after it
     * @return               how many were deleted
     */
    int purge(Instant startedBefore);

    /**
     * Stores what is still to be stored, which may take some time where the store fails, and releases all resources. Messages that are in
     * flight are uncertain from then on.
     */
    @Override
    void close();
}
