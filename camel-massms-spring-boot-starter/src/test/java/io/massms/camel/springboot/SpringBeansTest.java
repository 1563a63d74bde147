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

import io.massms.camel.component.SmsEndpoint;
import io.massms.camel.component.options.SmsConfiguration;
import io.massms.camel.optout.MemoryOptOutRepository;
import io.massms.camel.optout.OptOutRepository;
import io.massms.camel.tracker.MemoryTracker;
import io.massms.camel.tracker.SmsTracker;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Of several beans the component takes the one that Spring would take, and none where Spring would not know which. */
class SpringBeansTest {
    private static final String URI = "sms:linktosms?to=3001234567&idempotent=true";

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Application {
        @Bean
        RouteBuilder reminders() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:reminders").to(URI);
                }
            };
        }
    }

    static class One {
        @Bean
        OptOutRepository optOuts() {
            return new MemoryOptOutRepository();
        }

        @Bean
        SmsTracker tracker() {
            return new MemoryTracker();
        }
    }

    static class Other {
        @Bean
        OptOutRepository otherOptOuts() {
            return new MemoryOptOutRepository();
        }

        @Bean
        SmsTracker otherTracker() {
            return new MemoryTracker();
        }
    }

    static class First {
        @Bean
        @Primary
        OptOutRepository firstOptOuts() {
            return new MemoryOptOutRepository();
        }

        @Bean
        @Primary
        SmsTracker firstTracker() {
            return new MemoryTracker();
        }
    }

    private static SpringApplicationBuilder with(Class<?>... beans) {
        return new SpringApplicationBuilder(Application.class)
                .sources(beans)
                .properties(
                        "camel.component.sms.api-id=acme",
                        "camel.component.sms.user=ana",
                        "camel.component.sms.password=top-secret");
    }

    private static ConfigurableApplicationContext parent(Class<?>... beans) {
        return new SpringApplicationBuilder(beans).web(WebApplicationType.NONE).run();
    }

    private static SmsConfiguration options(ConfigurableApplicationContext application) {
        CamelContext camel = application.getBean(CamelContext.class);
        return camel.getEndpoint(URI, SmsEndpoint.class).getConfiguration();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void thePrimaryOneIsUsed(boolean lazy) {
        try (ConfigurableApplicationContext application =
                with(One.class, First.class).run("--spring.main.lazy-initialization=" + lazy)) {
            assertThat(options(application).getOptOutRepository()).isSameAs(application.getBean("firstOptOuts"));
            assertThat(options(application).getTracker()).isSameAs(application.getBean("firstTracker"));
        }
    }

    @Test
    void twoOfTheSameRankAreRefused() {
        assertThatThrownBy(() -> with(One.class, Other.class).run().close())
                .rootCause()
                .hasMessageContaining("There are 2 beans of the type OptOutRepository");
    }

    @Test
    void thatOfAParentIsUsedWhereTheChildHasNone() {
        try (ConfigurableApplicationContext parent = parent(One.class);
                ConfigurableApplicationContext child = with().parent(parent).run()) {
            assertThat(options(child).getOptOutRepository()).isSameAs(parent.getBean("optOuts"));
            assertThat(options(child).getTracker()).isSameAs(parent.getBean("tracker"));
        }
    }

    @Test
    void thatOfTheChildGoesBeforeItsParents() {
        try (ConfigurableApplicationContext parent = parent(One.class);
                ConfigurableApplicationContext child =
                        with(Other.class).parent(parent).run()) {
            assertThat(options(child).getOptOutRepository()).isSameAs(child.getBean("otherOptOuts"));
            assertThat(options(child).getTracker()).isSameAs(child.getBean("otherTracker"));
        }
    }

    @Test
    void twoOfAParentAreRefused() {
        try (ConfigurableApplicationContext parent = parent(One.class, Other.class)) {
            assertThatThrownBy(() -> with().parent(parent).run().close())
                    .rootCause()
                    .hasMessageContaining("There are 2 beans of the type OptOutRepository");
        }
    }

    @Test
    void routesStartWhereBeansAreMadeLate() {
        try (ConfigurableApplicationContext application = with().run("--spring.main.lazy-initialization=true")) {
            CamelContext camel = application.getBean(CamelContext.class);
            assertThat(camel.getStatus().isStarted()).isTrue();
            assertThat(camel.getRoutes()).hasSize(1);
        }
    }

    @Test
    void aWrongOptionFailsTheStartWhereBeansAreMadeLate() {
        assertThatThrownBy(() -> with().run(
                                "--spring.main.lazy-initialization=true", "--camel.component.sms.country=Colombia")
                        .close())
                .rootCause()
                .hasMessageContaining("country=Colombia is no ISO 3166 region");
    }
}
