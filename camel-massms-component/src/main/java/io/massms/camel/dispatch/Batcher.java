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

/** Reads messages as late as possible, and puts neighbours that share their content into one batch. */
final class Batcher {
    /** Settled deliveries wait for company too; no more than this, so that a result is never far behind its input. */
    private static final int MOST_DELIVERIES = 1_000;

    private final Iterator<SmsMessage> messages;
    private final BooleanSupplier stopping;
    private final Preparer preparer;
    private final int recipientsPerRequest;
    private final LineLimit lineLimit;
    private final boolean personalised;
    private final Queue<Delivery> read = new ArrayDeque<>();
    private boolean ended;
    private int count;

    Batcher(Iterator<SmsMessage> messages, BooleanSupplier stopping, Preparer preparer, SendSettings settings) {
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
        while (hasDelivery()) {
            if (batch == null) {
                batch = new Batch(Math.min(read.size(), MOST_DELIVERIES));
            } else if (!batch.accepts(read.peek(), personalised) || !batch.hasRoom(read.peek(), lineLimit)) {
                return batch;
            }
            batch.add(read.poll());
            if (batch.pending() == recipientsPerRequest || batch.size() >= MOST_DELIVERIES) {
                return batch;
            }
        }
        return batch;
    }

    private boolean hasDelivery() {
        while (read.isEmpty() && !ended) {
            readOne();
        }
        return !read.isEmpty();
    }

    /**
     * A source that fails must not take with it what was read before: that may have been sent by now. Its end is noted as a
     * delivery of its own, so that the result tells. That holds for an Error too, and for what a source in another language throws.
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
            read.add(Delivery.settled(e.readable(), e.readable().to(), false, unreadable(e)));
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
            read.add(Delivery.settled(
                    message,
                    message.to(),
                    false,
                    refused("The message could not be prepared (" + e.getClass().getName() + ")")));
        }
    }

    private void endEarly(String why) {
        ended = true;
        read.add(
                Delivery.settled(SmsMessage.of(null, null), null, false, refused(why + "; what follows was not read")));
    }

    private static Verdict refused(String why) {
        return Verdict.rejected(SmsError.OTHER, null, null, why);
    }

    private static Verdict unreadable(UnreadableMessageException e) {
        return Verdict.rejected(SmsError.MISSING_PARAMETER, null, null, e.getMessage());
    }
}
