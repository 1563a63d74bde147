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

import io.massms.camel.model.SmsResult;
import io.massms.camel.model.SmsState;
import io.massms.camel.model.SmsStatus;
import io.massms.simulator.DeliveryOutcome;
import io.massms.simulator.MessageState;
import io.massms.simulator.Simulator;
import java.time.Duration;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;

/** The same component from Java, from YAML, and configured by properties. */
class DslTest {
    private static final String YAML = """
            # tag::yaml[]
            - route:
                from:
                  uri: direct:appointments
                  steps:
                    - setBody:
                        constant: "Su cita es hoy a las 3"
                    - to:
                        uri: sms:linktosms
                        parameters:
                          to: "{{phone}}"
            # end::yaml[]
            """;

    @Test
    void aYamlRouteSendsThroughAComponentConfiguredByProperties() throws Exception {
        try (Simulator simulator = Simulator.start()) {
            Main main = new Main();
            main.setOverrideProperties(properties(simulator));
            main.start();
            try {
                Resource yaml = ResourceHelper.fromString("appointments.yaml", YAML);
                PluginHelper.getRoutesLoader(main.getCamelContext()).loadRoutes(yaml);
                SmsResult result = main.getCamelTemplate().requestBody("direct:appointments", null, SmsResult.class);

                assertThat(result.acceptedCount()).isEqualTo(1);
                assertThat(simulator.messages())
                        .singleElement()
                        .satisfies(message -> assertThat(message.to()).isEqualTo("573001234567"));
            } finally {
                main.stop();
            }
        }
    }

    @Test
    void aJavaRouteSendsThroughAComponentConfiguredByProperties() throws Exception {
        try (Simulator simulator = Simulator.start()) {
            Main main = new Main();
            main.setOverrideProperties(properties(simulator));
            // tag::java[]
            main.configure().addRoutesBuilder(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:appointments")
                            .setBody(constant("Su cita es hoy a las 3"))
                            .to("sms:linktosms?to={{phone}}")
                            .log("accepted: ${header.CamelSmsAcceptedCount}");
                }
            });
            // end::java[]
            main.start();
            try {
                assertThat(main.getCamelTemplate()
                                .requestBody("direct:appointments", null, SmsResult.class)
                                .acceptedCount())
                        .isEqualTo(1);
            } finally {
                main.stop();
            }
        }
    }

    @Test
    void aJavaRouteGetsTheDeliveryReportOfAMessage() throws Exception {
        Queue<SmsStatus> undelivered = new ConcurrentLinkedQueue<>();
        try (Simulator simulator = Simulator.start()) {
            simulator.clock().freeze();
            Main main = new Main();
            Properties properties = properties(simulator);
            properties.put("camel.component.sms.status-first-interval", "20ms");
            main.setOverrideProperties(properties);
            main.configure().addRoutesBuilder(new RouteBuilder() {
                @Override
                public void configure() {
                    // tag::status[]
                    from("sms:linktosms?operation=status")
                            .filter(header("CamelSmsState").isEqualTo("UNDELIVERABLE"))
                            .to("direct:callTheCustomer");
                    // end::status[]
                    from("direct:callTheCustomer")
                            .process(exchange ->
                                    undelivered.add(exchange.getMessage().getBody(SmsStatus.class)));
                }
            });
            main.start();
            try {
                main.getCamelTemplate().sendBody("sms:linktosms?to={{phone}}", "Hola");
                simulator.deliver(simulator.messages().get(0).id(), DeliveryOutcome.of(MessageState.UNREACHABLE));
                simulator.clock().advance(Duration.ofDays(1));

                await().until(() -> !undelivered.isEmpty());
                assertThat(undelivered).extracting(SmsStatus::state).containsExactly(SmsState.UNDELIVERABLE);
            } finally {
                main.stop();
            }
        }
    }

    private static Properties properties(Simulator simulator) {
        Properties properties = new Properties();
        properties.put("phone", "+57 300 123 4567");
        properties.put("camel.component.sms.api-id", "acme");
        properties.put("camel.component.sms.user", "ana");
        properties.put("camel.component.sms.password", "secret");
        properties.put("camel.component.sms.base-url", simulator.baseUrl("linktosms"));
        properties.put("camel.component.sms.request-timeout", "5s");
        return properties;
    }
}
