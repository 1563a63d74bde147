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

import io.massms.camel.component.SmsComponent;
import io.massms.camel.component.options.SmsConfiguration;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** What of an application's properties becomes an option, and what is refused. */
class SmsComponentOptionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"password", "apiId", "from", "to", "configuration.token"})
    void aPlaceholderThatNothingFillsIsRefusedByItsNameAlone(String option) {
        assertThatThrownBy(() -> start("--camel.component.sms." + option + "=in-front-${SMS_UNSET}"))
                .rootCause()
                .hasMessage("camel.component.sms." + option
                        + ": `${SMS_UNSET}` is not set, or refers to itself; what is to be"
                        + " taken as it stands is written `\\${`");
    }

    @Test
    void whatIsNoNameBetweenTheBracesMayBeAPasswordAndIsNotShown() {
        assertThatThrownBy(() -> start("--camel.component.sms.password=${my secret password!}"))
                .rootCause()
                .hasMessageStartingWith("camel.component.sms.password: a placeholder is not set")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aPlaceholderMayHaveADefaultOrBeWrittenAsText() {
        try (ConfigurableApplicationContext application =
                start("--camel.component.sms.user=${SMS_UNSET:ana}", "--camel.component.sms.password=\\${kept}")) {
            assertThat(options(application, "sms").getUser()).isEqualTo("ana");
            assertThat(options(application, "sms").getPassword()).isEqualTo("${kept}");
        }
    }

    @Test
    void anEndpointsUriKeepsTheExpressionsOfItsOwnComponent() {
        String uri = "file:results?fileName=${exchangeId}";
        try (ConfigurableApplicationContext application = start("--camel.component.sms.scheduled-result-uri=" + uri)) {
            assertThat(options(application, "sms").getScheduledResultUri()).isEqualTo(uri);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "api-key", "mailEndpoint", "configuration.token", "webhook-secret"})
    void aCredentialThatCamelCannotReadIsNotShown(String option) {
        for (String value : new String[] {"top{{secret", "top-{{secret}}", "#bean:top-secret"}) {
            assertThatThrownBy(() -> start("--camel.component.sms." + option + "=" + value))
                    .extracting(SmsComponentOptionsTest::allThatIsSaid)
                    .asString()
                    .contains("camel.component.sms." + option)
                    .doesNotContain("top{{", "top-");
        }
    }

    @Test
    void whatIsOnlyNamedLikeACredentialIsRefused() {
        assertThatThrownBy(() -> start("--camel.component.sms.mail.password=top-secret"))
                .rootCause()
                .hasMessageContaining("no option mail.password")
                .hasMessageNotContaining("top-secret");
    }

    @Test
    void eachComponentIsLeftAloneByASwitchOfItsOwn() {
        try (ConfigurableApplicationContext application = start("--camel.component.sms.enabled=false")) {
            assertThat(options(application, "sms").getApiId()).isNull();
            assertThat(options(application, "sms-ar").getApiId()).isEqualTo("other");
        }
        try (ConfigurableApplicationContext application = start("--camel.component.sms-ar.enabled=false")) {
            assertThat(options(application, "sms").getApiId()).isEqualTo("acme");
            assertThat(options(application, "sms-ar").getApiId()).isNull();
        }
    }

    @Test
    void allComponentsAreLeftAloneByCamelsSwitchButThoseThatSayOtherwise() {
        try (ConfigurableApplicationContext application =
                start("--camel.component.enabled=false", "--camel.component.sms-ar.enabled=true")) {
            assertThat(options(application, "sms").getApiId()).isNull();
            assertThat(options(application, "sms-ar").getApiId()).isEqualTo("other");
        }
    }

    /** Camel asks for a component's options when somebody asks for the component. */
    private static ConfigurableApplicationContext start(String... arguments) {
        ConfigurableApplicationContext application = new SpringApplicationBuilder(SpringBootTest.TwoAccounts.class)
                .properties("camel.component.sms.api-id=acme", "camel.component.sms-ar.api-id=other")
                .run(arguments);
        try {
            options(application, "sms");
            return application;
        } catch (RuntimeException e) {
            application.close();
            throw e;
        }
    }

    private static String allThatIsSaid(Throwable failure) {
        StringWriter said = new StringWriter();
        failure.printStackTrace(new PrintWriter(said));
        return said.toString();
    }

    private static SmsConfiguration options(ConfigurableApplicationContext application, String component) {
        return application
                .getBean(CamelContext.class)
                .getComponent(component, SmsComponent.class)
                .getConfiguration();
    }
}
