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

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Who may send without a password: addresses ({@code ana@example.org}) and whole domains ({@code @example.org}). */
final class AllowedSenders {
    private final Set<String> entries = new HashSet<>();

    /**
     * A list.
     *
     * @param written addresses and domains with commas between them; empty allows nobody
     * @throws IllegalArgumentException where an entry is neither; says what would be right
     */
    AllowedSenders(String written) {
        for (String entry : written.split(",")) {
            String one = entry.strip().toLowerCase(Locale.ROOT);
            if (!one.isEmpty()) {
                entries.add(checked(one));
            }
        }
    }

    boolean allow(String sender) {
        if (sender == null) {
            return false;
        }
        String one = sender.toLowerCase(Locale.ROOT);
        return entries.contains(one) || entries.contains(one.substring(one.lastIndexOf('@')));
    }

    private static String checked(String entry) {
        if (!entry.matches("[^@\\s]*@[^@\\s]+")) {
            throw new IllegalArgumentException("allowedSenders holds '" + entry
                    + "'; right are addresses such as ana@example.org and domains such as @example.org");
        }
        return entry;
    }
}
