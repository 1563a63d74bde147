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

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.PropertyBindingException;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.util.ObjectHelper;

/** Camel, with the operator's settings. */
public final class GatewayMain {
    private static final List<String> FROM_ENVIRONMENT = List.of("camel.component.sms.", "camel.server.");

    private static final Pattern MISSING_CREDENTIALS =
            Pattern.compile(" needs the credentials .*; missing: ([A-Za-z]+(?:, [A-Za-z]+)*)$");

    /** What the component says of a value where a number or one of some words belongs. */
    private static final Pattern WRONG_VALUE =
            Pattern.compile("[A-Za-z]+=.* is (?:not known|no number); right is .+", Pattern.DOTALL);

    /** What Camel says of a placeholder that it cannot fill in, with the whole value around it. */
    private static final Pattern PLACEHOLDER =
            Pattern.compile("(?:Property with key \\[(.*)]|Missing) .* from (?:the )?text: (.*)", Pattern.DOTALL);

    private GatewayMain() {}

    /** Not yet started. */
    public static Main create() {
        Main main = new Main() {
            @Override
            protected CamelContext createCamelContext() {
                CamelContext context = super.createCamelContext();
                context.getPropertiesComponent().setEncoding("UTF-8");
                return context;
            }
        };
        // in the order in which they are asked: what the operator says first
        main.setPropertyPlaceholderLocations("file:gateway.properties;optional=true,classpath:application.properties");
        options(System.getenv()).forEach(main::addOverrideProperty);
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void beforeInitialize(BaseMainSupport starting) {
                OperatorSettings.install(starting.getCamelContext());
            }
        });
        return main;
    }

    /**
     * What the environment says where Camel would not hear it: of a component that does not come with it, and of what this
     * application has other defaults for.
     */
    static Map<String, String> options(Map<String, String> environment) {
        Map<String, String> options = new TreeMap<>();
        for (String prefix : FROM_ENVIRONMENT) {
            String variables = prefix.replace('.', '_').toUpperCase(Locale.ROOT);
            environment.forEach((name, value) -> {
                if (name.startsWith(variables)) {
                    String option = name.substring(variables.length());
                    options.put(prefix + option.toLowerCase(Locale.ROOT).replace('_', '-'), value);
                }
            });
        }
        return options;
    }

    /** Why it cannot start: the first cause that says what would be right, or the last there is. */
    public static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !speaksForItself(cause)) {
            cause = cause.getCause();
        }
        return cause instanceof PropertyBindingException binding
                ? "The option "
                        + wrongValue(binding)
                                .map(wrong -> prefix(binding) + wrong)
                                .orElse(option(binding) + " does not exist or has a wrong value")
                : withVariables(withoutValue(Objects.toString(cause.getMessage(), "")));
    }

    /** What the component says. Camel's own message repeats the value of any option, and that may be a password under a misspelt name. */
    private static Optional<String> wrongValue(PropertyBindingException binding) {
        return Stream.iterate(binding.getCause(), Objects::nonNull, Throwable::getCause)
                .map(Throwable::getMessage)
                .filter(message ->
                        message != null && WRONG_VALUE.matcher(message).matches())
                .findFirst();
    }

    /** A value that is more than a placeholder may be a password that happens to hold its signs. */
    private static String withoutValue(String message) {
        Matcher placeholder = PLACEHOLDER.matcher(message);
        return !placeholder.matches() || placeholder.group(2).equals("{{" + placeholder.group(1) + "}}")
                ? message
                : "The value of an option contains {{ and behind it no name of a property; right is a name that is set, and a"
                        + " password without {{";
    }

    /** Which credentials are missing is told by the names of options, and people write variables of the environment. */
    private static String withVariables(String message) {
        Matcher missing = MISSING_CREDENTIALS.matcher(message);
        if (!missing.find()) {
            return message;
        }
        String variables = Arrays.stream(missing.group(1).split(", "))
                .map(option -> "CAMEL_COMPONENT_SMS_"
                        + option.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return message + " (environment: " + variables + ")";
    }

    /** As the operator wrote it; of an option in a URI there is no more than its name. */
    private static String option(PropertyBindingException binding) {
        return binding.getOptionKey() == null ? binding.getPropertyName() : prefix(binding) + binding.getOptionKey();
    }

    private static String prefix(PropertyBindingException binding) {
        return Objects.toString(binding.getOptionPrefix(), "");
    }

    /** Whether the operator has to set something right before it can start. */
    public static boolean isWrongSetting(Throwable failure) {
        return ObjectHelper.getException(IllegalArgumentException.class, failure) != null
                || ObjectHelper.getException(PropertyBindingException.class, failure) != null;
    }

    private static boolean speaksForItself(Throwable cause) {
        return cause instanceof IllegalStateException
                || cause instanceof IllegalArgumentException
                || cause instanceof PropertyBindingException;
    }
}
