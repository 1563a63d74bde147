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
package io.massms.camel.component.route;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.PollingConsumer;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.spi.InflightRepository;
import org.apache.camel.spi.ReactiveExecutor;
import org.apache.camel.spi.UnitOfWork;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.apache.camel.support.UnitOfWorkHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a route process an exchange, and sees to its end. Camel lets an Error of a step out, which ends a scheduled consumer for good,
 * and leaves the exchange in flight: its next step waits on the thread, to be done before the next exchange's as if nothing had
 * happened.
 */
public final class RouteCall {
    private static final Logger LOG = LoggerFactory.getLogger(RouteCall.class);

    private RouteCall() {}

    /**
     * Waits until the route is through with the exchange. What it threw is in the exchange then, an Error, too. Where a queue stands in
     * the place of a route, the exchange belongs to who polls when this returns, and its end is told when he is through with it.
     *
     * @param  route    a consumer's processor
     * @param  exchange that the route may have handed on when this returns, and its completions with it
     * @return          false where it failed
     */
    public static boolean process(Processor route, Exchange exchange) {
        return route instanceof PollingConsumer ? handOver(route, exchange) : finish(route, exchange);
    }

    /** The exchange must not be looked at once it is in the queue: another thread has it. */
    private static boolean handOver(Processor queue, Exchange exchange) {
        Throwable refusal = thrown(() -> queue.process(exchange));
        if (refusal != null) {
            exchange.setException(refusal);
            end(exchange);
        }
        return refusal == null;
    }

    /**
     * Has a route go on with an exchange that it left to a step, on a thread on which nothing else is under way. Where the exchange has
     * ended, the Error is that of another, which its end had go on, as a splitter's whole; that one cannot be known here.
     *
     * @param exchange that fails where a step that follows ends in an Error
     * @param callback of the step
     */
    public static void resume(Exchange exchange, AsyncCallback callback) {
        UnitOfWork work = exchange.getUnitOfWork();
        Throwable thrown = thrown(() -> callback.done(false));
        if (thrown != null) {
            LOG.error("A step behind an answer ended in an Error", thrown);
            boolean ended = work != null && exchange.getUnitOfWork() == null;
            finishWork(ended ? new DefaultExchange(exchange.getContext()) : exchange, thrown);
        }
    }

    private static boolean finish(Processor route, Exchange exchange) {
        End end = new End();
        exchange.getExchangeExtension().addOnCompletion(end);
        finishWork(exchange, thrown(() -> route.process(exchange)));
        if (!end.reached.get()) {
            end(exchange);
        }
        return !RouteFailure.isIn(exchange);
    }

    /** What a failure leaves on the thread would be done before the next exchange's steps, as if it had not been. */
    private static void finishWork(Exchange exchange, Throwable failure) {
        ReactiveExecutor work = exchange.getContext().getCamelContextExtension().getReactiveExecutor();
        for (Throwable left = failure; left != null; left = thrown(() -> work.scheduleSync(() -> {}))) {
            exchange.setException(left);
        }
    }

    private static Throwable thrown(Step step) {
        try {
            step.run();
            return null;
        } catch (Throwable e) {
            return e;
        }
    }

    /** The unit of work is missing where the exchange never entered the route, as when routes are forced to stop. */
    static void end(Exchange exchange) {
        UnitOfWork work = exchange.getUnitOfWork();
        if (work == null) {
            UnitOfWorkHelper.doneSynchronizations(
                    exchange, exchange.getExchangeExtension().handoverCompletions());
            return;
        }
        UnitOfWorkHelper.doneUow(work, exchange);
        InflightRepository inflight = exchange.getContext().getInflightRepository();
        for (Route route = work.popRoute(); route != null; route = work.popRoute()) {
            inflight.remove(exchange, route.getRouteId());
        }
    }

    private interface Step {
        void run() throws Exception;
    }

    private static final class End extends SynchronizationAdapter {
        private final AtomicBoolean reached = new AtomicBoolean();

        @Override
        public void onDone(Exchange exchange) {
            reached.set(true);
        }

        @Override
        public boolean allowHandover() {
            return false;
        }
    }
}
