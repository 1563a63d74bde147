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

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeTimedOutException;
import org.apache.camel.PooledExchange;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.EventDrivenPollingConsumer;
import org.apache.camel.support.ExchangeHelper;

/**
 * Where exchanges wait for somebody who polls. What nobody took when it stops has failed: Camel would forget it, and who waits for its
 * end would never be reported.
 */
public final class PollingQueue extends EventDrivenPollingConsumer {
    private final BlockingQueue<Exchange> waiting;

    private PollingQueue(DefaultEndpoint endpoint, BlockingQueue<Exchange> waiting) {
        super(endpoint, waiting);
        this.waiting = waiting;
    }

    /**
     * A queue as the endpoint's options want it.
     *
     * @param  endpoint whose consumer fills it
     * @return          empty
     */
    public static PollingQueue of(DefaultEndpoint endpoint) {
        int size = endpoint.getPollingConsumerQueueSize();
        PollingQueue queue =
                new PollingQueue(endpoint, size > 0 ? new ArrayBlockingQueue<>(size) : new LinkedBlockingQueue<>());
        queue.setBlockWhenFull(endpoint.isPollingConsumerBlockWhenFull());
        queue.setBlockTimeout(endpoint.getPollingConsumerBlockTimeout());
        queue.setCopy(endpoint.isPollingConsumerCopy());
        return queue;
    }

    /** Throws where the exchange was not taken in; then it keeps its completions. */
    @Override
    public void process(Exchange exchange) throws Exception {
        Exchange taken = isCopy() || exchange instanceof PooledExchange
                ? ExchangeHelper.createCorrelatedCopy(exchange, true, true)
                : exchange;
        try {
            put(taken);
        } catch (Exception e) {
            if (taken != exchange) {
                taken.getExchangeExtension().handoverCompletions(exchange);
            }
            throw e;
        }
    }

    private void put(Exchange exchange) throws Exception {
        if (!isBlockWhenFull()) {
            waiting.add(exchange);
        } else if (getBlockTimeout() <= 0) {
            putHoweverLong(exchange);
        } else if (!waiting.offer(exchange, getBlockTimeout(), TimeUnit.MILLISECONDS)) {
            throw new ExchangeTimedOutException(exchange, getBlockTimeout());
        }
        if (!isRunAllowed() && waiting.remove(exchange)) {
            throw stopped();
        }
    }

    private void putHoweverLong(Exchange exchange) {
        try {
            waiting.put(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stopped();
        }
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        List<Exchange> left = new ArrayList<>();
        waiting.drainTo(left);
        left.forEach(exchange -> {
            exchange.setException(stopped());
            RouteCall.end(exchange);
        });
    }

    private static RejectedExecutionException stopped() {
        return new RejectedExecutionException("The consumer stopped before somebody took the exchange");
    }
}
