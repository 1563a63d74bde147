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
package io.massms.camel.component.options;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.util.TimeUtils;

/**
 * Sets options through the configurer that Camel generates, but refuses what is no number where one belongs. Camel would read such text
 * as a time of no length: maxPartsPerExchange=1_000 would be 0, and so without limit. Where one of several words belongs, Camel would
 * refuse others without saying which are right.
 */
public final class StrictValues extends ConfigurerAround {
    private static final Set<Class<?>> INTS = Set.of(int.class, Integer.class);
    private static final Set<Class<?>> LONGS = Set.of(long.class, Long.class);
    private static final Set<Class<?>> DOUBLES = Set.of(double.class, Double.class);

    /** A whole number, or a time as Camel writes it: its units in their order. */
    private static final Pattern NUMBER =
            Pattern.compile("-?\\d+|(?=\\d)(\\d+d)?(\\d+h)?(\\d+m(?!s))?(\\d+s)?(\\d+ms)?");

    private final PropertyConfigurer generated;

    private StrictValues(PropertyConfigurer generated, PropertyConfigurerGetter types) {
        super(types);
        this.generated = generated;
    }

    /** One that sets the same options; null where Camel has not found its own yet. */
    public static PropertyConfigurer over(PropertyConfigurer generated) {
        return generated instanceof PropertyConfigurerGetter types ? new StrictValues(generated, types) : generated;
    }

    @Override
    public boolean configure(CamelContext context, Object target, String name, Object value, boolean ignoreCase) {
        Object given = value instanceof String text && !text.startsWith("#")
                ? checked(name, text, getOptionType(name, ignoreCase), context)
                : value;
        return generated.configure(context, target, name, given, ignoreCase);
    }

    private static String checked(String name, String text, Class<?> type, CamelContext context) {
        if (type == null) {
            return text;
        }
        if (type.isEnum()) {
            return choice(name, text, type, context);
        }
        if (DOUBLES.contains(type)) {
            return fraction(name, text);
        }
        return INTS.contains(type) || LONGS.contains(type) ? number(name, text, type) : text;
    }

    private static String fraction(String name, String text) {
        try {
            if (Double.isFinite(Double.parseDouble(text))) {
                return text;
            }
        } catch (NumberFormatException e) {
            // told below, with what would be right
        }
        throw new IllegalArgumentException(name + "=" + text + " is no number; right is one such as 50 or 12.5");
    }

    /** Whatever Camel reads as one of them: in any case, and with dashes or capitals where the word has underscores. */
    private static String choice(String name, String text, Class<?> type, CamelContext context) {
        if (context.getTypeConverter().tryConvertTo(type, text) == null) {
            throw Ranges.unknown(name, text, type.getEnumConstants());
        }
        return text;
    }

    private static String number(String name, String text, Class<?> type) {
        String number = millis(text.strip());
        if (!NUMBER.matcher(number).matches() || !fits(number, type)) {
            throw new IllegalArgumentException(
                    name + "=" + text + " is no number; right is a whole one, such as 1000, or a time, such as 30s");
        }
        return number;
    }

    /** Java's own way to write a time, PT30S, is taken too. */
    private static String millis(String text) {
        try {
            return text.startsWith("P") ? Long.toString(Duration.parse(text).toMillis()) : text;
        } catch (DateTimeParseException | ArithmeticException e) {
            return text;
        }
    }

    private static boolean fits(String number, Class<?> type) {
        try {
            long value = TimeUtils.toMilliSeconds(number);
            return !INTS.contains(type) || value == (int) value;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
