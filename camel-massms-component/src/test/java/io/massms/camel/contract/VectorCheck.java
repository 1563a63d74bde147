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
package io.massms.camel.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.massms.camel.contract.Conversation.Outcome;
import io.massms.camel.contract.Vector.Expected;
import io.massms.camel.contract.Vector.ExpectedCall;
import io.massms.camel.contract.Vector.ExpectedVerdict;
import io.massms.camel.model.InboundSms;
import io.massms.camel.model.SmsStatus;
import io.massms.camel.spi.BodyCall;
import io.massms.camel.spi.Call;
import io.massms.camel.spi.FormCall;
import io.massms.camel.spi.MailCall;
import io.massms.camel.spi.Operation;
import io.massms.camel.spi.Parameter;
import io.massms.camel.spi.SmsProvider;
import io.massms.camel.spi.Verdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds one vector against a provider's codec. */
final class VectorCheck {
    private static final int LONGEST_EXCERPT = 120;

    private VectorCheck() {}

    static void check(SmsProvider provider, Operation operation, Vector vector) {
        checkForm(vector);
        Conversation<?> conversation = Conversation.of(provider, operation, vector);
        if (vector.call() != null) {
            checkCall(conversation.call(), vector.call());
        }
        if (vector.reply() != null) {
            Outcome outcome = conversation.outcome(vector.reply().toReply(provider.profile()));
            checkOutcome(outcome, vector.expected(), vector.question());
        }
    }

    private static void checkForm(Vector vector) {
        assertThat(vector.source()).as("source: manual, observed or decided").isNotNull();
        assertThat(vector.description()).as("description").isNotBlank();
        assertThat(vector.question()).as("question").isNotNull();
        assertThat(vector.account()).as("account").isNotNull();
        assertThat(vector.call() != null || vector.reply() != null)
                .as("a vector has a call, or a reply, or both")
                .isTrue();
        assertThat(vector.expected() != null)
                .as("a reply and what is expected of it come together")
                .isEqualTo(vector.reply() != null);
        if (vector.source() == Vector.Source.manual) {
            assertThat(vector.section()).as("the manual's section").isNotBlank();
        }
    }

    private static void checkCall(Call call, ExpectedCall expected) {
        if (call instanceof BodyCall body) {
            checkBody(body, expected.action() == null ? expected : expected.soap());
        } else if (call instanceof MailCall mail) {
            assertThat(mail).isEqualTo(new MailCall(expected.to(), expected.subject()));
        } else {
            checkForm((FormCall) call, expected);
        }
    }

    private static void checkForm(FormCall call, ExpectedCall expected) {
        assertThat(call.method()).hasToString(expected.method());
        assertThat(call.uri()).isEqualTo(expected.url());
        assertThat(pairs(call.parameters())).isEqualTo(expected.parameters());
        if (expected.charset() != null) {
            assertThat(call.charset().name()).isEqualTo(expected.charset());
        }
    }

    private static void checkBody(BodyCall call, ExpectedCall expected) {
        assertThat(call.method()).isEqualTo(expected.method());
        assertThat(call.uri()).isEqualTo(expected.url());
        assertThat(call.contentType()).isEqualTo(expected.contentType());
        assertThat(pairs(call.headers())).isEqualTo(Objects.requireNonNullElse(expected.headers(), List.of()));
        if (expected.body() == null || expected.body().isTextual()) {
            assertThat(call.body())
                    .isEqualTo(expected.body() == null ? null : expected.body().textValue());
        } else {
            assertThat(Vectors.document(call.body())).isEqualTo(expected.body());
        }
    }

    private static List<List<String>> pairs(List<Parameter> parameters) {
        return parameters.stream()
                .map(parameter -> List.of(parameter.name(), parameter.value()))
                .toList();
    }

