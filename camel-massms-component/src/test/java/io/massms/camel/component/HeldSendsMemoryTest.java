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

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;

/** Endpoints that routes make for a few messages, forget and never stop. */
class HeldSendsMemoryTest extends SmsTestSupport {

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext made = super.createCamelContext();
        made.getGlobalOptions().put(Exchange.MAXIMUM_ENDPOINT_CACHE_SIZE, "5");
        made.getGlobalOptions().put(Exchange.MAXIMUM_CACHE_POOL_SIZE, "5");
        return made;
    }

    @Test
    void theContextKeepsNothingForEach() {
        int before = context.getLifecycleStrategies().size();
        try (ProducerTemplate template = context.createProducerTemplate(5)) {
            for (int i = 0; i < 30; i++) {
                template.requestBodyAndHeaders(
                        sms("natalia", "dryRun=true", "from=shop" + i), "Hola", Map.of(SmsConstants.TO, "3001234567"));
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }

        assertThat(context.getLifecycleStrategies()).hasSizeLessThan(before + 5);
    }
}
