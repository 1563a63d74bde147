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

import io.massms.camel.dispatch.Recipients;
import io.massms.camel.dispatch.UnreadableMessageException;
import io.massms.camel.model.MessageType;
import io.massms.camel.model.SmsMessage;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads a message from named values: a row of a file or a table, a JSON object. */
public final class MessageFields {
    private static final Pattern LOST_PLUS = Pattern.compile("(^|,) +(?=\\d)");

    private MessageFields() {}

    /**
     * The message of a map; names count without regard to case, others are ignored.
     *
     * @param  fields                     by their names
     * @return                            with what the fields say, and nothing else
     * @throws UnreadableMessageException where a value is wrong; says what would be right
     */
    public static SmsMessage read(Map<?, ?> fields) {
        SmsMessage message = SmsMessage.of(null, null);
        try {
            message = message.withClientId(text(fields, "clientId"));
            message = message.withTo(recipients("to", find(fields, "to")));
            return message.withText(text(fields, "text"))
                    .withFrom(text(fields, "from"))
                    .withHtml(text(fields, "html"))
                    .withType(type(find(fields, "type")))
                    .withScheduledTime(Times.parse(find(fields, "scheduledTime")));
        } catch (IllegalArgumentException e) {
            throw new UnreadableMessageException(e.getMessage(), message);
        }
    }

    /**
     * Recipients as text with commas.
     *
     * @param  name  whose value it is
     * @param  value text, a number, a collection or array of these, or null
     * @return       null where there is none
     * @throws       IllegalArgumentException where one is no text; says what would be right
     */
    public static String recipients(String name, Object value) {
        Object plain = JsonTrees.plain(value);
        Object several = plain instanceof Object[] array ? Arrays.asList(array) : plain;
        return several instanceof Collection<?> collection
                ? Recipients.join(
                        collection.stream().map(one -> Texts.of(name, one)).toList())
                : Texts.of(name, plain);
    }

    /**
     * The recipients of the option {@code to}. In a URI a plus stands for a space: +6581234567 arrives as " 6581234567", which without
     * its plus would be the number of somebody else.
     *
     * @param  value the option's value; null where it is not set
     * @return       null where it is not set
     */
    public static String recipientsOfUri(String value) {
        return value != null && LOST_PLUS.matcher(value).lookingAt()
                ? LOST_PLUS.matcher(value).replaceAll("$1+")
                : value;
    }

    /**
     * A message type. What is unknown is not repeated: where columns were mixed up it is somebody's text or number.
     *
     * @param  given the type, its name without regard to case, or null
     * @return       null where there is none
     * @throws       IllegalArgumentException says which types there are
     */
    public static MessageType type(Object given) {
        Object value = JsonTrees.plain(given);
        if (value == null || value instanceof MessageType) {
            return (MessageType) value;
        }
        String name = value.toString().strip();
        if (name.isEmpty()) {
            return null;
        }
        for (MessageType type : MessageType.values()) {
            if (type.name().equalsIgnoreCase(name.replace('-', '_'))) {
                return type;
            }
        }
        throw new IllegalArgumentException("The message type is unknown; right is ONE_WAY, TWO_WAY or FLASH");
    }

    private static String text(Map<?, ?> fields, String name) {
        return Texts.of(name, find(fields, name));
    }

    private static Object find(Map<?, ?> fields, String name) {
        Object value = fields.get(name);
        if (value != null) {
            return value;
        }
        for (Map.Entry<?, ?> field : fields.entrySet()) {
            if (field.getKey() != null
                    && name.equalsIgnoreCase(plain(field.getKey().toString()))) {
                return field.getValue();
            }
        }
        return null;
    }

    /** The first column of a file that begins with a byte order mark has it in its name. */
    private static String plain(String name) {
        return Texts.withoutMark(name).strip();
    }
}
