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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.camel.support.PropertyBindingSupport;
import org.apache.camel.util.StringHelper;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** A component's options as Spring's environment has them: under {@code camel.component}, then the component's name. */
final class SmsComponentOptions {
    static final String PREFIX = "camel.component.sms";

    /** What speaks to the starter, not to the component. */
    private static final Set<String> OF_THE_STARTER = Set.of("enabled", "customizer.enabled");

    private SmsComponentOptions() {}

    /** Where the options of a component stand; of one named {@code smsAr} or {@code sms-ar} under {@code camel.component.sms-ar}. */
    static String prefix(String component) {
        return "camel.component." + StringHelper.camelCaseToDash(component);
    }

    /**
     * Sets them. Camel reads them as it reads those of camel-main: times with units, {@code #bean:name}, {@code {{placeholders}}}.
     *
     * @throws IllegalArgumentException where the component has no such option, says which
     */
    static void apply(Environment environment, String name, SmsComponent component) {
        Map<String, Object> open = under(prefix(name), environment);
        PropertyBindingSupport.build()
                .withCamelContext(component.getCamelContext())
                .withTarget(component)
                .withConfigurer(component.getComponentPropertyConfigurer())
                .withProperties(open)
                .withIgnoreCase(true)
                .withRemoveParameters(true)
                .bind();
        if (!open.isEmpty()) {
            throw new IllegalArgumentException("The component " + name + " has no option "
                    + String.join(", ", open.keySet())
                    + ": see " + PREFIX + ".* in the manual's list of options");
        }
    }

    private static Map<String, Object> under(String prefix, Environment environment) {
        Map<String, Object> options = new LinkedHashMap<>();
        Binder.get(environment)
                .bind(prefix, Bindable.mapOf(String.class, String.class))
                .ifBound(properties -> properties.forEach((name, value) -> {
                    if (!OF_THE_STARTER.contains(name)) {
                        options.put(StringHelper.dashToCamelCase(name), value);
                    }
                }));
        return options;
    }
}
