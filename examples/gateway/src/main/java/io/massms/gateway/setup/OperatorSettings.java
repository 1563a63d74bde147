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
package io.massms.gateway.setup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.Ordered;
import org.apache.camel.component.properties.PropertiesComponent;
import org.apache.camel.spi.LoadablePropertiesSource;
import org.apache.camel.spi.PropertiesSource;
import org.apache.camel.util.IOHelper;

/**
 * What the operator set: by the environment, else by a system property, else in the file. Camel would ask the first two before
 * what the command line says, and there {@code --dry-run} must not lose.
 */
final class OperatorSettings implements PropertiesSource, Ordered {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern COMMENT = Pattern.compile("[#!]");

    private final Map<String, String> settings;

    private OperatorSettings(Map<String, String> settings) {
        this.settings = settings;
    }

    /**
     * Makes a Camel context ask for settings here.
     *
     * @throws IllegalArgumentException where one is misspelt
     */
    static void install(CamelContext context) {
        PropertiesComponent properties = (PropertiesComponent) context.getPropertiesComponent();
        Map<String, String> settings = new TreeMap<>();
        for (PropertiesSource source : List.copyOf(properties.getPropertiesSources())) {
            if (source instanceof LoadablePropertiesSource file) {
                Properties lines = file.loadProperties();
                withoutByteOrderMark(lines);
                SettingNames.knownOfFile(source.getName(), strings(lines), placesOfPlaceholders())
                        .forEach(settings::putIfAbsent);
            }
        }
        settings.putAll(SettingNames.known("system property", strings(System.getProperties())));
        settings.putAll(SettingNames.knownVariables(System.getenv()));
        properties.setEnvironmentVariableMode(PropertiesComponent.ENVIRONMENT_VARIABLES_MODE_NEVER);
        properties.setSystemPropertiesMode(PropertiesComponent.SYSTEM_PROPERTIES_MODE_NEVER);
        properties.addPropertiesSource(new OperatorSettings(settings));
    }

    /** Editors on Windows begin a file with one, and Camel takes it for a letter of the first name, which then sets nothing. */
    private static void withoutByteOrderMark(Properties lines) {
        for (String marked : List.copyOf(lines.stringPropertyNames())) {
            if (marked.startsWith(BYTE_ORDER_MARK)) {
                String name = marked.substring(BYTE_ORDER_MARK.length());
                String value = lines.getProperty(marked);
                lines.remove(marked);
                boolean setsSomething =
                        !name.isEmpty() && !COMMENT.matcher(name).lookingAt();
                // a later line of the same name goes before it, as in every file of properties
                if (setsSomething && lines.getProperty(name) == null) {
                    lines.setProperty(name, value);
                }
            }
        }
    }

    /** Besides the file itself. */
    private static Collection<String> placesOfPlaceholders() {
        List<String> values = new ArrayList<>(System.getenv().values());
        values.addAll(strings(System.getProperties()).values());
        return values;
    }

    private static Map<String, String> strings(Properties properties) {
        Map<String, String> strings = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> strings.put(name, properties.getProperty(name)));
        return strings;
    }

    @Override
    public String getName() {
        return "operator";
    }

    @Override
    public int getOrder() {
        return HIGHEST;
    }

    @Override
    public String getProperty(String name) {
        // one that is set to nothing there must not come back from the environment
        Optional<String> setting = SettingNames.of(name);
        return setting.isPresent() ? settings.get(setting.get()) : ofOthers(name);
    }

    private static String ofOthers(String name) {
        String variable = IOHelper.lookupEnvironmentVariable(name);
        return variable == null ? System.getProperty(name) : variable;
    }
}
