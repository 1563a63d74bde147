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

/** How messages are sent by mail. */
@UriParams
public abstract class SmsMailConfiguration extends SmsAccountConfiguration {
    @UriParam(label = "producer,security", secret = true)
    private String mailEndpoint;

    public String getMailEndpoint() {
        return mailEndpoint;
    }

    /**
     * Only for channel=smtp, and required there: the camel-mail endpoint that sends the mails, smtp: or smtps: with
     * its own options username, password and from, all in RAW(...). The provider's error mails go to its from address.
     */
    public void setMailEndpoint(String mailEndpoint) {
        this.mailEndpoint = mailEndpoint;
    }
}
