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
package io.massms.simulator.http;

import io.massms.simulator.SimulatedRequest.Field;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A request's parameters: the query string's, then the form's; a later value hides an earlier one of the same name. */
public record Params(List<Field> fields) {

    /** The value of one of these names, trimmed of nothing; the empty text when it is missing. */
    public String get(String... names) {
        String found = "";
        for (Field field : fields) {
            for (String name : names) {
                if (field.name().equals(name)) {
                    found = field.value();
                }
            }
        }
        return found;
    }

    /** As {@link #get}, with names compared as ASP does: without regard to case. */
    public String anyCase(String name) {
        return optional(name).orElse("");
    }

    /** As {@link #anyCase}, telling a missing parameter from an empty one. */
    public Optional<String> optional(String name) {
        String found = null;
        for (Field field : fields) {
            if (field.name().equalsIgnoreCase(name)) {
                found = field.value();
            }
        }
        return Optional.ofNullable(found);
    }

    /** Whether a flag is set to 1. */
    public boolean flag(String name) {
        return anyCase(name).trim().equals("1");
    }

    static Params parse(String query, String form, Charset formCharset) {
        List<Field> fields = new ArrayList<>();
        decode(query, StandardCharsets.UTF_8, fields);
        decode(form, formCharset, fields);
        return new Params(List.copyOf(fields));
    }

    private static void decode(String encoded, Charset charset, List<Field> fields) {
        if (encoded.isEmpty()) {
            return;
        }
        for (String pair : encoded.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            if (!name.isEmpty()) {
                fields.add(new Field(unescape(name, charset), unescape(value, charset)));
            }
        }
    }

    /** A percent sign that escapes nothing is taken as it stands, as the old servers do. */
    private static String unescape(String value, Charset charset) {
        try {
            return URLDecoder.decode(value, charset);
        } catch (IllegalArgumentException malformed) {
            return value.replace('+', ' ');
        }
    }
}
