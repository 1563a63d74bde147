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

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Environment variables that are named like the component's options and that nobody read. Camel Main looks for those of its own components
 * only, so that somebody who sets {@code CAMEL_COMPONENT_SMS_DRY_RUN} there sends real messages without a warning. A variable counts as
 * ignored if its option still has its default: in Spring Boot, and wherever else somebody reads the environment, it has not. Credentials
 * are left out: the start fails if one is missing.
 */
final class IgnoredVariables {
    private static final Logger LOG = LoggerFactory.getLogger(IgnoredVariables.class);
    private static final Pattern VARIABLE = Pattern.compile("CAMEL_COMPONENT_SMS_(\\w+)", Pattern.CASE_INSENSITIVE);

    private final SmsComponent component;
    private final PropertyConfigurer configurer;
    private final PropertyConfigurerGetter options;

    private IgnoredVariables(SmsComponent component, PropertyConfigurer configurer, PropertyConfigurerGetter options) {
        this.component = component;
        this.configurer = configurer;
        this.options = options;
    }

    /** Warns of them; never says a value. */
    static void warn(SmsComponent component) {
        among(System.getenv(), component)
                .forEach(name -> LOG.warn(
                        "The environment variable {} was not read by Camel, and the component's option has its default. Unless a URI, a"
                                + " property or the application itself names it, it has no effect; in Camel Main a property does, such as"
                                + " camel.component.sms.dry-run = {{env:CAMEL_COMPONENT_SMS_DRY_RUN}}",
                        name));
    }

    /** Their names. A component with another name than {@code sms} has variables of its own. */
    static List<String> among(Map<String, String> environment, SmsComponent component) {
        PropertyConfigurer configurer = component.getComponentPropertyConfigurer();
        if (component.getCamelContext().hasComponent("sms") != component
                || !(configurer instanceof PropertyConfigurerGetter options)) {
            return List.of();
        }
        IgnoredVariables variables = new IgnoredVariables(component, configurer, options);
        return environment.entrySet().stream()
                .filter(variable -> variables.isIgnored(variable.getKey(), variable.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private boolean isIgnored(String name, String value) {
        Matcher variable = VARIABLE.matcher(name);
        if (!variable.matches() || value.isBlank()) {
            return false;
        }
        String option = variable.group(1).replace("_", "").toLowerCase(Locale.ROOT);
        boolean known = options.getOptionType(option, true) != null && !SmsComponent.isSecret(option);
        return known && hasDefault(component, option) && !meansDefault(value, option);
    }

    private boolean hasDefault(SmsComponent one, String option) {
        return Objects.equals(
                options.getOptionValue(one, option, true), options.getOptionValue(new SmsComponent(), option, true));
    }

    private boolean meansDefault(String value, String option) {
        SmsComponent configured = new SmsComponent();
        try {
            configurer.configure(component.getCamelContext(), configured, option, value, true);
            return hasDefault(configured, option);
        } catch (RuntimeException e) {
            return false; // what cannot be read is no default
        }
    }
}
