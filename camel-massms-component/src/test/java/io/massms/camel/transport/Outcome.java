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
package io.massms.camel.transport;

import io.massms.camel.spi.Reply;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Remembers what a handler was called with, and how often. */
final class Outcome implements Transport.ReplyHandler {
    private final CountDownLatch completed = new CountDownLatch(1);
    private final AtomicInteger times = new AtomicInteger();
    private volatile Reply reply;
    private volatile TransportException failure;

    @Override
    public void onReply(Reply reply) {
        this.reply = reply;
        times.incrementAndGet();
        completed.countDown();
    }

    @Override
    public void onFailure(TransportException failure) {
        this.failure = failure;
        times.incrementAndGet();
        completed.countDown();
    }

    Reply reply() {
        await();
        if (failure != null) {
            throw new AssertionError("Expected a reply", failure);
        }
        return reply;
    }

    TransportException failure() {
        await();
        if (reply != null) {
            throw new AssertionError("Expected a failure, not " + reply);
        }
        return failure;
    }

    int times() {
        return times.get();
    }

    boolean isNotSent() {
        await();
        return failure != null && !failure.requestMayHaveLeft();
    }

    /** Throws also what a handler does not declare. */
    @SuppressWarnings("unchecked")
    static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }

    void await() {
        try {
            if (!completed.await(20, TimeUnit.SECONDS)) {
                throw new AssertionError("The handler was not called");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
