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
package io.massms.camel.component.options;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** How the balance is watched. */
@UriParams
public abstract class SmsBalanceConfiguration extends SmsPushConfiguration {
    @UriParam(label = "consumer")
    private Double threshold;

    public Double getThreshold() {
        return threshold;
    }

    /**
     * Only for consumers of operation=balance: when the balance falls below this value, one exchange has the header
     * CamelSmsBalanceLow=true. The next such exchange comes only after the balance recovered and fell again. By
     * default there is no threshold.
     */
    public void setThreshold(Double threshold) {
        this.threshold = threshold;
    }
}
