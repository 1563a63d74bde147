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

import io.massms.camel.model.SmsStatus;
import io.massms.camel.protocol.smsmasivos.SmsMasivosErrorMail;
import org.apache.camel.Handler;

/**
 * Reads the mails in which SMS Masivos says why a message sent by {@code channel=smtp} did not go, for routes that read the mailbox to
 * which they come back: {@code from("imaps:…").bean(SmsErrorMail.class).filter(body().isNotNull())}.
 */
public final class SmsErrorMail {

    /**
     * What a mail says.
     *
     * @param  text the mail's text
     * @return      a refusal, with the recipient where the mail names one; null where the mail is none of the provider's errors
     */
    @Handler
    public SmsStatus status(String text) {
        return SmsMasivosErrorMail.read(text, "smsmasivos").orElse(null);
    }
}
