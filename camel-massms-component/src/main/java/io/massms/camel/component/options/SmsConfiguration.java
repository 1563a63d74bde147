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

import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.spi.UriPath;

/** The options of the component and of its endpoints. */
@UriParams
public class SmsConfiguration extends SmsBalanceConfiguration implements Cloneable {
    @UriPath
    @Metadata(required = true)
    private String provider;

    @UriParam(
            enums = "send,cancel,reconcile,settle,status,balance,inbox,expiry,sentCount,serverTime",
            defaultValue = "send")
    private String operation = "send";

    /**
     * A copy that can be changed without changing this.
     *
     * @return the copy
     */
    public SmsConfiguration copy() {
        try {
            return (SmsConfiguration) clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    public String getProvider() {
        return provider;
    }

    /**
     * The id of the provider: linktosms, markettext, itcloud, natalia, smsmasivos, or the id of your own SmsProvider
     * from the registry or ServiceLoader.
     */
    public void setProvider(String provider) {
        this.provider = provider;
    }

    public String getOperation() {
        return operation;
    }

    /**
     * What the endpoint does. No provider supports all operations; an unsupported one fails when the route starts.
     */
    public void setOperation(String operation) {
        this.operation = operation;
    }
}
