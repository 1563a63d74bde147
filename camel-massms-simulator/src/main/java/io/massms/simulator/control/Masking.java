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

import io.massms.simulator.SimulatedRequest;
import io.massms.simulator.SimulatedRequest.Field;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A request as it may be shown: without passwords, tokens and API keys. */
final class Masking {
    private static final String MASK = "***";
    private static final Set<String> SECRETS = Set.of("password", "token", "clave", "apikey");
    /** By what it says, so that no provider's header has to be known here: {@code X-Api-Key} for one. */
    private static final Pattern SECRET_HEADER =
            Pattern.compile("key|token|secret|auth|cookie|password", Pattern.CASE_INSENSITIVE);

    private static final Pattern ELEMENT = Pattern.compile(
            "(<(?:[\\w.-]+:)?(?:password|token|clave|apikey)\\b[^>]*>).*?(?=</|\\z)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern MEMBER = Pattern.compile(
            "(\"[^\"]*(?:key|token|secret|password|clave)[^\"]*\"\\s*:\\s*\")[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SUBJECT =
            Pattern.compile("^Subject:.*(?:\\R[ \\t].*)*", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    private Masking() {}

    static SimulatedRequest of(SimulatedRequest request) {
        return new SimulatedRequest(
                request.id(),
                request.provider(),
                request.method(),
                request.path(),
                headers(request),
                params(request.params()),
                form(request.query()),
                body(request),
                request.fault(),
                request.accepted(),
                request.answerStatus(),
                request.answerBody(),
                request.time());
    }

    private static List<Field> params(List<Field> params) {
        return params.stream()
                .map(field -> secret(field.name()) ? new Field(field.name(), MASK) : field)
                .toList();
    }

    private static List<Field> headers(SimulatedRequest request) {
        return request.headers().stream().map(field -> header(request, field)).toList();
    }

    private static Field header(SimulatedRequest request, Field field) {
        if (isMail(request) && field.name().equalsIgnoreCase("subject")) {
            return new Field(field.name(), subject(request));
        }
        return SECRET_HEADER.matcher(field.name()).find() ? new Field(field.name(), MASK) : field;
    }

    private static String body(SimulatedRequest request) {
        String body = request.body();
        if (isMail(request)) {
            return SUBJECT.matcher(body).replaceFirst(Matcher.quoteReplacement("Subject: " + subject(request)));
        }
        String start = body.stripLeading();
        if (start.startsWith("<")) {
            return ELEMENT.matcher(body).replaceAll("$1" + MASK);
        }
        return start.startsWith("{") || start.startsWith("[")
                ? MEMBER.matcher(body).replaceAll("$1" + MASK)
                : form(body);
    }

    private static boolean isMail(SimulatedRequest request) {
        return request.method().equals("SMTP");
    }

    /** Decoded, because an encoded one would hide the password badly. */
    private static String subject(SimulatedRequest request) {
        return params(request.params()).stream().map(Field::value).collect(Collectors.joining(" "));
    }

    private static String form(String encoded) {
        return Stream.of(encoded.split("&", -1)).map(Masking::pair).collect(Collectors.joining("&"));
    }

    private static String pair(String pair) {
        int equals = pair.indexOf('=');
        return equals >= 0 && secret(decoded(pair.substring(0, equals))) ? pair.substring(0, equals + 1) + MASK : pair;
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return name;
        }
    }

    private static boolean secret(String name) {
        return SECRETS.contains(name.toLowerCase(Locale.ROOT));
    }
}
