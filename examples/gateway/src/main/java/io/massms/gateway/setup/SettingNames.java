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

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the gateway's own settings are called. One that is misspelt must not go unheard: {@code gateway.dyr-run=true} would send. */
final class SettingNames {
    private static final Logger LOG = LoggerFactory.getLogger(SettingNames.class);

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
     * What Kubernetes tells of a service of that name, Docker of a container, and a web server a CGI script; and what the log's
     * configuration reads by itself.
     */
    private static final Pattern OTHERS = Pattern.compile(
            "(?i)gateway(_.+)?_(service_host|service_port(_.+)?|port(_.+)?|name|env_.+)|gateway_interface|gateway\\.log\\..+");

    /** Messages leave where the operator believes that he has set one of these. */
    private static final Set<String> SAFETY = Set.of("gatewaydryrun", "gatewaysimulator");

    /** How many letters of a name may be wrong for a guess what was meant. */
    private static final int MISTAKES = 3;

    /** What a name needs to be taken for the beginning of another. */
    private static final int LETTERS = "gateway".length() + 3;

    private SettingNames() {}

    /** The setting of a name, which may be spelt as Camel's own may: with dashes, in camelCase, or as a variable. */
    static Optional<String> of(String spelt) {
        return OURS.matcher(spelt).matches() ? Optional.ofNullable(BY_LETTERS.get(letters(spelt))) : Optional.empty();
    }

    /**
     * The settings among what one place has, by the names under which they are asked for; what is empty is not set. Names of the
     * operator's own are those that he uses as placeholders in the same place.
     *
     * @param  place                    where they stand, for people
     * @throws IllegalArgumentException where one is misspelt, or has two values; never says a value, which may be a secret
     */
    static Map<String, String> known(String place, Map<String, String> spelt) {
        return known(place, spelt, name -> isPlaceholder(name, spelt.values()));
    }

    /**
     * The settings among the variables of the environment, where others put their own too: there only a name is refused that may be
     * meant for one of the gateway's.
     *
     * @throws IllegalArgumentException as for other places
     */
    static Map<String, String> knownVariables(Map<String, String> variables) {
        Map<String, String> settings =
                known("environment", variables, name -> meant(name).isEmpty());
        List<String> others = variables.keySet().stream()
                .filter(SettingNames::isUnknown)
                .sorted()
                .toList();
        if (!others.isEmpty()) {
            LOG.info("No settings of the gateway, and left alone: {} (environment)", String.join(", ", others));
        }
        return settings;
    }

    private static Map<String, String> known(
            String place, Map<String, String> spelt, Predicate<String> belongsToSomebodyElse) {
        Map<String, String> settings = new TreeMap<>();
        new TreeMap<>(spelt).forEach((name, value) -> {
            if (isUnknown(name) && !belongsToSomebodyElse.test(name)) {
                throw new IllegalArgumentException(name + " (" + place + ") is no setting of the gateway; "
                        + meant(name)
                                .map(setting -> "did you mean " + setting + "?")
                                .orElse("its README lists them all"));
            }
            Optional<String> setting = value.isBlank() ? Optional.empty() : of(name);
            String before = setting.map(known -> settings.put(known, value)).orElse(value);
            if (!before.equals(value)) {
                throw new IllegalArgumentException(
                        setting.get() + " is set twice (" + place + ") and to different values; right is once");
            }
        });
        return settings;
    }

    private static boolean isUnknown(String name) {
        return OURS.matcher(name).matches()
                && of(name).isEmpty()
                && !OTHERS.matcher(name).matches();
    }

    private static boolean isPlaceholder(String name, Collection<String> values) {
        Pattern use = Pattern.compile("\\{\\{\\??" + Pattern.quote(name) + "(:.*)?}}");
        return values.stream().anyMatch(value -> use.matcher(value).find());
    }

    /** The setting that may be meant. */
    private static Optional<String> meant(String name) {
        String letters = letters(name);
        return BY_LETTERS.keySet().stream()
                .filter(known -> isLike(known, letters))
                .min(Comparator.comparingInt(known -> mistakes(known, letters)))
                .map(BY_LETTERS::get);
    }

    /** In a short name a few other letters make another word. */
    private static boolean isLike(String known, String letters) {
        int mistakes = mistakes(known, letters);
        int longer = Math.max(known.length(), letters.length()) - "gateway".length();
        return mistakes <= MISTAKES && 2 * mistakes < longer
                || letters.length() >= LETTERS && known.startsWith(letters)
                || SAFETY.contains(known) && letters.startsWith(known);
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
