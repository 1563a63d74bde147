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
package io.massms.camel.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.massms.camel.docs.Documents;
import io.massms.camel.spi.Operation;
import io.massms.camel.spi.SmsProvider;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The manual's table of operations says what endpoints really accept. */
class OperationsDocumentationTest extends SmsTestSupport {
    private static final List<SmsProvider> PROVIDERS = ServiceLoader.load(SmsProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();

    /** What no test can find out: what an operation is for, what goes into it and what comes out. */
    private record Words(String purpose, String in, String out, String emitted) {}

    @Test
    void theTableOfOperationsSaysWhatEndpointsAccept() {
        StringBuilder table = new StringBuilder(
                "[%header,cols=\"2,5,5,4,3,5\"]\n|===\n|operation |purpose |producer: message in |producer: body out"
                        + " |consumer: body |providers\n");
        for (Operation operation : Operation.values()) {
            table.append(row(operation));
        }
        Documents.Document document = Documents.read(Documents.root().resolve("src/manual/generated/operations.adoc"));
        String expected = table.append("|===\n").toString();

        assertThat(document.updatable(document.text(), expected)).isEqualTo(expected);
    }

    private String row(Operation operation) {
        Words words = words(operation);
        assertThat(PROVIDERS.stream().anyMatch(provider -> isProducer(provider, operation)))
                .as(operation + " as a producer")
                .isEqualTo(!words.out().isEmpty());
        assertThat(PROVIDERS.stream().anyMatch(provider -> isConsumer(provider, operation)))
                .as(operation + " as a consumer")
                .isEqualTo(!words.emitted().isEmpty());
        return "\n|`" + operation + "`\n|" + words.purpose() + "\n|" + words.in() + "\n|" + words.out() + "\n|"
                + words.emitted() + "\n|" + support(operation) + "\n";
    }

    private String support(Operation operation) {
        if (operation == Operation.reconcile) {
            return names(provider -> provider.protocol().status() != null) + ". With "
                    + names(provider -> provider.protocol().status() == null)
                    + " there is no status to ask for: every message stays open";
        }
        String asked = names(provider -> isProducer(provider, operation));
        return operation == Operation.inbox
                ? asked + "; by push: " + names(provider -> provider.protocol().push() != null)
                : asked;
    }

    private static String names(Predicate<SmsProvider> which) {
        List<SmsProvider> those = PROVIDERS.stream().filter(which).toList();
        return those.size() == PROVIDERS.size()
                ? "all"
                : those.stream()
                        .map(provider -> "`" + provider.profile().id() + "`")
                        .collect(Collectors.joining(", "));
    }

    private boolean isProducer(SmsProvider provider, Operation operation) {
        return isAccepted(provider, operation, SmsEndpoint::createProducer);
    }

    private boolean isConsumer(SmsProvider provider, Operation operation) {
        return isAccepted(provider, operation, endpoint -> endpoint.createConsumer(exchange -> {}));
    }

    private boolean isAccepted(SmsProvider provider, Operation operation, Use use) {
        try {
            use.of(context.getEndpoint(sms(provider.profile().id(), "operation=" + operation), SmsEndpoint.class));
            return true;
        } catch (Exception refused) {
            return false;
        }
    }

    @FunctionalInterface
    private interface Use {
        Object of(SmsEndpoint endpoint) throws Exception;
    }

    private static Words words(Operation operation) {
        return switch (operation) {
            case send ->
                new Words(
                        "Sends messages (MT).",
                        "Text, `SmsMessage`, `Map`, or many of these; see xref:sending.adoc[Sending]",
                        "`SmsResult`",
                        "");
            case cancel ->
                new Words(
                        "Withdraws messages that this component still holds for later.",
                        "Header `CamelSmsClientId`",
                        "`Integer`: how many were withdrawn",
                        "");
            case reconcile ->
                new Words(
                        "Asks the provider about messages whose outcome is open. Sends nothing.",
                        "Nothing",
                        "List of `SmsStatus`, one for each message that was looked at",
                        "`SmsStatus`, for each outcome found");
            case settle ->
                new Words(
                        "Records by hand the outcome of messages that is open. Sends nothing.",
                        "Headers `CamelSmsClientId` and `CamelSmsState`, optional `CamelSmsError`, body: a note. With"
                                + " `channel=smtp` and no client id: an error mail of the provider",
                        "List of `SmsStatus`, one for each message settled",
                        "");
            case status ->
                new Words(
                        "Asks for the delivery report of a message. `smsmasivos` has reports only of messages sent with"
                                + " `channel=block`.",
                        "Header `CamelSmsMessageId` (`smsmasivos`: `CamelSmsClientId`)",
                        "`SmsStatus`",
                        "`SmsStatus`, for each change");
            case balance ->
                new Words("Asks for the credit of the account.", "Nothing", "`BigDecimal`", "`BigDecimal`, on change");
            case inbox ->
                new Words(
                        "Receives messages from handsets (MO).",
                        "Optional header `CamelSmsFrom`: one handset",
                        "List of `InboundSms`, or a stream with `format=excel`",
                        "`InboundSms`");
            case expiry -> new Words("Asks when the contracted package ends.", "Nothing", "`LocalDate`", "");
            case sentCount -> new Words("Asks how many messages were sent this month.", "Nothing", "`Long`", "");
            case serverTime ->
                new Words("Asks for the time of the provider's clock.", "Nothing", "`OffsetDateTime`", "");
        };
    }
}
