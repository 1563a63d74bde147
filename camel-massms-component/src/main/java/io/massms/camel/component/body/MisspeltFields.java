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
package io.massms.camel.component.body;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns of names in maps that are a field's but for what stands between their words, as a database writes them. They are ignored like all
 * other names, and a column {@code scheduled_time} schedules nothing: its message goes at once. Told once of each field.
 */
public final class MisspeltFields {
    private static final Logger LOG = LoggerFactory.getLogger(MisspeltFields.class);

    /** Those of more than one word, by their letters. */
    private static final Map<String, String> FIELDS = Map.of("clientid", "clientId", "scheduledtime", "scheduledTime");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[_. -]");

    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /**
     * Looks at the names of a message.
     *
     * @param fields by their names
     */
    public void tell(Map<?, ?> fields) {
        if (told.size() == FIELDS.size()) {
            return;
        }
        for (Map.Entry<?, ?> field : fields.entrySet()) {
            if (field.getValue() != null && field.getKey() instanceof String name && hasSeveralWords(name)) {
                String meant =
                        FIELDS.get(BETWEEN_WORDS.matcher(name).replaceAll("").toLowerCase(Locale.ROOT));
                if (meant != null && fields.get(meant) == null && told.add(meant)) {
                    LOG.warn("The field {} of a message is not read; right is {} (told once)", name.strip(), meant);
                }
            }
        }
    }

    private static boolean hasSeveralWords(String name) {
        return name.indexOf('_') > 0 || name.indexOf('-') > 0 || name.indexOf(' ') > 0 || name.indexOf('.') > 0;
    }
}
