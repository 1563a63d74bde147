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
package io.massms.benchmarks;

import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntConsumer;

/** One sender under load, in a process of its own. Prints what it did; every request is answered before it ends. */
final class LoadRun {
    private static final long LONGEST_DRAIN = TimeUnit.SECONDS.toNanos(30);

    private final Sender sender;
    private final Numbers numbers;
    private final AtomicLong sent = new AtomicLong();
    private final LongAdder answered = new LongAdder();
    private final LongAdder accepted = new LongAdder();
    private final AtomicInteger inFlight = new AtomicInteger();
    private volatile boolean stopping;

    private LoadRun(Sender sender, int recipients) {
        this.sender = sender;
        this.numbers = new Numbers(recipients);
    }

    /** Sender, provider, requests in flight, recipients a request, seconds to warm up, seconds to measure. */
    public static void main(String[] arguments) throws Exception {
        int inFlight = Integer.parseInt(arguments[2]);
        int recipients = Integer.parseInt(arguments[3]);
        Sender sender = Senders.start(arguments[0], URI.create(arguments[1]), inFlight);
        LoadRun run = new LoadRun(sender, recipients);
        run.start(inFlight);
        TimeUnit.SECONDS.sleep(Integer.parseInt(arguments[4]));
        Mark from = Mark.now();
        long answeredBefore = run.answered.sum();
        TimeUnit.SECONDS.sleep(Integer.parseInt(arguments[5]));
        long answered = run.answered.sum() - answeredBefore;
        Mark to = Mark.now();
        run.stop();
        System.out.println(LoadResult.between(from, to, answered, run.accepted.sum()));
        sender.close();
        System.exit(0);
    }

    private void start(int count) {
        inFlight.set(count);
        for (int i = 0; i < count; i++) {
            if (sender.blocking()) {
                new Thread(this::sendOneAfterTheOther, "load-" + i).start();
            } else {
                sendNext();
            }
        }
    }

    private void sendOneAfterTheOther() {
        while (!stopping) {
            send(this::count);
        }
        inFlight.decrementAndGet();
    }

    private void sendNext() {
        if (stopping) {
            inFlight.decrementAndGet();
        } else {
            send(recipients -> {
                count(recipients);
                sendNext();
            });
        }
    }

    private void send(IntConsumer done) {
        try {
            sender.send(numbers.of(sent.getAndIncrement()), done);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void count(int recipients) {
        answered.increment();
        accepted.add(recipients);
    }

    private void stop() throws InterruptedException {
        stopping = true;
        long until = System.nanoTime() + LONGEST_DRAIN;
        while (inFlight.get() > 0 && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }
}
