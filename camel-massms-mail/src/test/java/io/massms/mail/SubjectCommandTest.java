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
package io.massms.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectCommandTest {
    @Test
    void theManualsExampleIsRead() {
        assertThat(SubjectCommand.parse(
                        "USU500 CLAVE500 1155556666 Octavio Gomez, no se olvide que hoy vence su factura."))
                .isEqualTo(new SubjectCommand(
                        "USU500", "CLAVE500", "1155556666", "Octavio Gomez, no se olvide que hoy vence su factura."));
    }

    @Test
    void severalBlanksBetweenTheWordsAndAPlusSignAreRead() {
        assertThat(SubjectCommand.parse("  USU500   CLAVE500  +541155556666   a  b "))
                .isEqualTo(new SubjectCommand("USU500", "CLAVE500", "+541155556666", "a  b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "USU500",
                "USU500 CLAVE500 1155556666",
                "USU500 CLAVE500 1155556666 ",
                "USU500 CLAVE500 hola 1155556666",
                "Delivery Status Notification (Failure)",
                "Re: USU500 CLAVE500 1155556666 hola"
            })
    void whatIsNoCommandIsRefusedWithoutQuotingIt(String subject) {
        assertThatExceptionOfType(RefusedMailException.class)
                .isThrownBy(() -> SubjectCommand.parse(subject))
                .withMessageContaining("USER PASSWORD NUMBER TEXT")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("CLAVE500"))
                .satisfies(e -> assertThat(e.refusal()).isEqualTo(Refusal.NO_COMMAND));
    }

    @Test
    void aCommandShowsNothingOfItself() {
        assertThat(SubjectCommand.parse("USU500 CLAVE500 1155556666 hola").toString())
                .doesNotContain("USU500", "CLAVE500", "1155556666", "hola");
    }
}
