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
package io.massms.example.failover;

import io.massms.camel.error.SmsNotSentException;
import org.apache.camel.builder.RouteBuilder;

/** What the first provider surely did not send goes to the second; what it may have sent goes nowhere. */
final class FailoverRoute extends RouteBuilder {
    @Override
    public void configure() {
        // it would report as lost what the second provider sends
        errorHandler(noErrorHandler());
        from("direct:sms")
                .loadBalance()
                .failover(SmsNotSentException.class)
                .to("sms:itcloud?user={{itcloud.user}}&token=RAW({{itcloud.token}})&baseUrl={{?itcloud.url}}")
                .to("sms:linktosms?apiId={{linktosms.apiId}}&user={{linktosms.user}}"
                        + "&password=RAW({{linktosms.password}})&baseUrl={{?linktosms.url}}");
    }
}
