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
package io.massms.gateway.setup;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How the gateway's own settings are called. One that is misspelt must not go unheard: {@code gateway.dyr-run=true} would send. */
final class SettingNames {
    static final List<String> ALL = List.of(
            "gateway.balance-interval",
            "gateway.block-size",
            "gateway.directory",
            "gateway.dry-run",
            "gateway.hosts",
            "gateway.inbound",
            "gateway.inbox-delay",
            "gateway.patience",
            "gateway.pause",
            "gateway.progress",
            "gateway.provider",
            "gateway.quiet",
            "gateway.redeliveries",
            "gateway.redelivery-delay",
            "gateway.retention",
            "gateway.sample",
            "gateway.simulator",
            "gateway.simulator.port",
            "gateway.status-delay",
            "gateway.token",
            "gateway.tracking");

    private static final Map<String, String> BY_LETTERS =
            ALL.stream().collect(Collectors.toUnmodifiableMap(SettingNames::letters, Function.identity()));

    private static final Pattern OURS = Pattern.compile("(?i)gateway[._-].+");

    /**
     * What Kubernetes tells of a service of that name, and a web server a CGI script; and what the log's configuration reads by
     * itself.
     */
    private static final Pattern OTHERS = Pattern.compile(
            "(?i)gateway(_.+)?_(service_host|service_port(_.+)?|port(_.+)?)|gateway_interface|gateway\\.log\\..+");

    /** How many letters of a name may be wrong for a guess what was meant. */
    private static final int MISTAKES = 3;

    private SettingNames() {}

    /** The setting of a name, which may be spelt as Camel's own may: with dashes, in camelCase, or as a variable. */
    static Optional<String> of(String spelt) {
        return OURS.matcher(spelt).matches() ? Optional.ofNullable(BY_LETTERS.get(letters(spelt))) : Optional.empty();
    }

    /**
     * The settings among what one place has, by the names under which they are asked for.
     *
     * @param  place                    where they stand, for people
     * @throws IllegalArgumentException where one is misspelt, or has two values; never says a value, which may be a secret
     */
    static Map<String, String> known(String place, Map<String, String> spelt) {
        Map<String, String> settings = new TreeMap<>();
        new TreeMap<>(spelt).forEach((name, value) -> {
            Optional<String> setting = of(name);
            if (setting.isEmpty()
                    && OURS.matcher(name).matches()
                    && !OTHERS.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        name + " (" + place + ") is no setting of the gateway; " + guess(letters(name)));
            }
            String before = setting.map(known -> settings.put(known, value)).orElse(value);
            if (!before.equals(value)) {
                throw new IllegalArgumentException(
                        setting.get() + " is set twice (" + place + ") and to different values; right is once");
            }
        });
        return settings;
    }

    private static String guess(String letters) {
        return BY_LETTERS.keySet().stream()
                .filter(known -> mistakes(known, letters) <= MISTAKES)
                .min(Comparator.comparingInt(known -> mistakes(known, letters)))
                .map(known -> "did you mean " + BY_LETTERS.get(known) + "?")
                .orElse("its README tells them all");
    }

    private static String letters(String name) {
        return name.replaceAll("[._-]", "").toLowerCase(Locale.ROOT);
    }

    /** How many letters have to be put in, taken out or replaced to make one of the other. */
    private static int mistakes(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
