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
import org.apache.camel.support.PropertyBindingSupport;
import org.apache.camel.util.StringHelper;
import org.springframework.core.env.Environment;

/** A component's options as Spring's environment has them: under {@code camel.component}, then the component's name. */
final class SmsComponentOptions {
    static final String PREFIX = "camel.component.sms";

    private SmsComponentOptions() {}

    /** Where the options of a component stand; of one named {@code smsAr} or {@code sms-ar} under {@code camel.component.sms-ar}. */
    static String prefix(String component) {
        return "camel.component." + StringHelper.camelCaseToDash(component);
    }

    /**
     * Sets them. Camel reads them as it reads those of camel-main: times with units, {@code #bean:name}, {@code {{placeholders}}}.
     *
     * @throws IllegalArgumentException where the component has no such option or the value names what is not there, says which
     */
    static void apply(Environment environment, String name, SmsComponent component) {
        Map<String, Object> open = new LinkedHashMap<>();
        Map<String, String> secrets = new LinkedHashMap<>();
        GivenProperties.under(prefix(name), environment).forEach((option, value) -> {
            if (SmsComponent.isSecret(option)) {
                secrets.put(option, value);
            } else {
                open.put(StringHelper.dashToCamelCase(option), value);
            }
        });
        bind(open, component);
        secrets.forEach((option, value) -> open.putAll(bindSecret(prefix(name), option, value, component)));
        if (!open.isEmpty()) {
            throw new IllegalArgumentException("The component " + name + " has no option "
                    + String.join(", ", open.keySet())
                    + ": see " + PREFIX + ".* in the manual's list of options");
        }
    }

    /** Gives back what is no option. What Camel says of a failure repeats the value, so nothing of it is handed on. */
    private static Map<String, Object> bindSecret(String prefix, String option, String value, SmsComponent component) {
        Map<String, Object> open = new LinkedHashMap<>(Map.of(StringHelper.dashToCamelCase(option), value));
        try {
            bind(open, component);
            return open;
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    prefix + "." + option
                            + ": Camel cannot read the value, which is not shown here; what it names by {{...}} or by # is not there");
        }
    }

    /** What is left of the options afterwards is none. */
    private static void bind(Map<String, Object> options, SmsComponent component) {
        PropertyBindingSupport.build()
                .withCamelContext(component.getCamelContext())
                .withTarget(component)
                .withConfigurer(component.getComponentPropertyConfigurer())
                .withProperties(options)
                .withIgnoreCase(true)
                .withRemoveParameters(true)
                .bind();
    }
}
