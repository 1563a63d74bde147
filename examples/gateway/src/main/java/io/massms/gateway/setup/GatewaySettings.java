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

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;

/**
 * The gateway's own properties, {@code gateway.*}.
 *
 * @param directory where campaigns come in and results go out
 * @param quiet     how long a file must not have changed before it is taken
 * @param dryRun    whether campaigns are only checked
 * @param tracking  whether messages are remembered, to follow what becomes of them
 * @param retention after what time finished messages are forgotten
 * @param balanceInterval between two looks at the account's balance; zero for none
 * @param blockSize how many rows are in flight together, from 1
 * @param redeliveries how often rows are tried again that did not leave for a passing reason, from 0
 * @param redeliveryDelay before the first of these tries
 * @param pause     how long a campaign waits that is held up
 * @param patience  how long a block may be held up before its rows are written off as rejected
 * @param progress  between two progress lines
 */
public record GatewaySettings(
        Path directory,
        Duration quiet,
        boolean dryRun,
        boolean tracking,
        Duration retention,
        Duration balanceInterval,
        int blockSize,
        int redeliveries,
        Duration redeliveryDelay,
        Duration pause,
        Duration patience,
        Duration progress) {

    private static final int HIGHEST_PORT = 65_535;

    /** Camel takes a time for 0 whose unit it does not know: rows that are to wait for a week would be written off at once. */
    private static final Pattern TIME = Pattern.compile("0|P.+|(\\d{1,9}(ms|s|m|h|d))+");

    /** Checks what cannot work. */
    public GatewaySettings {
        if (blockSize < 1) {
            throw new IllegalArgumentException("gateway.block-size is " + blockSize + "; right is 1 or more");
        }
        if (redeliveries < 0) {
            throw new IllegalArgumentException("gateway.redeliveries is " + redeliveries + "; right is 0 or more");
        }
    }

    /**
     * The settings of a Camel context.
     *
     * @throws IllegalArgumentException where one is wrong; says what would be right
     */
    public static GatewaySettings of(CamelContext context) {
        return new GatewaySettings(
                Path.of(text(context, "gateway.directory", "gateway-data")),
                duration(context, "gateway.quiet", "5s"),
                SmsOptions.of(context).isDryRun(),
                flag(context, "gateway.tracking", true),
                duration(context, "gateway.retention", "30d"),
                duration(context, "gateway.balance-interval", "5m"),
                number(context, "gateway.block-size", "1000"),
                number(context, "gateway.redeliveries", "5"),
                duration(context, "gateway.redelivery-delay", "1s"),
                duration(context, "gateway.pause", "1m"),
                duration(context, "gateway.patience", "24h"),
                duration(context, "gateway.progress", "5s"));
    }

    static String text(CamelContext context, String key, String fallback) {
        return context.getPropertiesComponent()
                .resolveProperty(key)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .orElse(fallback);
    }

    static boolean flag(CamelContext context, String key, boolean fallback) {
        String value = text(context, key, Boolean.toString(fallback));
        if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
            throw new IllegalArgumentException(key + " is '" + value + "'; right is true or false");
        }
        return Boolean.parseBoolean(value);
    }

    /** Names with commas between them, in small letters. */
    static Set<String> names(CamelContext context, String key) {
        return Arrays.stream(text(context, key, "").toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    static int number(CamelContext context, String key, String fallback) {
        String value = text(context, key, fallback);
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(key + " is '" + value + "'; right is a number such as " + fallback, e);
        }
    }

    static int port(CamelContext context, String key, String fallback) {
        int port = number(context, key, fallback);
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException(
                    key + " is " + port + "; right is 1 to " + HIGHEST_PORT + ", or 0 for any");
        }
        return port;
    }

    static Duration duration(CamelContext context, String key, String fallback) {
        String value = text(context, key, fallback);
        if (!TIME.matcher(value).matches()) {
            throw new IllegalArgumentException(wrongDuration(key, value, fallback));
        }
        Duration duration;
        try {
            duration = context.getTypeConverter().mandatoryConvertTo(Duration.class, value);
        } catch (Exception e) {
            throw new IllegalArgumentException(wrongDuration(key, value, fallback), e);
        }
        if (duration.isNegative()) {
            throw new IllegalArgumentException(wrongDuration(key, value, fallback));
        }
        return duration;
    }

    private static String wrongDuration(String key, String value, String fallback) {
        return key + " is '" + value + "'; right is a time such as " + fallback
                + ", 1h30m or PT36H (units are ms, s, m, h and d)";
    }
}