    private static void checkOutcome(Outcome outcome, Expected expected, Vector.Question question) {
        if (expected.failed() != null) {
            assertThat(outcome.failed()).as("failure in %s", outcome).isNotNull();
            checkVerdict(outcome.failed(), expected.failed());
        } else if (expected.verdicts() != null) {
            checkVerdicts(outcome, expected, question.to().size());
        } else if (expected.status() != null) {
            checkStatus(outcome.value(), expected.status());
        } else {
            assertThat(expected.value()).as("verdicts, status, value or failed").isNotNull();
            checkValue(outcome.value(), expected.value());
        }
    }

    private static void checkVerdicts(Outcome outcome, Expected expected, int recipients) {
        assertThat(outcome.verdicts()).as("one verdict a recipient").hasSize(recipients);
        assertThat(outcome.resendInParts()).as("resendInParts").isEqualTo(expected.resendInParts());
        if (expected.verdicts().size() > 1) {
            assertThat(expected.verdicts()).as("one expectation a recipient").hasSize(recipients);
        }
        for (int i = 0; i < recipients; i++) {
            checkVerdict(
                    outcome.verdicts().get(i),
                    expected.verdicts().get(Math.min(i, expected.verdicts().size() - 1)));
        }
    }

    static void checkVerdict(Verdict verdict, ExpectedVerdict expected) {
        assertThat(Stream.of(expected.to(), expected.clientId(), expected.time()))
                .as("to, clientId and time, which only a status has")
                .containsOnlyNulls();
        assertThat(verdict)
                .usingRecursiveComparison()
                .ignoringFields("reason")
                .isEqualTo(new Verdict(
                        expected.state(),
                        expected.messageId(),
                        expected.error(),
                        expected.providerCode(),
                        expected.providerText(),
                        null,
                        expected.retryAfterSeconds() == null
                                ? null
                                : Duration.ofSeconds(expected.retryAfterSeconds())));
        if (verdict.error() == null) {
            assertThat(verdict.reason()).as("no reason without an error").isNull();
        } else {
            assertThat(verdict.reason()).as("the reason in English").isNotBlank();
            assertThat(verdict.reason()).contains(Objects.requireNonNullElse(expected.reasonPart(), ""));
        }
        if (verdict.providerText() != null) {
            assertThat(verdict.providerText()).hasSizeLessThanOrEqualTo(LONGEST_EXCERPT);
        }
    }

    private static void checkStatus(Object value, ExpectedVerdict expected) {
        assertThat(value).isInstanceOf(SmsStatus.class);
        SmsStatus status = (SmsStatus) value;
        assertThat(status.state()).isEqualTo(expected.state());
        assertThat(status.error()).isEqualTo(expected.error());
        assertThat(status.messageId()).isEqualTo(expected.messageId());
        assertThat(status.providerCode()).isEqualTo(expected.providerCode());
        assertThat(status.providerText()).isEqualTo(expected.providerText());
        checkGiven("to", status.to(), expected.to());
        checkGiven("clientId", status.clientId(), expected.clientId());
        checkGiven("time", status.time(), expected.time());
    }

    private static void checkGiven(String field, Object said, Object expected) {
        if (expected != null) {
            assertThat(said).as(field).isEqualTo(expected);
        }
    }

    private static void checkValue(Object value, JsonNode expected) {
        if (value instanceof BigDecimal amount) {
            assertThat(amount).isEqualByComparingTo(expected.asText());
        } else if (value instanceof List<?> messages) {
            assertThat(messages)
                    .extracting(message -> fields((InboundSms) message))
                    .isEqualTo(fields(expected));
        } else {
            assertThat(value).hasToString(expected.asText());
        }
    }

    private static List<String> fields(InboundSms message) {
        return Arrays.asList(
                message.from(),
                message.text(),
                message.messageId(),
                message.clientId(),
                message.receivedTime().toString());
    }

    private static List<List<String>> fields(JsonNode messages) {
        List<List<String>> fields = new ArrayList<>();
        messages.forEach(message -> fields.add(Stream.of("from", "text", "messageId", "clientId", "receivedTime")
                .map(name -> message.path(name).textValue())
                .collect(Collectors.toCollection(ArrayList::new))));
        return fields;
    }
}
