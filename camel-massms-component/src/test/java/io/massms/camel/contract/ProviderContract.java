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
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.massms.camel.contract.Conversation.Outcome;
import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsStatus;
import io.massms.camel.spi.Operation;
import io.massms.camel.spi.SmsProvider;
import io.massms.camel.spi.Verdict;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What holds for every provider. A provider that {@link java.util.ServiceLoader} finds is held against it by
 * {@link ProviderContractTest}; one that is bound in a registry gets a subclass of its own. Its vectors are the files of
 * {@code vectors/<id>/<operation>/} on the test class path.
 */
public abstract class ProviderContract {
    private final SmsProvider provider;
    private final Vectors vectors;

    /**
     * The contract of one provider.
     *
     * @param provider whose
     */
    protected ProviderContract(SmsProvider provider) {
        this.provider = provider;
        vectors = Vectors.of(provider.profile().id());
    }

    @Test
    void everyVectorIsReadable() {
        assertThat(vectors.unreadable()).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> everyVectorHolds() {
        return forEveryVector(VectorCheck::check);
    }

    @TestFactory
    Stream<DynamicTest> everyVectorOfAPushHolds() {
        return vectors.pushes().entrySet().stream()
                .map(vector -> dynamicTest(
                        provider.profile().id() + "/push/" + vector.getKey(),
                        () -> PushCheck.check(provider, vector.getValue())));
    }

    @Test
    void pushesHaveVectorsThatAreTakenAndRefusedWhereTheyAreDeclared() {
        boolean declared = provider.protocol().push() != null;
        assertThat(vectors.pushes().values().stream().anyMatch(vector -> vector.expected() != null))
                .isEqualTo(declared);
        assertThat(vectors.pushes().values().stream().anyMatch(vector -> vector.refused() != null))
                .isEqualTo(declared);
    }

    @Test
    void everyDeclaredOperationHasVectorsAndNoOther() {
        assertThat(vectors.all().keySet()).isEqualTo(provider.protocol().operations());
        vectors.all()
                .forEach((operation, cases) ->
                        assertThat(cases).as("vectors of %s", operation).isNotEmpty());
    }

    @Test
    void everyDeclaredOperationHasAnAddressAndNoOther() {
        for (Operation operation : Operation.values()) {
            boolean declared = provider.protocol().operations().contains(operation);
            assertThat(provider.profile().url(operation) != null)
                    .as("the profile has a URL for %s", operation)
                    .isEqualTo(declared);
        }
    }

    @Test
    void anUndeclaredOperationHasNoCodec() {
        for (Operation operation : Operation.values()) {
            if (!provider.protocol().operations().contains(operation)) {
                assertThat(Capabilities.codec(provider, operation))
                        .as("codec of %s", operation)
                        .isNull();
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> everyDeclaredCapabilityHasAVector() {
        return Capabilities.of(provider)
                .map(capability -> dynamicTest(
                        capability.name(),
                        () -> assertThat(vectors.stream(capability.operation()))
                                .as("a vector of %s that shows %s", capability.operation(), capability.name())
                                .anyMatch(capability::isShownBy)));
    }

    @TestFactory
    Stream<DynamicTest> aCutOffAnswerNeverSaysMoreThanTheWholeOne() {
        return forEveryReply((conversation, vector) -> {
            if (vector.misleadingWhenCutOff()) {
                return;
            }
            Outcome whole = outcome(conversation, vector, vector.reply().body());
            Mutations.cutOff(vector.reply().body()).forEach(part -> {
                Outcome cutOff = outcome(conversation, vector, part);
                assertThat(cutOff.verdicts())
                        .as("verdicts of '%s'", part)
                        .hasSameSizeAs(whole.verdicts())
                        .doesNotContainNull();
                for (int i = 0; i < whole.verdicts().size(); i++) {
                    assertThat(cutOff.accepted(i) && !whole.accepted(i) && !cutOff.isShortCode(i))
                            .as("recipient %s is accepted by '%s' but not by the whole answer", i, part)
                            .isFalse();
                }
            });
        });
    }

    @TestFactory
    Stream<DynamicTest> anAnswerMeansTheSameInOtherClothes() {
        return forEveryReply((conversation, vector) -> {
            Outcome plain = outcome(conversation, vector, vector.reply().body());
            boolean exact = provider.profile().exactAnswers();
            Mutations.dressed(vector.reply().body(), exact).forEach((clothes, body) -> {
                if (canBeWritten(body, vector)) {
                    assertThat(outcome(conversation, vector, body))
                            .as("the answer with %s", clothes)
                            .usingRecursiveComparison(ignoringReasons())
                            .isEqualTo(plain);
                }
            });
        });
    }

    @TestFactory
    Stream<DynamicTest> anAnswerMeansTheSameInCapitalsAndInSmallLetters() {
        if (provider.profile().exactAnswers()) {
            return Stream.empty();
        }
        return forEveryReply((conversation, vector) -> {
            Outcome plain = outcome(conversation, vector, vector.reply().body());
            Mutations.inOtherCase(vector.reply().body()).forEach(body -> {
                Outcome other = outcome(conversation, vector, body);
                assertThat(other.verdicts())
                        .as("verdicts of '%s'", body)
                        .extracting(Verdict::state, Verdict::error)
                        .isEqualTo(plain.verdicts().stream()
                                .map(verdict -> tuple(verdict.state(), verdict.error()))
                                .toList());
                assertThat(withoutWords(other.value()))
                        .as("value of '%s'", body)
                        .isEqualTo(withoutWords(plain.value()));
            });
        });
    }

    /** The provider's own words are kept as they came. */
    private static Object withoutWords(Object value) {
        return value instanceof SmsStatus status
                ? tuple(status.messageId(), status.to(), status.state(), status.error(), status.time())
                : value;
    }

    @TestFactory
    Stream<DynamicTest> anAnswerInsideAWebPageIsNeverASuccess() {
        return forEveryReply((conversation, vector) -> Mutations.wrapped(
                        vector.reply().body())
                .filter(body -> canBeWritten(body, vector))
                .forEach(body -> {
                    Outcome outcome = outcome(conversation, vector, body);
                    assertThat(outcome.anyAccepted())
                            .as("accepted by '%s'", body)
                            .isFalse();
                    assertThat(outcome.value()).as("value of '%s'", body).isNull();
                    if (vector.reply().status() == 200) {
                        assertThat(Stream.concat(outcome.verdicts().stream(), Stream.ofNullable(outcome.failed())))
                                .extracting(Verdict::error)
                                .containsOnly(SmsError.UNEXPECTED_RESPONSE);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> nothingThatIsShownHoldsASecretARecipientOrAText() {
        return provider.protocol().operations().stream()
                .map(operation -> dynamicTest(operation.name(), () -> {
                    List<Vector> cases = vectors.stream(operation).toList();
                    Discretion discretion = new Discretion(provider, operation, cases.get(0));
                    discretion.check();
                    if (provider.profile().exactAnswers()) {
                        cases.stream()
                                .filter(vector -> vector.reply() != null)
                                .forEach(vector ->
                                        discretion.checkDocument(vector.reply().body()));
                    }
                }));
    }

    private Outcome outcome(Conversation<?> conversation, Vector vector, String body) {
        return conversation.outcome(vector.reply().toReply(body, provider.profile()));
    }

    private boolean canBeWritten(String body, Vector vector) {
        String charset = vector.reply().charset();
        Charset encoding = charset == null ? provider.profile().charset() : Charset.forName(charset);
        return encoding.newEncoder().canEncode(body);
    }

    private static RecursiveComparisonConfiguration ignoringReasons() {
        return RecursiveComparisonConfiguration.builder()
                .withIgnoredFieldsMatchingRegexes(".*reason")
                .build();
    }

    private Stream<DynamicTest> forEveryReply(ReplyTest test) {
        return forEveryVector((ignored, operation, vector) -> {
            if (vector.reply() != null) {
                test.run(Conversation.of(provider, operation, vector), vector);
            }
        });
    }

    private Stream<DynamicTest> forEveryVector(VectorTest test) {
        return vectors.all().entrySet().stream()
                .flatMap(operation -> operation.getValue().entrySet().stream()
                        .map(vector -> forVector(operation.getKey(), vector.getKey(), vector.getValue(), test)));
    }

    private DynamicTest forVector(Operation operation, String name, Vector vector, VectorTest test) {
        String path = provider.profile().id() + "/" + operation + "/" + name;
        return dynamicTest(path, () -> {
            try {
                test.run(provider, operation, vector);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("The vector " + path + ": " + e.getMessage(), e);
            }
        });
    }

    private interface VectorTest {
        void run(SmsProvider provider, Operation operation, Vector vector);
    }

    private interface ReplyTest {
        void run(Conversation<?> conversation, Vector vector);
    }
}
