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

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.massms.camel.component.SmsComponent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.util.StringHelper;
import org.junit.jupiter.api.Test;

/** What an editor offers of the options is what the component has; with -Dmassms.update=true it is written anew. */
class MetadataTest {
    private static final Path METADATA = Path.of("src/generated/resources/META-INF/spring-configuration-metadata.json");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> BOXED =
            Map.of("boolean", "java.lang.Boolean", "int", "java.lang.Integer", "long", "java.lang.Long");

    @Test
    void theMetadataHasTheComponentsOptions() throws IOException {
        String expected = metadata();
        if (Boolean.getBoolean("massms.update")) {
            Files.writeString(METADATA, expected);
        } else {
            assertThat(METADATA).hasContent(expected);
        }
    }

    private static String metadata() throws IOException {
        ObjectNode metadata = JSON.createObjectNode();
        metadata.putArray("groups")
                .addObject()
                .put("name", SmsComponentOptions.PREFIX)
                .put("type", SmsComponent.class.getName());
        ArrayNode properties = metadata.putArray("properties");
        addSwitch(properties, "customizer.enabled", "Whether the component takes the options below.");
        addSwitch(
                properties,
                "enabled",
                "Whether the starter configures this component at all; another one, such as sms-ar, has a switch of its own.");
        options().fields().forEachRemaining(option -> {
            ObjectNode property = properties
                    .addObject()
                    .put("name", SmsComponentOptions.PREFIX + "." + StringHelper.camelCaseToDash(option.getKey()))
                    .put("type", boxed(option.getValue().get("javaType").asText()))
                    .put("description", option.getValue().get("description").asText())
                    .put("sourceType", SmsComponent.class.getName());
            if (option.getValue().has("defaultValue")) {
                property.set("defaultValue", option.getValue().get("defaultValue"));
            }
        });
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
        return JSON.writer(printer).writeValueAsString(metadata) + "\n";
    }

    private static void addSwitch(ArrayNode properties, String name, String description) {
        properties
                .addObject()
                .put("name", SmsComponentOptions.PREFIX + "." + name)
                .put("type", "java.lang.Boolean")
                .put("description", description)
                .put("defaultValue", true);
    }

    /** As Camel's catalog has them. */
    private static JsonNode options() throws IOException {
        try (InputStream catalog =
                SmsComponent.class.getResourceAsStream("/META-INF/io/massms/camel/component/sms.json")) {
            return JSON.readTree(catalog).get("componentProperties");
        }
    }

    private static String boxed(String type) {
        return BOXED.getOrDefault(type, type);
    }
}
