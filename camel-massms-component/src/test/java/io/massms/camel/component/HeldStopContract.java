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

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.massms.simulator.Fault;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of held messages that are on their way when their application stops, whichever database holds them. */
@Timeout(180)
abstract class HeldStopContract extends HeldStoreTestSupport {

    @Test
    void whatIsAtTheProviderIsReportedThoughTheContextStops() throws Exception {
        CamelContext application = sendingSlowly();
        application.stop();

        assertThat(results).hasSize(1);
        application(true, "");
        assertThat(waitingTriggers()).isZero();
        assertThat(simulator.requestCount()).isEqualTo(1);
    }

    @Test
    void whatIsAtTheProviderIsReportedThoughItsRouteStops() throws Exception {
        CamelContext application = sendingSlowly();
        application.getRouteController().stopRoute("sending");
        application.removeRoute("sending");

        await().atMost(PATIENCE).until(() -> results.size() == 1);
    }

    @Test
    void whatIsAtTheProviderIsReportedThoughTheContextStopsAfterItsRoute() throws Exception {
        CamelContext application = sendingSlowly();
        application.getRouteController().stopRoute("sending");
        application.removeRoute("sending");
        application.stop();

        assertThat(results).hasSize(1);
    }

    @Test
    void whatWaitsForItsTurnAtAStopGoesLaterAsIfItHadNotBeenTried() throws Exception {
        CamelContext application = application(true, "&requestInterval=30000&scheduledRetries=0");
        hold(application, 1, Duration.ofMillis(300));
        hold(application, 2, Duration.ofMillis(300));
        await().atMost(PATIENCE).until(() -> results.size() == 1 && executing(application) == 1);
        long begin = System.nanoTime();
        application.stop();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(25));
        assertThat(simulator.requestCount()).isEqualTo(1);
        application(true, "");
        await().atMost(PATIENCE).until(() -> results.size() == 2);
        assertThat(simulator.acceptedCount()).isEqualTo(2);
    }

    private static int executing(CamelContext application) throws Exception {
        return scheduler(application).getCurrentlyExecutingJobs().size();
    }

    private CamelContext sendingSlowly() throws Exception {
        simulator.fault(Fault.delay(Duration.ofSeconds(3)).always());
        CamelContext application = application(true, "");
        hold(application, 1, Duration.ofMillis(300));
        await().atMost(PATIENCE).until(() -> simulator.requestCount() == 1);
        return application;
    }
}
