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
package io.massms.camel.component.inbox;

import io.massms.camel.model.InboundSms;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.apache.camel.support.service.ServiceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows which messages of an inbox were consumed. The repository stores this. Some repositories forget, for example those that keep only the
 * last 1000 ids. So the ids are also kept in memory while the inbox contains the messages. Otherwise the messages of a larger inbox would
 * be consumed again and again.
 */
final class ConsumedMessages {
    private static final Logger LOG = LoggerFactory.getLogger(ConsumedMessages.class);

    private final IdempotentRepository repository;
    private final String inbox;
    private final Set<String> ids = new HashSet<>();
    private Set<String> missed = Set.of();
    private volatile boolean known;
    private volatile boolean warned;

    /**
     * What a repository knows.
     *
     * @param repository of consumed messages, by inbox and message id
     * @param inbox      tells inboxes that share a repository apart
     */
    ConsumedMessages(IdempotentRepository repository, String inbox) {
        this.repository = repository;
        this.inbox = inbox;
    }

    /** Forgets nothing while the process lives: a message that it forgot would be consumed again at the next look at the whole inbox. */
    static IdempotentRepository inMemory() {
        return MemoryIdempotentRepository.memoryIdempotentRepository(new ConcurrentHashMap<>());
    }

    void start() {
        ServiceHelper.startService(repository);
    }

    /** Whether this inbox was never read with this repository. */
    boolean isNew() {
        known = known || repository.contains(knownKey());
        return !known;
    }

    /** Notes that from now on everything that it lacks was not consumed. */
    void known() {
        remember(knownKey());
        known = true;
    }

    boolean contains(InboundSms message) {
        return repository.contains(key(message)) || wasForgotten(message);
    }

    private boolean wasForgotten(InboundSms message) {
        synchronized (this) {
            if (!ids.contains(message.messageId())) {
                return false;
            }
        }
        if (!warned) {
            warned = true;
            LOG.warn(
                    "The idempotentRepository forgot message {}, which was consumed. It is not consumed again by this process, but may be"
                            + " after a restart: give the repository room for more messages than the inbox holds",
                    key(message));
        }
        return true;
    }

    /** Notes that a message was consumed. */
    void add(InboundSms message) {
        remember(key(message));
        synchronized (this) {
            ids.add(message.messageId());
        }
    }

    /**
     * Forgets the ids of messages that are no longer in the inbox. An id is forgotten only if two reads of the whole inbox, one after the
     * other, did not contain it, because the answer to a single read may be cut off.
     *
     * @param all the messages of one read of the whole inbox
     */
    synchronized void shown(List<InboundSms> all) {
        Set<String> gone = new HashSet<>(ids);
        all.forEach(message -> gone.remove(message.messageId()));
        ids.removeIf(id -> gone.contains(id) && missed.contains(id));
        gone.retainAll(ids);
        missed = gone;
    }

    /** How a message is called in the repository. */
    String key(InboundSms message) {
        return inbox + ":" + message.messageId();
    }

    private String knownKey() {
        return inbox + ":known";
    }

    private void remember(String key) {
        repository.add(key);
        repository.confirm(key);
    }
}
