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

import io.massms.camel.model.SmsResult;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Message;
import org.apache.camel.TypeConversionException;
import org.apache.camel.TypeConverter;

/** Tells what is text, or is written as text, from what is not: what an object says of itself is not worth an SMS. */
public final class Texts {
    private static final String WHAT_IT_SAYS_OF_ITSELF = "org.apache.camel.impl.converter.ToStringTypeConverter";

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Above it not every whole number is a float: a phone number becomes that of somebody else. */
    private static final float EXACT_FLOAT = 1 << 24;

    private Texts() {}

    /**
     * A value as text. Blank text counts as none, so that an empty cell falls back; a spreadsheet's number is written out in full, and of
     * JSON its value: a tree's own text has quotes, and the word null for none.
     *
     * @param  name  whose value it is
     * @param  value text, or what is written as text, or null
     * @return       null where there is none
     * @throws       IllegalArgumentException where the value is no text; says what would be right
     */
    public static String of(String name, Object value) {
        Object plain = JsonTrees.plain(value);
        String text = plain == null ? null : withoutMark(written(name, plain));
        return text == null || text.isBlank() ? null : text;
    }

    /**
     * A header as text, read in one way by all operations: the reference that a send was given must be found again.
     *
     * @param  message of which it is a header
     * @param  name    of the header
     * @return         null where there is none
     * @throws         IllegalArgumentException where the value is no text; says what would be right
     */
    public static String ofHeader(Message message, String name) {
        return of(name, message.getHeader(name));
    }

    /**
     * A body as text: what Camel has a converter for, or what is written as text.
     *
     * @param  message                  whose body it is; not null
     * @return                          never null
     * @throws IllegalArgumentException where it is no text; says what would be right
     */
    public static String ofBody(Message message) {
        Object body = message.getBody();
        if (isContainer(body) && !hasConverter(message)) {
            throw body instanceof SmsResult ? earlierResult() : noText("The body", body);
        }
        String text = converted(message);
        if (text == null || isNameOnly(body, text)) {
            throw noText("The body", body);
        }
        return withoutMark(text);
    }

    /** What Camel says of a failed conversion repeats the body, which is somebody's message. */
    private static String converted(Message message) {
        try {
            return message.getBody(String.class);
        } catch (TypeConversionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IllegalArgumentException(
                    "The body, a " + message.getBody().getClass().getTypeName() + ", could not be read as text ("
                            + cause.getClass().getName() + ")");
        }
    }

    /**
     * A text without the byte order mark of the file that it begins. The mark says how the file is written, and no phone shows it; but GSM 03.38
     * lacks it, and so a message with it takes two or three parts in the place of one.
     *
     * @param  text any
     * @return      the text itself where it begins with none
     */
    public static String withoutMark(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
    }

    /** Camel notes what an object says of itself as a converter for its class, as soon as anybody has read such a body as text. */
    private static boolean hasConverter(Message message) {
        TypeConverter converter = message.getExchange()
                .getContext()
                .getTypeConverterRegistry()
                .lookup(String.class, message.getBody().getClass());
        return converter != null && !converter.getClass().getName().equals(WHAT_IT_SAYS_OF_ITSELF);
    }

    private static String written(String name, Object value) {
        if (value instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        if (value instanceof char[] characters) {
            return new String(characters);
        }
        if (value instanceof Float rounded && Math.abs(rounded) > EXACT_FLOAT) {
            throw new IllegalArgumentException(
                    name + " is a float, which keeps seven digits of a number; right is text, a long or a double");
        }
        if (value instanceof Double || value instanceof Float) {
            return number(name, ((Number) value).doubleValue(), value.toString());
        }
        String text = value.toString();
        if (isContainer(value) || isNameOnly(value, text)) {
            throw noText(name, value);
        }
        return text;
    }

    private static String number(String name, double value, String text) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    name + " is a number without a value (" + text + "); right is text or a number");
        }
        return new BigDecimal(text).stripTrailingZeros().toPlainString();
    }

    private static boolean isContainer(Object value) {
        return value instanceof Record
                || value instanceof Optional<?>
                || value instanceof Collection<?>
                || value instanceof Map<?, ?>;
    }

    private static IllegalArgumentException earlierResult() {
        return new IllegalArgumentException(
                "The body is the result of an earlier send; right is to set it to what is to be sent"
                        + " next, such as ${body.retryable}, or to keep the first body");
    }

    private static IllegalArgumentException noText(String name, Object value) {
        return new IllegalArgumentException(
                name + " is a " + value.getClass().getTypeName() + "; right is text, or a number, a date or the like");
    }

    /** Whether an object had nothing to say but its class and a number, as arrays, streams and plain objects do. */
    private static boolean isNameOnly(Object value, String text) {
        if (value instanceof String) {
            return false;
        }
        String name = value.getClass().getName() + "@";
        return text != null
                && text.startsWith(name)
                && (text.equals(name + Integer.toHexString(System.identityHashCode(value)))
                        || text.equals(name + Integer.toHexString(value.hashCode())));
    }
}
