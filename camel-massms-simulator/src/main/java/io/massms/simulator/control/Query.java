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
package io.massms.simulator.control;

import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The query string of a control call. */
record Query(RoutingContext context) {

    /** Refuses names that the call does not know. */
    static Query of(RoutingContext context, Set<String> known) {
        for (String name : context.queryParams().names()) {
            if (!known.contains(name)) {
                throw Problem.badRequest("There is no parameter '" + name + "'; the parameters are "
                        + String.join(", ", new TreeSet<>(known)));
            }
        }
        return new Query(context);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(context.queryParams().get(name)).filter(value -> !value.isEmpty());
    }

    int number(String name, int usual, int low, int high) {
        String value = text(name).orElse(Integer.toString(usual));
        try {
            int number = Integer.parseInt(value);
            if (number >= low && number <= high) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw Problem.badRequest(name + " is a whole number from " + low + " to " + high + ", not '" + value + "'");
        }
        throw Problem.badRequest(name + " lies between " + low + " and " + high + ", not at " + value);
    }

    Duration duration(String name, Duration usual) {
        String value = text(name).orElse(usual.toString());
        try {
            Duration duration = Duration.parse(value);
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            throw Problem.badRequest(name + " is a duration like PT10S, not '" + value + "'");
        }
        throw Problem.badRequest(name + " is a duration of zero or more, not " + value);
    }

    <E extends Enum<E>> Optional<E> oneOf(String name, Class<E> type) {
        return text(name).map(value -> {
            for (E constant : type.getEnumConstants()) {
                if (constant.name().equalsIgnoreCase(value)) {
                    return constant;
                }
            }
            throw Problem.badRequest(
                    name + " is one of " + Arrays.toString(type.getEnumConstants()) + ", not '" + value + "'");
        });
    }
}
