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

import io.massms.simulator.Simulator;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.ComponentCustomizer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.StdSchedulerFactory;

/** A scheduler that an application has without a Quartz component of its own, as with Spring Boot's starter for Quartz. */
class SchedulerBeanTest {
    private final Simulator simulator = Simulator.start();
    private Scheduler scheduler;

    /** How Camel learns of the scheduler. */
    enum Given {
        BEAN {
            @Override
            void to(CamelContext context, Scheduler scheduler) {
                context.getRegistry().bind("scheduler", scheduler);
            }
        },
        CUSTOMIZER {
            @Override
            void to(CamelContext context, Scheduler scheduler) {
                context.getRegistry()
                        .bind(
                                "customizer",
                                ComponentCustomizer.forType(
                                        QuartzComponent.class, quartz -> quartz.setScheduler(scheduler)));
            }
        };

        abstract void to(CamelContext context, Scheduler scheduler);
    }

    @BeforeEach
    void makeScheduler() throws SchedulerException {
        Properties properties = new Properties();
        properties.setProperty(
                "org.quartz.scheduler.instanceName", UUID.randomUUID().toString());
        properties.setProperty("org.quartz.threadPool.threadCount", "1");
        scheduler = new StdSchedulerFactory(properties).getScheduler();
    }

    @AfterEach
    void stop() throws SchedulerException {
        scheduler.shutdown(true);
        simulator.close();
    }

    @ParameterizedTest
    @EnumSource
    void whatAnEarlierContextHeldIsSent(Given given) throws Exception {
        try (CamelContext before = application(given)) {
            scheduler.standby();
            before.createProducerTemplate()
                    .sendBodyAndHeaders(
                            "direct:sms",
                            "Hola",
                            Map.of(
                                    SmsConstants.TO,
                                    "3001234567",
                                    SmsConstants.SCHEDULED_TIME,
                                    Instant.now().plusSeconds(3)));
        }
        assertThat(scheduler.getJobGroupNames()).hasSize(1);
        assertThat(simulator.requestCount()).isZero();

        try (CamelContext after = application(given)) {
            scheduler.start();
            await().atMost(Duration.ofSeconds(30)).until(() -> simulator.acceptedCount() == 1);
            assertThat(after.getStatus().isStarted()).isTrue();
        }
    }

    private CamelContext application(Given given) throws Exception {
        CamelContext context = new DefaultCamelContext();
        given.to(context, scheduler);
        HeldStoreTestSupport.addRoute(
                context,
                "sms:natalia?user=ana@example.org&password=s3cret-one&scheduledResultUri=direct:results&baseUrl="
                        + simulator.baseUrl("natalia"),
                exchange -> {});
        context.start();
        return context;
    }
}
