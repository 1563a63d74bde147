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
package io.massms.camel.optout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.StringReader;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every list of opt-outs does. */
abstract class OptOutContract {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final OptOut ANA = new OptOut("+573001234567", OptOutReason.REPLY, NOW);
    private static final OptOut LUIS = new OptOut("+5491112345678", OptOutReason.PROVIDER, NOW.plusSeconds(1));

    private OptOutRepository optOuts;

    abstract OptOutRepository open();

    @BeforeEach
    void openRepository() {
        optOuts = open();
    }

    @Test
    void aNumberIsContainedFromItsAdditionToItsRemoval() {
        assertThat(optOuts.contains(ANA.number())).isFalse();
        assertThat(optOuts.add(ANA)).isTrue();
        assertThat(optOuts.contains(ANA.number())).isTrue();
        assertThat(optOuts.remove(ANA.number())).isTrue();
        assertThat(optOuts.contains(ANA.number())).isFalse();
        assertThat(optOuts.remove(ANA.number())).isFalse();
    }

    @Test
    void aNumberThatIsAddedAgainKeepsItsFirstReason() {
        optOuts.add(ANA);
        assertThat(optOuts.add(new OptOut(ANA.number(), OptOutReason.MANUAL, NOW.plusSeconds(9))))
                .isFalse();
        assertThat(all()).containsExactly(ANA);
    }

    @Test
    void thoseAmongManyNumbersAreFoundAtOnce() {
        optOuts.add(ANA);
        optOuts.add(LUIS);
        assertThat(optOuts.among(List.of("+573000000000", LUIS.number(), "+573000000001")))
                .isEqualTo(Set.of(LUIS.number()));
        assertThat(optOuts.among(List.of())).isEmpty();
    }

    @Test
    void whatIsExportedCanBeImported() {
        optOuts.add(ANA);
        optOuts.add(LUIS);
        StringWriter csv = new StringWriter();
        OptOutCsv.write(optOuts, csv);
        assertThat(csv)
                .hasToString("number,reason,added\r\n+5491112345678,PROVIDER,2026-11-20T12:00:01Z\r\n"
                        + "+573001234567,REPLY,2026-11-20T12:00:00Z\r\n");
        optOuts.remove(ANA.number());
        assertThat(OptOutCsv.read(optOuts, new StringReader(csv.toString()), NOW))
                .isEqualTo(1);
        assertThat(all()).containsExactly(LUIS, ANA);
    }

    @Test
    void listsFromOfficeProgramsAndPlainListsAreImported() {
        String csv = "\uFEFF\"number\";\"reason\"\n\"+573001234567\";\"reply\"\n\n+5491112345678\n";
        assertThat(OptOutCsv.read(optOuts, new StringReader(csv), NOW)).isEqualTo(2);
        assertThat(all()).containsExactly(new OptOut(LUIS.number(), OptOutReason.IMPORTED, NOW), ANA);
    }

    @Test
    void aLineThatIsNoOptOutIsRefusedWithItsNumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OptOutCsv.read(optOuts, new StringReader("number\n+573001234567\n3001234567\n"), NOW))
                .withMessageContaining("Line 3")
                .withMessageNotContaining(" 3001234567")
                .havingCause()
                .withMessageContaining("E.164");
    }

    @Test
    void aLongListIsGoneThroughCompletely() {
        for (int i = 0; i < 1_001; i++) {
            optOuts.add(new OptOut("+57300" + (1_000_000 + i), OptOutReason.IMPORTED, NOW));
        }
        assertThat(all()).hasSize(1_001).doesNotHaveDuplicates();
    }

    private List<OptOut> all() {
        List<OptOut> all = new ArrayList<>();
        optOuts.forEach(all::add);
        return all;
    }
}
