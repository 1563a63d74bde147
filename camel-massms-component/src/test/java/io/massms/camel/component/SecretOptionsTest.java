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

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.util.StringHelper;
import org.apache.camel.util.URISupport;
import org.junit.jupiter.api.Test;

/** Nobody may see the values of the options that are declared to be secret. */
class SecretOptionsTest {
    private static final String METADATA = "/META-INF/io/massms/camel/component/sms.json";

    @Test
    void theSecretOptionsAreThoseThatAreDeclaredSoHoweverTheyAreWritten() throws IOException {
        assertThat(options(true))
                .isNotEmpty()
                .allSatisfy(option -> assertThat(option)
                        .matches(SmsComponent::isSecret)
                        .matches(name -> SmsComponent.isSecret(name.toLowerCase(Locale.ROOT)))
                        .matches(name -> SmsComponent.isSecret("configuration." + StringHelper.camelCaseToDash(name))));
        assertThat(options(false)).isNotEmpty().noneMatch(SmsComponent::isSecret);
    }

    @Test
    void urisShowNoneOfThem() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            context.getComponent("sms", SmsComponent.class);
            context.start();

            assertThat(options(true))
                    .allSatisfy(option -> assertThat(URISupport.sanitizeUri("sms:linktosms?" + option + "=sEcrEt&to=1"))
                            .doesNotContain("sEcrEt")
                            .contains("to=1"));
        }
    }

    @Test
    void whatAnotherContextMasksStaysMasked() throws Exception {
        try (CamelContext one = new DefaultCamelContext();
                CamelContext other = new DefaultCamelContext()) {
            one.getCamelContextExtension().setAdditionalSensitiveKeywords("gateCode,vault");
            for (CamelContext context : List.of(one, other)) {
                context.getComponent("sms", SmsComponent.class);
                context.start();
            }

            assertThat(List.of("gateCode", "vault", "apiId"))
                    .allSatisfy(name -> assertThat(URISupport.sanitizeUri("gate:north?" + name + "=sEcrEt"))
                            .doesNotContain("sEcrEt"));
        }
    }

    /** As the manual says. */
    @Test
    void ofTheNamesThatCamelDoesNotKnowItMasksTheFirstInAUri() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            context.getCamelContextExtension().setAdditionalSensitiveKeywords("gateCode");
            context.getComponent("sms", SmsComponent.class);
            context.start();

            assertThat(URISupport.sanitizeUri("sms:linktosms?gateCode=1234&apiId=sEcrEt"))
                    .isEqualTo("sms:linktosms?gateCode=xxxxxx&apiId=sEcrEt");
        }
    }

    private static List<String> options(boolean secret) throws IOException {
        List<String> options = new ArrayList<>();
        try (InputStream metadata = SmsComponent.class.getResourceAsStream(METADATA)) {
            JsonNode model = new ObjectMapper().readTree(metadata);
            model.get("properties").fields().forEachRemaining(option -> {
                if (option.getValue().get("secret").asBoolean() == secret) {
                    options.add(option.getKey());
                }
            });
        }
        return options;
    }
}
