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

import io.massms.camel.contract.Vector.ExpectedVerdict;
import io.massms.camel.spi.Operation;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The codes as the manuals print them, apart from the tables of the codecs. */
class ManualCodesTest {

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("codes")
    void everyCodeOfTheManualHasAVectorWhoseSourceIsTheManual(String provider, Operation operation, Set<String> codes) {
        Set<String> shown = new TreeSet<>();
        Vectors.of(provider).stream(operation)
                .filter(vector -> vector.source() == Vector.Source.manual && vector.expected() != null)
                .flatMap(ManualCodesTest::verdicts)
                .filter(verdict -> verdict.providerCode() != null)
                .forEach(verdict -> shown.add(verdict.providerCode()));
        assertThat(shown).containsAll(codes);
    }

    static Stream<Arguments> codes() {
        Set<String> masms = range(101, 111);
        Set<String> smsmasivos = range(-12, -1);
        smsmasivos.addAll(Set.of("1", "-14", "-99"));
        return Stream.of(
                Arguments.of("linktosms", Operation.send, masms),
                Arguments.of("markettext", Operation.send, masms),
                Arguments.of("linktosms", Operation.status, range(0, 8)),
                Arguments.of("markettext", Operation.status, range(0, 7)),
                Arguments.of("linktosms", Operation.status, Set.of("NOTFOUND")),
                Arguments.of("markettext", Operation.status, Set.of("NOTFOUND")),
                Arguments.of("itcloud", Operation.send, range(-11, 0)),
                Arguments.of("itcloud", Operation.balance, Set.of("-1")),
                Arguments.of("natalia", Operation.send, Set.of("-1", "-3", "-4", "-5", "-6")),
                Arguments.of("natalia", Operation.balance, Set.of("-1")),
                Arguments.of("smsmasivos", Operation.send, smsmasivos));
    }

    private static Set<String> range(int from, int to) {
        Set<String> codes = new TreeSet<>();
        IntStream.rangeClosed(from, to).forEach(code -> codes.add(Integer.toString(code)));
        return codes;
    }

    private static Stream<ExpectedVerdict> verdicts(Vector vector) {
        return Stream.of(
                        Stream.ofNullable(vector.expected().verdicts()).flatMap(Collection::stream),
                        Stream.ofNullable(vector.expected().status()),
                        Stream.ofNullable(vector.expected().failed()))
                .flatMap(stream -> stream);
    }
}
