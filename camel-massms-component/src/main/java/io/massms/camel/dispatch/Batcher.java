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
package io.massms.camel.dispatch;

import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsMessage;
import io.massms.camel.spi.Verdict;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads messages as late as possible, and puts neighbours that share their content into one batch. */
final class Batcher {
    private static final Logger LOG = LoggerFactory.getLogger(Batcher.class);

    /** Settled messages wait for company too; no more than this, so that a result is never far behind its input. */
    private static final int MOST_MESSAGES = 1_000;

    private final String provider;
    private final Iterator<SmsMessage> messages;
    private final BooleanSupplier stopping;
    private final Preparer preparer;
    private final int recipientsPerRequest;
    private final LineLimit lineLimit;
    private final boolean personalised;
    private final Queue<OutgoingMessage> read = new ArrayDeque<>();
    private boolean ended;
    private int count;

    Batcher(Iterator<SmsMessage> messages, BooleanSupplier stopping, Preparer preparer, SendSettings settings) {
        this.provider = settings.account().profile().id();
        this.messages = messages;
        this.stopping = stopping;
        this.preparer = preparer;
        this.recipientsPerRequest = settings.recipientsPerRequest();
        this.lineLimit = settings.lineLimit();
        this.personalised = settings.profile().personalised();
    }

    /** The next batch; null at the end of the messages. */
    Batch next() {
        Batch batch = null;
        while (hasOutgoing()) {
            if (batch == null) {
                batch = new Batch(Math.min(read.size(), MOST_MESSAGES));
            } else if (!batch.accepts(read.peek(), personalised) || !batch.hasRoom(read.peek(), lineLimit)) {
                return batch;
            }
            batch.add(read.poll());
            if (batch.pending() == recipientsPerRequest || batch.size() >= MOST_MESSAGES) {
                return batch;
            }
        }
        return batch;
    }

    private boolean hasOutgoing() {
        while (read.isEmpty() && !ended) {
            readOne();
        }
        return !read.isEmpty();
    }

    /**
     * A source that fails must not take with it what was read before: that may have been sent by now. Its end is noted as a
     * message of its own, so that the result says so. That holds for an Error too, and for what a source in another language throws.
     */
    private void readOne() {
        SmsMessage message;
        try {
            count++;
            ended = !messages.hasNext();
            if (ended) {
                return;
            }
            if (stopping.getAsBoolean()) {
                endEarly("The component stopped at message " + count);
                return;
            }
            message = messages.next();
        } catch (UnreadableMessageException e) {
            read.add(OutgoingMessage.settled(e.readable(), e.readable().to(), false, unreadable(e)));
            return;
        } catch (Throwable e) {
            endEarly("The input broke off at message " + count + " ("
                    + e.getClass().getName() + ")");
            return;
        }
        try {
            preparer.prepare(message, read::add);
        } catch (Throwable e) { // one message must not take with it those that may have been sent by now
            read.clear(); // its first recipients
            read.add(OutgoingMessage.settled(
                    message,
                    message.to(),
                    false,
                    refused("The message could not be prepared (" + e.getClass().getName() + ")")));
        }
    }

    /** Logged as well: who looks at no receipt would take the send for a success. */
    private void endEarly(String what) {
        ended = true;
        String why = what + "; what follows was not read";
        LOG.warn("{}: {}", provider, why);
        read.add(OutgoingMessage.unread(refused(why)));
    }

    private static Verdict refused(String why) {
        return Verdict.refusedHere(SmsError.OTHER, why);
    }

    private static Verdict unreadable(UnreadableMessageException e) {
        return Verdict.refusedHere(SmsError.MISSING_PARAMETER, e.getMessage());
    }
}
