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

import io.massms.simulator.SimulatedMessage;
import java.time.Duration;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/** Routes that share the Quartz component with the messages that are held. */
class QuartzRouteTest extends SmsTestSupport {
    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                // what is inside of a split starts before what the route begins with, and so before the scheduler
                from("quartz:reminders?cron=*+*+*+*+*+?")
                        .setBody(constant("Hola,Ana"))
                        .split(body().tokenize(","))
                        .to(sms("linktosms", "to=3001234567"));
            }
        };
    }

    @Test
    void aRouteThatQuartzFiresSendsFromWithinASplit() {
        SimulatedMessage message = simulator.awaitMessage(sent -> sent.text().equals("Ana"), Duration.ofSeconds(30));

        assertThat(message.to()).isEqualTo("573001234567");
    }
}
