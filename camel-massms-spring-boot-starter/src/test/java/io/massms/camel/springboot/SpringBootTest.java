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
package io.massms.camel.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.massms.camel.component.SmsComponent;
import io.massms.camel.component.options.SmsConfiguration;
import io.massms.camel.model.SmsResult;
import io.massms.camel.text.TextPolicy;
import io.massms.camel.tracker.MemoryTracker;
import io.massms.camel.tracker.SmsTracker;
import io.massms.simulator.Simulator;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class SpringBootTest {
    private static final Map<String, Object> ACCOUNT = Map.of(
            "camel.component.sms.api-id", "acme",
            "camel.component.sms.user", "ana",
            "camel.component.sms.password", "${the.password}",
            "the.password", "top-secret");

    private Simulator simulator;

    @BeforeEach
    void startSimulator() {
        simulator = Simulator.start();
    }

    @AfterEach
    void stopSimulator() {
        simulator.close();
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Application {
        @Bean
        RouteBuilder reminders() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:reminders").to("sms:linktosms?to=3001234567");
                }
            };
        }

        @Bean
        SmsTracker messages() {
            return new MemoryTracker();
        }
    }

    private ConfigurableApplicationContext start(Map<String, Object> account, String... arguments) {
        return new SpringApplicationBuilder(Application.class)
                .properties(account)
                .properties("camel.component.sms.base-url=" + simulator.baseUrl("linktosms"))
                .run(arguments);
    }

    private static SmsResult remind(ConfigurableApplicationContext application) {
        return application
                .getBean(ProducerTemplate.class)
                .requestBody("direct:reminders", "Su cita es hoy a las 3", SmsResult.class);
    }

    private static SmsConfiguration options(ConfigurableApplicationContext application) {
        return application
                .getBean(CamelContext.class)
                .getComponent("sms", SmsComponent.class)
                .getConfiguration();
    }

    @Test
    void theApplicationsPropertiesAreTheComponentsOptions() {
        try (ConfigurableApplicationContext application = start(
                ACCOUNT,
                "--camel.component.sms.requestTimeout=5s",
                "--camel.component.sms.textPolicy=gsm7",
                "--camel.component.sms.configuration.country={{the.country:AR}}",
                "--camel.component.sms.tracker=#bean:messages")) {
            assertThat(remind(application).accepted()).hasSize(1);
            assertThat(simulator.messages()).hasSize(1);
            SmsConfiguration options = options(application);
            assertThat(options.getRequestTimeout()).isEqualTo(5_000);
            assertThat(options.getTextPolicy()).isEqualTo(TextPolicy.gsm7);
            assertThat(options.getCountry()).isEqualTo("AR");
            assertThat(options.getTracker()).isSameAs(application.getBean(SmsTracker.class));
        }
    }

    /** As Spring writes them: no dashes within a name. */
    @Test
    void environmentVariablesAreOptionsToo() {
        SystemEnvironmentPropertySource environment = new SystemEnvironmentPropertySource(
                "variables-systemEnvironment", Map.of("CAMEL_COMPONENT_SMS_APIID", "other"));
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(Application.class)
                .properties(ACCOUNT)
                .initializers(
                        context -> context.getEnvironment().getPropertySources().addFirst(environment))
                .run()) {
            assertThat(options(application).getApiId()).isEqualTo("other");
        }
    }

    @Test
    void anOptionThatTheComponentDoesNotHaveIsRefusedByItsName() {
        assertThatThrownBy(() -> start(ACCOUNT, "--camel.component.sms.pasword=top-secret"))
                .rootCause()
                .hasMessageContaining("no option pasword")
                .hasMessageNotContaining("top-secret");
    }

    @Test
    void aValueOutOfRangeIsRefusedWhenTheApplicationStarts() {
        assertThatThrownBy(() -> start(ACCOUNT, "--camel.component.sms.concurrent-requests=0"))
                .rootCause()
                .hasMessageContaining("concurrentRequests");
    }

    @Test
    void whoSaysSoConfiguresTheComponentAlone() {
        for (String off : new String[] {"enabled", "customizer.enabled"}) {
            try (ConfigurableApplicationContext application = new SpringApplicationBuilder(Unrouted.class)
                    .properties(ACCOUNT)
                    .run("--camel.component.sms." + off + "=false")) {
                assertThat(options(application).getApiId()).as(off).isNull();
            }
        }
    }

    @Test
    void aSecondComponentHasTheOptionsOfItsOwnName() {
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(TwoAccounts.class)
                .properties(ACCOUNT)
                .run("--camel.component.sms-ar.api-id=other", "--camel.component.sms-ar.user=eva")) {
            CamelContext camel = application.getBean(CamelContext.class);
            SmsConfiguration other =
                    camel.getComponent("sms-ar", SmsComponent.class).getConfiguration();
            assertThat(other.getApiId()).isEqualTo("other");
            assertThat(other.getUser()).isEqualTo("eva");
            assertThat(other.getPassword()).as("of the first account").isNull();
            assertThat(options(application).getApiId()).isEqualTo("acme");
        }
    }

    @Test
    void anUnknownOptionOfTheSecondIsRefusedToo() {
        assertThatThrownBy(() -> new SpringApplicationBuilder(TwoAccounts.class)
                        .properties(ACCOUNT)
                        .run("--camel.component.sms-ar.pasword=top-secret")
                        .getBean(CamelContext.class)
                        .getComponent("sms-ar"))
                .rootCause()
                .hasMessageContaining("sms-ar has no option pasword")
                .hasMessageNotContaining("top-secret");
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Unrouted {}

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class TwoAccounts {
        @Bean("sms-ar")
        SmsComponent argentina() {
            return new SmsComponent();
        }
    }
}
