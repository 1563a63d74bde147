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

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.Environment;
import org.springframework.util.PlaceholderResolutionException;

/**
 * What an application says of a component. Spring's own way to read properties leaves a placeholder that nothing fills as it stands, and
 * a forgotten environment variable would go to the provider as a password that reads <code>${SMS_PASSWORD}</code>.
 */
final class GivenProperties {
    /** What speaks to the starter, not to the component. */
    private static final Set<String> OF_THE_STARTER = Set.of("enabled", "customizer.enabled");

    /** Another component's URI, which may hold expressions that are evaluated there. */
    private static final String URI = "scheduledresulturi";

    /** Anything else between the braces may be a part of a password. */
    private static final Pattern PROPERTY = Pattern.compile("[\\w.\\[\\]-]+");

    private GivenProperties() {}

    /**
     * The properties as they are written, behind the prefix.
     *
     * @throws IllegalArgumentException names the first that holds a placeholder that nothing fills, and the placeholder
     */
    static Map<String, String> under(String prefix, Environment environment) {
        Map<String, String> properties = new LinkedHashMap<>();
        new Binder(ConfigurationPropertySources.get(environment), PlaceholdersResolver.NONE)
                .bind(prefix, Bindable.mapOf(String.class, String.class))
                .ifBound(properties::putAll);
        properties.keySet().removeAll(OF_THE_STARTER);
        properties.replaceAll((name, value) -> filled(prefix, name, value, environment));
        return properties;
    }

    private static String filled(String prefix, String name, String value, Environment environment) {
        if (name.replace("-", "").toLowerCase(Locale.ROOT).endsWith(URI)) {
            return environment.resolvePlaceholders(value);
        }
        try {
            return environment.resolveRequiredPlaceholders(value);
        } catch (PlaceholderResolutionException e) { // its own words hold the whole value
            throw new IllegalArgumentException(prefix + "." + name + ": " + shown(e.getPlaceholder())
                    + " is not set, or refers to itself; what is to be taken as it stands is written `\\${`");
        }
    }

    private static String shown(String placeholder) {
        return PROPERTY.matcher(placeholder).matches() ? "`${" + placeholder + "}`" : "a placeholder";
    }
}
