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
package io.massms.example.springboot;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Spring finds it, and Camel runs it. */
@Component
class ReminderRoute extends RouteBuilder {
    static final String REMINDERS = "direct:reminders";

    @Override
    public void configure() {
        // the caller is told what went wrong; nothing is tried again behind its back
        errorHandler(noErrorHandler());
        from(REMINDERS).to("sms:linktosms?idempotent=true");
    }
}
