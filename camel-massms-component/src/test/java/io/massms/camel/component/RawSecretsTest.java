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

import java.util.List;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets of which Camel shows a part in the names of endpoints. */
class RawSecretsTest extends SmsTestSupport {
    @Test
    void whoseYamlHasASecretThatCamelShowsInPartIsTold() throws Exception {
        List<String> lines = linesOf(
                () -> PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("route.yaml", """
                        - route:
                            from:
                              uri: direct:yaml
                              steps:
                                - to:
                                    uri: sms:linktosms
                                    parameters:
                                      user: ana
                                      apiId: acme
                                      password: s3cret)one
                        """)));

        assertThat(lines)
                .singleElement()
                .asString()
                .contains("option password", "camel.component.sms.password")
                .doesNotContain("s3cret", "one)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RAW(s3cret)one)", "RAW(s3crét)one)", "RAW{s3cret}one}"})
    void whoseUriHasASecretThatCamelShowsInPartIsTold(String password) throws Exception {
        assertThat(linesOf(() -> endpoint(password))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RAW(s3cret-one)", "RAW{s3cret)one}", "s3cret%29one", "s3cret-one"})
    void aSecretThatCamelMasksIsNoReasonToWarn(String password) throws Exception {
        assertThat(linesOf(() -> endpoint(password))).isEmpty();
    }

    private void endpoint(String password) {
        context.getEndpoint("sms:linktosms?user=ana&apiId=acme&password=" + password);
    }

    private static List<String> linesOf(Step step) throws Exception {
        try (LogLines lines = LogLines.of(RawSecrets.class)) {
            step.run();
            return lines.all();
        }
    }

    private interface Step {
        void run() throws Exception;
    }
}
