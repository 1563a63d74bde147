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

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;

/** The threads that the endpoints of a component share, each kind made when first needed. */
final class SmsThreads {
    private static final String TIMER = "SmsPacer";

    private final CamelContext context;
    private ExecutorService workers;
    private ExecutorService mailers;
    private ScheduledExecutorService timer;
    private HandOver handOver;

    SmsThreads(CamelContext context) {
        this.context = context;
    }

    /**
     * Where is done what may block. While messages are under way their ends need it, also when it is closed already: then whoever brings
     * the work does it.
     */
    synchronized Executor workers() {
        if (workers == null) {
            workers = context.getExecutorServiceManager().newCachedThreadPool(this, "SmsWorker");
        }
        ExecutorService pool = workers;
        return work -> {
            try {
                pool.execute(work);
            } catch (RejectedExecutionException closed) {
                work.run();
            }
        };
    }

    /** Where mails are handed over, for as long as the mail server takes. */
    synchronized Executor mailers() {
        if (mailers == null) {
            mailers = context.getExecutorServiceManager().newCachedThreadPool(this, "SmsMail");
        }
        return mailers;
    }

    /** Where what is due later is started; nothing may block it. */
    synchronized ScheduledExecutorService timer() {
        if (timer == null) {
            timer = context.getExecutorServiceManager().newScheduledThreadPool(this, TIMER, unbounded());
        }
        return timer;
    }

    /** Any number of messages may wait for their turn: Camel's own profile holds a thousand, and drops what comes after the end. */
    private static ThreadPoolProfile unbounded() {
        ThreadPoolProfile profile = new ThreadPoolProfile(TIMER);
        profile.setPoolSize(1);
        profile.setMaxQueueSize(-1);
        profile.setRejectedPolicy(ThreadPoolRejectedPolicy.Abort);
        return profile;
    }

    /** Where routes go on after an answer came. */
    synchronized Executor handOver() {
        if (handOver == null) {
            ScheduledExecutorService looks = timer();
            handOver =
                    new HandOver(workers(), look -> looks.schedule(look, 1, TimeUnit.MILLISECONDS), System::nanoTime);
        }
        return handOver;
    }

    /** Lets what runs come to its end for a while, but for mails: of those that are still under way the end was reported. */
    void close() {
        for (ExecutorService pool : leave()) {
            context.getExecutorServiceManager().shutdownGraceful(pool);
        }
    }

    /** What ends may need the threads meanwhile, so nobody waits for them under the lock. */
    private synchronized List<ExecutorService> leave() {
        if (mailers != null) {
            context.getExecutorServiceManager().shutdownNow(mailers);
        }
        List<ExecutorService> pools =
                Stream.of(timer, workers).filter(Objects::nonNull).toList();
        timer = null;
        workers = null;
        mailers = null;
        handOver = null;
        return pools;
    }
}
