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
package io.massms.mail;

import java.util.List;

/**
 * What a mail asks for.
 *
 * @param numbers        the recipients, as written
 * @param mistyped       addresses of the domain that have the digits of a number and are none
 * @param text           what the recipients read
 */
record MailRequest(List<String> numbers, List<String> mistyped, String text) {
    /** Shows neither numbers nor text: those are personal data. */
    @Override
    public String toString() {
        return "MailRequest[" + numbers.size() + " recipients, " + text.length() + " characters]";
    }
}
