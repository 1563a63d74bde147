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
package io.massms.camel.contract;

import java.util.List;

/**
 * One fact about what a provider pushes. A file of {@code vectors/<provider>/push/}.
 *
 * @param source      {@code manual}, {@code observed} or {@code decided}
 * @param section     of the manual, where that is the source
 * @param description the fact, as a sentence
 * @param parameters  what comes, as pairs of name and value
 * @param expected    what that means
 * @param refused     a part of the reason why it is no message
 */
record PushVector(
        Vector.Source source,
        String section,
        String description,
        List<List<String>> parameters,
        ExpectedSms expected,
        String refused) {

    record ExpectedSms(String from, String to, String text, String clientId, String messageId) {}
}
