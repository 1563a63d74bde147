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
package io.massms.camel.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.massms.camel.model.MessageType;
import io.massms.camel.spi.Channel;
import io.massms.camel.spi.Operation;
import io.massms.camel.spi.SmsProvider;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of features in the README says what the providers declare. */
class FeatureMatrixDocumentationTest {
    @Test
    void theTableInTheReadmeSaysWhatTheProvidersDeclare() {
        Documents.Document readme = Documents.read("README.md");
        String current = readme.between("<!-- features:begin", "<!-- features:end -->");
        String expected = current.substring(0, current.indexOf('\n') + 1) + matrix();

        assertThat(readme.updatable(current, expected)).isEqualTo(expected);
    }

    /** In the order of the services file. */
    static String matrix() {
        List<SmsProvider> providers = ServiceLoader.load(SmsProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        StringBuilder table = new StringBuilder();
        row(table, "", providers, provider -> "`" + provider.profile().id() + "`");
        table.append("|---".repeat(providers.size() + 1)).append("|\n");
        for (Operation operation : Operation.values()) {
            row(table, "`" + operation + "`", providers, p -> support(p, operation));
        }
        row(table, "`inbox` by push", providers, p -> p.protocol().push() == null ? "–" : "✓");
        row(table, "channels", providers, p -> names(p.protocol().sendChannels()));
        row(
                table,
                "recipients a request",
                providers,
                p -> eachChannel(
                        p, channel -> String.valueOf(p.profile().send(channel).recipientsPerRequest())));
        row(
                table,
                "longest text",
                providers,
                p -> eachChannel(p, channel -> {
                    int longest = p.profile().send(channel).text().maxLength();
                    return longest == Integer.MAX_VALUE ? "not stated" : String.valueOf(longest);
                }));
        row(
                table,
                "message types",
                providers,
                p -> p.profile().messageTypes().stream()
                        .map(MessageType::name)
                        .map(name -> name.toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
                        .collect(Collectors.joining(", ")));
        row(
                table,
                "scheduled send",
                providers,
                p -> eachChannel(p, channel -> p.profile().send(channel).scheduling() ? "native" : "held by Quartz"));
        row(
                table,
                "dry run",
                providers,
                p -> eachChannel(
                        p, channel -> p.profile().send(channel).testFlag() ? "provider's TEST flag" : "local checks"));
        row(table, "default country", providers, p -> p.profile().country());
        return table.toString();
    }

    /** Held messages and open outcomes are this component's own business; only finding out takes a provider that can be asked. */
    private static String support(SmsProvider provider, Operation operation) {
        boolean supported = switch (operation) {
            case cancel, settle -> provider.protocol().operations().contains(Operation.send);
            case reconcile -> provider.protocol().operations().contains(Operation.status);
            default -> provider.protocol().operations().contains(operation);
        };
        return supported ? "✓" : "–";
    }

    private static void row(
            StringBuilder table, String title, List<SmsProvider> providers, Function<SmsProvider, String> cell) {
        table.append("| ").append(title);
        providers.forEach(provider -> table.append(" | ").append(cell.apply(provider)));
        table.append(" |\n");
    }

    /** One value where the channels agree, else one for each. */
    private static String eachChannel(SmsProvider provider, Function<Channel, String> value) {
        List<Channel> channels = List.copyOf(provider.protocol().sendChannels());
        if (channels.stream().map(value).distinct().count() == 1) {
            return value.apply(channels.get(0));
        }
        return channels.stream()
                .map(channel -> "`" + channel + "` " + value.apply(channel))
                .collect(Collectors.joining(", "));
    }

    private static String names(Iterable<? extends Enum<?>> values) {
        StringBuilder names = new StringBuilder();
        values.forEach(value ->
                names.append(names.isEmpty() ? "`" : ", `").append(value).append('`'));
        return names.toString();
    }
}
