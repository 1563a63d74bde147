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
package io.massms.camel.component.mail;

import io.massms.camel.dispatch.Waits;
import io.massms.camel.spi.Reply;
import io.massms.camel.transport.Transport;
import io.massms.camel.transport.TransportException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** One mail, from the wait for a thread to the one word to the handler: whoever makes it {@code DONE} says it. */
final class MailExchange {
    private static final byte[] NOTHING = {};

    private final Supplier<Exception> sending;
    private final Duration deadline;
    private final Transport.ReplyHandler handler;
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.WAITING);
    private volatile Waits.Wait end;

    private enum Stage {
        WAITING,
        UNDER_WAY,
        DONE
    }

    /**
     * A mail to send.
     *
     * @param sending  sends it; gives why it failed, or null
     * @param deadline how long everything may take
     * @param handler  receives what came of it, once
     */
    MailExchange(Supplier<Exception> sending, Duration deadline, Transport.ReplyHandler handler) {
        this.sending = sending;
        this.deadline = deadline;
        this.handler = handler;
    }

    void start(Executor threads, Waits deadlines) {
        end = deadlines.start(deadline.toNanos(), this::late, this::stopped);
        try {
            threads.execute(this::send);
        } catch (RejectedExecutionException stopping) {
            end.cancel();
            stopped();
        }
    }

    private void send() {
        if (!stage.compareAndSet(Stage.WAITING, Stage.UNDER_WAY)) {
            return;
        }
        Exception failure = sending.get();
        if (stage.compareAndSet(Stage.UNDER_WAY, Stage.DONE)) {
            end.cancel();
            if (failure == null) {
                handler.onReply(new Reply(250, NOTHING, StandardCharsets.US_ASCII, null));
            } else {
                MailFailures.report(failure, handler);
            }
        }
    }

    private void late() {
        end(
                TransportException.timeout(
                        "The mail server did not take the mail within " + deadline.toMillis() + " ms", null),
                "No thread to send the mail in time");
    }

    private void stopped() {
        end(
                TransportException.broken("The component stopped before the mail server took the mail", null),
                "Not sent by mail: the component is stopping");
    }

    private void end(TransportException whereUnderWay, String whereWaiting) {
        Stage reached = stage.getAndSet(Stage.DONE);
        if (reached == Stage.UNDER_WAY) {
            handler.onFailure(whereUnderWay);
        } else if (reached == Stage.WAITING) {
            handler.onFailure(TransportException.notSent(whereWaiting, null));
        }
    }
}
