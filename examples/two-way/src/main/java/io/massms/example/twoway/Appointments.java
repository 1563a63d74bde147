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
package io.massms.example.twoway;

import io.massms.camel.component.SmsConstants;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.camel.Header;

/** Who comes and who does not: a table, in an application of yours. */
public final class Appointments {
    private static final String NONE = "none";

    private static final Set<String> DECISIONS = Set.of("SI", "NO");

    private final Map<String, String> answers = new TreeMap<>();
    private final Set<String> replies = new HashSet<>();

    /** Adds an appointment that nobody has confirmed. */
    synchronized void add(String id) {
        answers.put(id, "open");
    }

    /**
     * The appointment that a reply is about. Questions bear its id as their reference, answers {@code id-reply}, because the provider
     * tells with each reply the reference of the message that it answers.
     *
     * @param  reference the one of the message that was answered; null where the handset wrote of its own accord
     * @return           its id, or {@code none} where there is no such appointment
     */
    public synchronized String find(@Header(SmsConstants.CLIENT_ID) String reference) {
        String id = reference == null ? NONE : reference.split("-")[0];
        return answers.containsKey(id) ? id : NONE;
    }

    /**
     * Notes what a reply decides. The same reply again changes nothing: it comes again where it could not be answered, and the patient may
     * have written something else since.
     *
     * @param  id      the appointment
     * @param  reply   the id of the reply
     * @param  keyword what the reply begins with
     * @return         what is decided now, {@code SI} or {@code NO}; the keyword itself where it decides nothing
     */
    public synchronized String answer(String id, String reply, String keyword) {
        if (!answers.containsKey(id) || !DECISIONS.contains(keyword)) {
            return keyword;
        }
        if (replies.add(reply)) {
            answers.put(id, keyword);
        }
        return answers.get(id);
    }

    @Override
    public synchronized String toString() {
        return answers.toString();
    }
}
