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
import org.apache.camel.Exchange;
import org.apache.camel.PollingConsumer;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.spi.InflightRepository;
import org.apache.camel.spi.ReactiveExecutor;
import org.apache.camel.spi.UnitOfWork;
import org.apache.camel.spi.WrapAwareProcessor;
import org.apache.camel.support.SynchronizationAdapter;
import org.apache.camel.support.UnitOfWorkHelper;

/**
 * Has a route process an exchange, and sees to its end. Camel lets an Error of a step out, which ends a scheduled consumer for good,
 * and leaves the exchange in flight: its next step waits on the thread, to be done before the next exchange's as if nothing had
 * happened.
 */
public final class RouteCall {
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
        return isQueue(route) ? handOver(route, exchange) : finish(route, exchange);
    }

    private static boolean isQueue(Processor route) {
        return route instanceof PollingConsumer
                || route instanceof WrapAwareProcessor around && around.getWrapped() instanceof PollingConsumer;
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

    private static boolean finish(Processor route, Exchange exchange) {
        End end = new End();
        exchange.getExchangeExtension().addOnCompletion(end);
        ReactiveExecutor work = exchange.getContext().getCamelContextExtension().getReactiveExecutor();
        Throwable thrown = thrown(() -> route.process(exchange));
        while (thrown != null) {
            exchange.setException(thrown);
            thrown = thrown(() -> work.scheduleSync(() -> {}));
        }
        if (!end.reached.get()) {
            end(exchange);
        }
        return !RouteFailure.isIn(exchange);
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
