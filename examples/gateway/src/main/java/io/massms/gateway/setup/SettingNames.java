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

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
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

    private static final Pattern NEARLY_THE_COMPONENTS =
            Pattern.compile("(?!camel\\.component\\.sms\\.)(?i:camel([._-])(?:components?\\1)?sms\\1(.+))");

    /** What is a name for sure: a line of a broken password is not shown. */
    private static final Pattern READABLE = Pattern.compile("[A-Za-z]+([._-][A-Za-z]+)*");

    /** How a shell's line begins that sets a variable; in a file of properties it sets one of this name. */
    private static final Set<String> OF_A_SHELL = Set.of("export", "set", "setx");

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
     * The settings in the operator's file. Besides it may hold what Camel reads, and names of the operator's own, which a route of his may
     * use; but none that may be meant for a setting, for a line {@code gatway.dry-run=true} sets nothing either.
     *
     * @param  elsewhere                what may use placeholders besides the file
     * @throws IllegalArgumentException as for other places
     */
    static Map<String, String> knownOfFile(String place, Map<String, String> lines, Collection<String> elsewhere) {
        List<String> values = new ArrayList<>(lines.values());
        values.addAll(elsewhere);
        List<String> others = new ArrayList<>();
        for (String name : new TreeSet<>(lines.keySet())) {
            if (isNobodys(name) && !isPlaceholder(name, values)) {
                Optional<String> meant = meantInFile(name);
                if (meant.isPresent() || OF_A_SHELL.contains(name)) {
                    throw unknown(name, place, meant);
                }
                others.add(READABLE.matcher(name).matches() ? name : "a line that is no name");
            }
        }
        tellOthers(others, place);
        return known(place, lines, name -> isPlaceholder(name, values));
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
        tellOthers(others, "environment");
        return settings;
    }

    private static void tellOthers(List<String> others, String place) {
        if (!others.isEmpty()) {
            LOG.info("No settings of the gateway, and left alone: {} ({})", String.join(", ", others), place);
        }
    }

    private static Map<String, String> known(
            String place, Map<String, String> spelt, Predicate<String> belongsToSomebodyElse) {
        Map<String, String> settings = new TreeMap<>();
        new TreeMap<>(spelt).forEach((name, value) -> {
            if (isUnknown(name) && !belongsToSomebodyElse.test(name)) {
                throw unknown(name, place, meant(name));
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

    private static IllegalArgumentException unknown(String name, String place, Optional<String> meant) {
        return new IllegalArgumentException(name + " (" + place + ") is no setting of the gateway; "
                + meant.map(setting -> "did you mean " + setting + "?").orElse("its README lists them all"));
    }

    /** Of Camel's names it says itself which are wrong, but for those that are nearly the component's. */
    private static boolean isNobodys(String name) {
        return name.startsWith("camel.")
                ? NEARLY_THE_COMPONENTS.matcher(name).matches()
                : !OURS.matcher(name).matches();
    }

    private static Optional<String> meantInFile(String name) {
        Matcher option = NEARLY_THE_COMPONENTS.matcher(name);
        if (option.matches()) {
            return Optional.of("camel.component.sms."
                    + option.group(2).toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        Optional<String> setting = Optional.ofNullable(BY_LETTERS.get("gateway" + letters(name)));
        return setting.isPresent() ? setting : meant(name);
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
