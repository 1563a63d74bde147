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
package io.massms.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.model.RouteTemplateParameterDefinition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The templates, the Kamelets and the README say the same; with -Dmassms.update=true the README is written anew. */
class TemplatesDocumentationTest {
    @ParameterizedTest
    @ValueSource(strings = {"sms-mail-bridge", "sms-mail-reply"})
    void theReadmeHasTheParametersOfTheTemplate(String template) throws Exception {
        Path file = Path.of("README.md");
        String readme = Files.readString(file);
        String begin = "<!-- parameters:begin " + template + " -->\n";
        int from = readme.indexOf(begin) + begin.length();
        int to = readme.indexOf("<!-- parameters:end -->", from);
        String expected = table(parameters(template));

        if (Boolean.getBoolean("massms.update")) {
            Files.writeString(file, readme.substring(0, from) + expected + readme.substring(to));
        } else {
            assertThat(readme.substring(from, to)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sms-mail-bridge", "sms-mail-reply"})
    void theKameletHasTheParametersAndBeanPropertiesOfTheTemplate(String template) throws Exception {
        Map<String, Object> spec = map(kamelet(template).get("spec"));
        Map<String, Object> definition = map(spec.get("definition"));
        Map<String, Object> properties = map(definition.get("properties"));
        List<RouteTemplateParameterDefinition> parameters = parameters(template).stream()
                .filter(parameter -> !parameter.getName().equals("inbox"))
                .toList();

        assertThat(properties.keySet())
                .containsExactlyElementsOf(parameters.stream()
                        .map(RouteTemplateParameterDefinition::getName)
                        .toList());
        parameters.forEach(parameter -> {
            Map<String, Object> property = map(properties.get(parameter.getName()));
            assertThat(property.get("description")).isEqualTo(parameter.getDescription());
            assertThat(text(property.get("default"))).isEqualTo(parameter.getDefaultValue());
        });
        Map<String, Object> bean = map(((List<?>) map(spec.get("template")).get("beans")).get(0));
        assertThat(map(bean.get("properties")))
                .isEqualTo(definition(template).getTemplateBeans().get(0).getProperties());
    }

    private static List<RouteTemplateParameterDefinition> parameters(String template) throws Exception {
        return definition(template).getTemplateParameters();
    }

    private static RouteTemplateDefinition definition(String template) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addRoutes(new MailRouteTemplates());
            return context.getRouteTemplateDefinition(template);
        }
    }

    private static String table(List<RouteTemplateParameterDefinition> parameters) {
        return "| parameter | default | |\n|---|---|---|\n"
                + parameters.stream()
                        .map(parameter -> "| `" + parameter.getName() + "` | " + shown(parameter.getDefaultValue())
                                + " | " + parameter.getDescription() + " |\n")
                        .collect(Collectors.joining());
    }

    private static String shown(String defaultValue) {
        if (defaultValue == null) {
            return "**required**";
        }
        return defaultValue.isEmpty() ? "" : "`" + defaultValue + "`";
    }

    private static Map<String, Object> kamelet(String name) throws IOException {
        Load yaml = new Load(LoadSettings.builder().build());
        return map(yaml.loadFromString(
                Files.readString(Path.of("src/main/resources/kamelets/" + name + ".kamelet.yaml"))));
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
