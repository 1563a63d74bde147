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
package io.massms.camel.spi;

import java.util.Optional;

/** Understands the mails in which a provider says why a message sent by mail did not go. A pure function: no I/O, no clock. */
@FunctionalInterface
public interface ErrorMailDecoder {

    /**
     * Understands one mail.
     *
     * @param  text    the mail's text, or null; anybody can have written it
     * @param  profile whose mail it is said to be
     * @return         what the mail refuses; empty where it is none of the provider's errors
     */
    Optional<MailedRefusal> decode(String text, ProviderProfile profile);
}
