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

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;

/** The same bridge from Java, from YAML and as a Kamelet. */
class TemplateUsesTest extends BridgeTestSupport {
    @Test
    void aJavaRouteBuilderUsesTheTemplate() throws Exception {
        Main main = main();
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                // tag::java[]
                templatedRoute("sms-mail-bridge")
                        .parameter("mailbox", "{{my.mailbox}}")
                        .parameter("sms", "{{my.sms}}")
                        .parameter("accounts", "file:{{my.folder}}/accounts.properties")
                        .parameter("stateDirectory", "{{my.folder}}/state");
                // end::java[]
            }
        });

        sendsAMail(main);
    }

    @Test
    void aYamlFileUsesTheTemplate() throws Exception {
        Main main = main();
        main.start();
        try {
            // tag::yaml[]
            String yaml = """
                    - templatedRoute:
                        routeTemplateRef: sms-mail-bridge
                        parameters:
                          - name: mailbox
                            value: "{{my.mailbox}}"
                          - name: sms
                            value: "{{my.sms}}"
                          - name: accounts
                            value: "file:{{my.folder}}/accounts.properties"
                          - name: stateDirectory
                            value: "{{my.folder}}/state"
                    """;
            // end::yaml[]
            PluginHelper.getRoutesLoader(main.getCamelContext())
                    .loadRoutes(ResourceHelper.fromString("bridge.yaml", yaml));
            command("1@example.org", "USU500 " + PASSWORD + " 1155556666 hola");
            awaitHandled(1);

            assertThat(sentTexts()).containsExactly("hola");
        } finally {
            main.stop();
        }
    }

    @Test
    void aKameletGivesTheOutcomeOfEachMail() throws Exception {
        List<MailOutcome> outcomes = new CopyOnWriteArrayList<>();
        Main main = main();
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                // tag::kamelet[]
                from("kamelet:sms-mail-bridge?mailbox=RAW({{my.mailbox}})&sms=RAW({{my.sms}})"
                                + "&accounts=file:{{my.folder}}/accounts.properties&stateDirectory={{my.folder}}/state")
                        // end::kamelet[]
                        .process(exchange -> outcomes.add(exchange.getMessage().getMandatoryBody(MailOutcome.class)));
            }
        });

        sendsAMail(main);
        assertThat(outcomes).singleElement().satisfies(outcome -> {
            assertThat(outcome.sent()).isEqualTo(1);
            assertThat(outcome.refusal()).isNull();
        });
    }

    private void sendsAMail(Main main) throws Exception {
        main.start();
        try {
            command("1@example.org", "USU500 " + PASSWORD + " 1155556666 hola");
            awaitHandled(1);

            assertThat(sentTexts()).containsExactly("hola");
        } finally {
            main.stop();
        }
    }

    private Main main() {
        Main main = new Main();
        main.addOverrideProperty("my.mailbox", mailbox());
        main.addOverrideProperty("my.sms", sms());
        main.addOverrideProperty("my.folder", folder.toString());
        return main;
    }
}
