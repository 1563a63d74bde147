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

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Camel Main reads no environment variables of this component, and the user is warned which of his had no effect. */
class IgnoredVariablesTest {
    private final CamelContext context = new DefaultCamelContext();
    private final SmsComponent component = context.getComponent("sms", SmsComponent.class);

    @AfterEach
    void close() throws Exception {
        context.close();
    }

    @ParameterizedTest
    @CsvSource({
        "CAMEL_COMPONENT_SMS_DRY_RUN, true",
        "CAMEL_COMPONENT_SMS_DRYRUN, true",
        "camel_component_sms_dry_run, TRUE",
        "CAMEL_COMPONENT_SMS_DRY_RUN, yes",
        "CAMEL_COMPONENT_SMS_BASE_URL, http://localhost:9000/linktosms",
        "CAMEL_COMPONENT_SMS_TRACKER, #bean:tracker",
    })
    void aVariableWhoseOptionHasItsDefaultIsIgnored(String name, String value) {
        assertThat(IgnoredVariables.among(Map.of(name, value), component)).containsExactly(name);
    }

    @ParameterizedTest
    @CsvSource({
        "CAMEL_COMPONENT_SMS_DRY_RUN, false",
        "CAMEL_COMPONENT_SMS_DRY_RUN, ' '",
        "CAMEL_COMPONENT_SMS_CONNECT_TIMEOUT, 10s",
        "CAMEL_COMPONENT_SMS_AR_DRY_RUN, true",
        "CAMEL_COMPONENT_SMS_API_ID, acme",
        "CAMEL_COMPONENT_SMS_WEBHOOK_SECRET, s3cret",
        "CAMEL_COMPONENT_SMSC_DRY_RUN, true",
        "SMS_DRY_RUN, true",
    })
    void whatChangesNothingOrFailsTheStartIsNotWarnedOf(String name, String value) {
        assertThat(IgnoredVariables.among(Map.of(name, value), component)).isEmpty();
    }

    @Test
    void aVariableThatSomebodyReadIsNotWarnedOf() {
        component.getConfiguration().setDryRun(true);

        assertThat(IgnoredVariables.among(Map.of("CAMEL_COMPONENT_SMS_DRY_RUN", "true"), component))
                .isEmpty();
    }

    @Test
    void aSecondComponentIsNotMeant() {
        context.addComponent("sms-ar", new SmsComponent());

        assertThat(IgnoredVariables.among(
                        Map.of("CAMEL_COMPONENT_SMS_DRY_RUN", "true"),
                        context.getComponent("sms-ar", SmsComponent.class)))
                .isEmpty();
    }

    @Test
    void inCamelMainAVariableSetsNothingUnlessAPropertyNamesIt() throws Exception {
        assertThat(output()).contains("dryRun=false").contains("WARN").contains("variable CAMEL_COMPONENT_SMS_DRY_RUN");
        assertThat(output("{{env:CAMEL_COMPONENT_SMS_DRY_RUN}}"))
                .contains("dryRun=true")
                .doesNotContain("variable CAMEL_COMPONENT_SMS_DRY_RUN");
    }

    private static String output(String... property) throws Exception {
        ProcessBuilder process = new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                Application.class.getName(),
                String.join("", property));
        process.environment().put("CAMEL_COMPONENT_SMS_DRY_RUN", "true");
        Process application = process.redirectErrorStream(true).start();
        String output = new String(application.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(application.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return output;
    }

    /** Runs in a process of its own, with variables of its own. */
    public static final class Application {
        private Application() {}

        public static void main(String[] args) throws Exception {
            Main main = new Main();
            if (!args[0].isEmpty()) {
                main.addInitialProperty("camel.component.sms.dry-run", args[0]);
            }
            main.start();
            SmsComponent component = main.getCamelContext().getComponent("sms", SmsComponent.class);
            System.out.println("dryRun=" + component.getConfiguration().isDryRun());
            main.stop();
        }
    }
}
