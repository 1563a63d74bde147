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

/** Who may push messages. */
@UriParams
public abstract class SmsPushConfiguration extends SmsGuardConfiguration {
    @UriParam(label = "security", secret = true)
    private String webhookSecret;

    @UriParam(label = "security", defaultValue = "true")
    private boolean webhookSecretRequired = true;

    @UriParam(label = "security")
    private String webhookAllowedAddresses;

    @UriParam(label = "security")
    private String webhookTrustedProxies;

    public String getWebhookSecret() {
        return webhookSecret;
    }

    /**
     * The secret that the provider must send as the last path segment of the webhook URL, after webhookPath. Calls
     * with another secret are refused. It has 16 to 200 letters, digits, hyphens and underscores.
     */
    public void setWebhookSecret(String webhookSecret) {
        this.webhookSecret = webhookSecret;
    }

    public boolean isWebhookSecretRequired() {
        return webhookSecretRequired;
    }

    /**
     * Whether a webhook needs a webhookSecret to start. Set it to false only if something else keeps strangers out:
     * without a secret anybody who can reach the URL can push messages.
     */
    public void setWebhookSecretRequired(boolean webhookSecretRequired) {
        this.webhookSecretRequired = webhookSecretRequired;
    }

    public String getWebhookAllowedAddresses() {
        return webhookAllowedAddresses;
    }

    /**
     * The IP addresses and CIDR ranges that may call the webhook, separated by commas. By default all may.
     */
    public void setWebhookAllowedAddresses(String webhookAllowedAddresses) {
        this.webhookAllowedAddresses = webhookAllowedAddresses;
    }

    public String getWebhookTrustedProxies() {
        return webhookTrustedProxies;
    }

    /**
     * The IP addresses and CIDR ranges of the proxies whose X-Forwarded-For header is trusted, separated by commas. By
     * default none is trusted.
     */
    public void setWebhookTrustedProxies(String webhookTrustedProxies) {
        this.webhookTrustedProxies = webhookTrustedProxies;
    }
}
