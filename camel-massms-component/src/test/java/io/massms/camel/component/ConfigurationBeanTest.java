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

import io.massms.camel.component.options.SmsConfiguration;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bean that holds options of a component, beside options that properties name one by one. */
class ConfigurationBeanTest {
    private final Main main = new Main();
    private final SmsConfiguration bean = new SmsConfiguration();

    @BeforeEach
    void bind() {
        bean.setUser("ana");
        bean.setFrom("clinic");
        bean.setDryRun(true);
        main.bind("shared", bean);
        main.bind("sms-ar", new SmsComponent());
    }

    @AfterEach
    void stop() {
        main.stop();
    }

    private void start(Map<String, String> options) {
        Properties properties = new Properties();
        properties.putAll(options);
        main.setOverrideProperties(properties);
        main.start();
    }

    private SmsConfiguration options(String component) {
        return main.getCamelContext()
                .getComponent(component, SmsComponent.class)
                .getConfiguration();
    }

    @Test
    void whatAPropertyNamesGoesBeforeTheBean() {
        start(Map.of(
                "camel.component.sms.from", "shop",
                "camel.component.sms.to", "3001234567",
                "camel.component.sms.dry-run", "false",
                "camel.component.sms.configuration", "#bean:shared"));

        assertThat(options("sms").getUser()).isEqualTo("ana");
        assertThat(options("sms").getFrom()).isEqualTo("shop");
        assertThat(options("sms").getTo()).isEqualTo("3001234567");
        assertThat(options("sms").isDryRun()).isFalse();
    }

    @Test
    void componentsThatShareABeanKeepTheirOwnOptions() {
        start(Map.of(
                "camel.component.sms.configuration", "#bean:shared",
                "camel.component.sms.configuration.password", "one",
                "camel.component.sms-ar.configuration", "#bean:shared",
                "camel.component.sms-ar.configuration.password", "two"));

        assertThat(options("sms").getPassword()).isEqualTo("one");
        assertThat(options("sms-ar").getPassword()).isEqualTo("two");
        assertThat(bean.getPassword()).isNull();
    }
}
