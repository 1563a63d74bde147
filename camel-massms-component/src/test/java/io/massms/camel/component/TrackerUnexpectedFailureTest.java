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

import io.massms.camel.tracker.MemoryTracker;
import io.massms.camel.tracker.SmsTracker;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Exchange;
import org.apache.camel.component.quartz.QuartzComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.quartz.Scheduler;

/** The tracker fails with an unexpected error: its callers get an exception and do not wait for ever. */
@Timeout(20)
class TrackerUnexpectedFailureTest extends SmsTestSupport {
    private final AtomicBoolean broken = new AtomicBoolean();

    @Test
    void settlingEnds() {
        SmsTracker tracker = new MemoryTracker();
        context.getRegistry()
                .bind(
                        "broken",
                        Proxy.newProxyInstance(
                                getClass().getClassLoader(),
                                new Class<?>[] {SmsTracker.class},
                                (proxy, method, arguments) -> {
                                    failOnceBroken();
                                    return method.invoke(tracker, arguments);
                                }));
        context.getEndpoint(sms("natalia", "operation=settle", "tracker=#broken"));
        broken.set(true);
        Exchange exchange = send(
                sms("natalia", "operation=settle", "tracker=#broken"),
                "asked the provider",
                Map.of(SmsConstants.CLIENT_ID, "order-1", SmsConstants.STATE, "REJECTED"));

        assertThat(exchange.getException()).hasRootCauseInstanceOf(NoClassDefFoundError.class);
    }

    @Test
    void cancellingEnds() {
        String uri = sms("natalia", "operation=cancel");
        context.getEndpoint(uri);
        context.addComponent("quartz", new QuartzComponent() {
            @Override
            public Scheduler getScheduler() {
                failOnceBroken();
                return super.getScheduler();
            }
        });
        broken.set(true);
        Exchange exchange = send(uri, null, Map.of(SmsConstants.CLIENT_ID, "order-1"));
        broken.set(false);

        assertThat(exchange.getException()).hasRootCauseInstanceOf(NoClassDefFoundError.class);
    }

    private void failOnceBroken() {
        if (broken.get()) {
            throw new NoClassDefFoundError("x");
        }
    }
}
