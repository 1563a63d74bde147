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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewaySettingsTest {

    @ParameterizedTest
    @CsvSource({
        "0, PT0S",
        "200ms, PT0.2S",
        "30s, PT30S",
        "5m, PT5M",
        "1h30m, PT1H30M",
        "24h, PT24H",
        "30d, P30D",
        "1d12h, PT36H",
        "PT36H, PT36H",
    })
    void aTimeIsWrittenWithItsUnits(String written, Duration time) {
        assertThat(patience(written)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1w", "4W", "abc", "24", "-1h", "-PT1H", "PT-1H", "P1X", "1h30", "1.5h", "9999999999d"})
    void anythingElseIsRefusedAndNotTakenForNoTimeAtAll(String written) {
        assertThatThrownBy(() -> patience(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("gateway.patience is '" + written
                        + "'; right is a time such as 24h, 1h30m or PT36H (units are ms, s, m, h and d)");
    }

    @ParameterizedTest
    @CsvSource({
        "gateway.redelivery-delay, abc",
        "gateway.redelivery-delay, -1",
        "gateway.redelivery-delay, 1000",
        "gateway.status-delay, x",
        "gateway.status-delay, 0",
        "gateway.inbox-delay, 1w",
        "gateway.inbox-delay, 0s",
    })
    void aWrongIntervalIsRefusedByItsName(String name, String written) {
        assertThatThrownBy(() -> {
                    CamelContext context = context(name, written);
                    GatewaySettings.of(context);
                    TrackingSettings.of(context);
                })
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(name + " is ")
                .hasMessageContaining("; right is ");
    }

    private static Duration patience(String written) {
        return GatewaySettings.of(context("gateway.patience", written)).patience();
    }

    private static CamelContext context(String name, String written) {
        Properties properties = new Properties();
        properties.setProperty(name, written);
        CamelContext context = new DefaultCamelContext();
        context.getPropertiesComponent().setInitialProperties(properties);
        return context;
    }
}
