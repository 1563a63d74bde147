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

import io.massms.camel.component.SmsComponent;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.spring.boot.util.ConditionalOnCamelContextAndAutoConfigurationBeans;
import org.apache.camel.spring.boot.util.HierarchicalPropertiesEvaluator;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureAfter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/**
 * Gives the component the options that stand under {@code camel.component.sms} in Spring's environment: application.properties, YAML,
 * environment variables, the command line. A second component, for another account, has its options under its own name: a bean
 * {@code sms-ar} under {@code camel.component.sms-ar}. {@code camel.component.sms.enabled=false} leaves the first as it is, and
 * {@code camel.component.sms-ar.enabled=false} the second.
 */
@AutoConfiguration
@AutoConfigureAfter(CamelAutoConfiguration.class)
@Conditional(ConditionalOnCamelContextAndAutoConfigurationBeans.class)
public class SmsComponentAutoConfiguration {

    /** Where Camel's own starters can be told not to, this can too. */
    @Bean
    @Lazy
    ComponentCustomizer configureSmsComponent(Environment environment) {
        return ComponentCustomizer.builder(SmsComponent.class)
                .withCondition((name, component) -> isWanted(environment, SmsComponentOptions.prefix(name)))
                .build((name, component) -> SmsComponentOptions.apply(environment, name, component));
    }

    /**
     * With {@code spring.main.lazy-initialization=true} nothing would start Camel, nor tell the web server of its paths: what providers
     * push would get 404, nobody would poll inboxes or send what is held, and no mistake in the options would be told. So Camel's own
     * beans are made at once; others are when Camel or somebody else asks for them.
     */
    @Bean
    static LazyInitializationExcludeFilter beansOfCamel() {
        return (name, definition, type) -> type.getName().startsWith("org.apache.camel.");
    }

    private static boolean isWanted(Environment environment, String prefix) {
        return HierarchicalPropertiesEvaluator.evaluate(environment, "camel.component", prefix)
                && HierarchicalPropertiesEvaluator.evaluate(
                        environment, "camel.component.customizer", prefix + ".customizer");
    }
}
