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
package io.massms.gateway.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CampaignFileTest {
    @TempDir
    Path directory;

    @Test
    void columnsComeInAnyOrderAndInAnyCase() throws IOException {
        List<Row> rows =
                rows("Text,ClientID,city,TO,scheduledtime,from\nHola,c1,Cali,573001234567,2027-01-01T00:00Z,Banco\n");
        assertThat(rows).containsExactly(new Row(1, "573001234567", "Hola", "Banco", "c1", "2027-01-01T00:00Z", null));
    }

    @Test
    void spanishExcelsSemicolonsAndByteOrderMarkAreUnderstood() throws IOException {
        List<Row> rows = rows("\uFEFFto;text\r\n573001234567;Hola, señora\r\n");
        assertThat(rows).containsExactly(new Row(1, "573001234567", "Hola, señora", null, null, null, null));
    }

    @Test
    void tabsSeparateToo() throws IOException {
        assertThat(rows("to\ttext\n573001234567\tHola, sí; claro\n").get(0).text())
                .isEqualTo("Hola, sí; claro");
    }

    @Test
    void separatorsInQuotedNamesOfColumnsDoNotCount() throws IOException {
        assertThat(rows("\"to\";\"text\";\"nota, otra, mas, y\"\n573001234567;Hola;x\n"))
                .containsExactly(new Row(1, "573001234567", "Hola", null, null, null, null));
        assertThat(rows("to,text,\"a \"\"b;c;d;e\"\"\"\n573001234567,Hola,x\n")
                        .get(0)
                        .text())
                .isEqualTo("Hola");
    }

    @Test
    void aQuoteWithinTheNameOfAColumnQuotesNothing() throws IOException {
        for (String header : new String[] {"pantalla 5\";to;text", "pantalla 5\"\";to;text", " \"a,b,c,d\";to;text"}) {
            assertThat(rows(header + "\nx;573001234567;Hola\n"))
                    .as(header)
                    .containsExactly(new Row(1, "573001234567", "Hola", null, null, null, null));
        }
    }

    @Test
    void quotedTextsHoldSeparatorsQuotesAndLineBreaks() throws IOException {
        List<Row> rows = rows("to,text\n573001234567,\"Sala \"\"3\"\", piso 2\nHasta luego\"\n573001234568,b\n");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).text()).isEqualTo("Sala \"3\", piso 2\nHasta luego");
    }

    @Test
    void blankLinesAreNoRows() throws IOException {
        assertThat(rows("\n\nto,text\n\n573001234567,a\n\n\n573001234568,b\n\n"))
                .hasSize(2);
    }

    @Test
    void theLastRowNeedsNoLineBreak() throws IOException {
        assertThat(rows("to,text\n573001234567,a")).hasSize(1);
    }

    @Test
    void aQuoteThatIsNeverClosedCostsNoOtherRow() throws IOException {
        List<Row> rows = rows("to,text\n1,a\n2,\"never closed\n3,c\n4,d\n");
        assertThat(rows).extracting(Row::sendable).containsExactly(true, false, true, true);
        assertThat(rows).extracting(Row::number).containsExactly(1L, 2L, 3L, 4L);
        assertThat(rows.get(1).problem()).contains("no CSV").contains("must be closed");
    }

    @Test
    void aQuoteInTheMiddleOfAQuotedTextCostsNoOtherRow() throws IOException {
        List<Row> rows = rows("to,text\n1,\"a \"bad\" one\"\n2,\"a \"\"good\"\" one\"\n3,\"x\" y\n4,d\n");
        assertThat(rows).extracting(Row::sendable).containsExactly(false, true, false, true);
    }

    @Test
    void manyRowsBehindAQuoteThatIsNeverClosedAreStillRead() throws IOException {
        StringBuilder file = new StringBuilder("to,text\n0,\"never closed\n");
        for (int i = 1; i <= 20_000; i++) {
            file.append("5730").append(i).append(",a text without quotes\n");
        }
        List<Row> rows = rows(file.toString());
        assertThat(rows).hasSize(20_001);
        assertThat(rows.stream().filter(Row::sendable)).hasSize(20_000);
    }

    @Test
    void aTextWithAnUnquotedSeparatorIsNotSentCutOff() throws IOException {
        List<Row> rows = rows("to,text\n573001234567,Hola, su cita\n573001234568\n");
        assertThat(rows.get(0).problem()).contains("3 cells").contains("double quotes");
        assertThat(rows.get(1).problem()).contains("1 cell,");
    }

    @Test
    void aRowNamesOneRecipient() throws IOException {
        List<Row> rows = rows("to,text\n,a\n\"573001234567,573001234568\",b\n\"5,73E+11\",c\n");
        assertThat(rows.get(0).problem()).contains("no recipient");
        assertThat(rows.get(1).problem()).contains("several recipients");
        assertThat(rows.get(2).sendable())
                .as("the component knows what spreadsheets write")
                .isTrue();
    }

    @Test
    void noLetterInARecipientMakesTwoOfThemOne() throws IOException {
        for (String to : List.of("573001239002, Pedro", "573001239002,E", "5,73E+11,573001239002", "1,e5", ",5E1")) {
            assertThat(rows("to,text\n\"" + to + "\",a\n").get(0).problem())
                    .as(to)
                    .contains("several recipients");
        }
        for (String to : List.of("5,73E+11", "5,73001e11", " 5,73E+11 ")) {
            assertThat(rows("to,text\n\"" + to + "\",a\n").get(0).sendable())
                    .as(to)
                    .isTrue();
        }
    }

    @Test
    void theLineBeforeTheHeaderThatExcelUnderstandsNamesTheSeparator() throws IOException {
        for (String line : List.of("sep=;", "SEP=;\r", "\"sep=;\"", "\uFEFFsep=;", "\nsep=;")) {
            assertThat(rows(line + "\nto;text\n573001234567;Hola, sí\n573001234568;b\n"))
                    .as(line)
                    .extracting(Row::number, Row::text)
                    .containsExactly(tuple(1L, "Hola, sí"), tuple(2L, "b"));
        }
        assertThat(rows("sep=|\nto|text|from\n573001234567|a, b; c|Banco\n"))
                .containsExactly(new Row(1, "573001234567", "a, b; c", "Banco", null, null, null));
        assertThat(rows("sep=\t\nto\ttext\n573001234567\ta\n").get(0).text()).isEqualTo("a");
    }

    @Test
    void aFileWithoutARequiredColumnSaysWhich() {
        assertThatThrownBy(() -> rows("to,message\n573001234567,Hola\n"))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("'text'")
                .hasMessageContaining("to,text,from,clientId,scheduledTime");
    }

    @Test
    void aFileWithoutAHeaderSaysSoWithoutRepeatingARecipient() {
        assertThatThrownBy(() -> rows("573001234567,Hola\n"))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("names no column 'to'")
                .message()
                .doesNotContain("573001234567");
    }

    @Test
    void aColumnThatComesTwiceIsNoGuess() {
        assertThatThrownBy(() -> rows("to,text,TO\n1,a,2\n"))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("'to' twice");
    }

    @Test
    void anEmptyFileSaysWhatWouldBeRight() {
        assertThatThrownBy(() -> FileFacts.of(file(new byte[0])))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("empty");
    }

    @Test
    void aFileInLatin1IsRefusedWithTheLine() {
        byte[] latin1 = "to,text\n573001234567,Hola\n573001234568,mañana\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> FileFacts.of(file(latin1)))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("Line 3 is not UTF-8");
    }

    @Test
    void aCharacterThatIsCutOffAtTheEndIsNotUtf8() {
        assertThatThrownBy(() -> FileFacts.of(file(new byte[] {'t', 'o', ',', (byte) 0xC3})))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("not UTF-8");
    }

    @Test
    void aFileInUtf16IsRefused() {
        assertThatThrownBy(() -> FileFacts.of(file("to,text\n1,a\n".getBytes(StandardCharsets.UTF_16))))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("UTF-16");
    }

    @Test
    void aFileWithoutLinesIsRefusedBeforeItFillsTheMemory() {
        assertThatThrownBy(() -> FileFacts.of(file("x".repeat(200_000).getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("longer than");
    }

    @Test
    void sizeHashAndLinesOfALargeFileAreRight() throws IOException {
        byte[] bytes = "to,text\n"
                .concat("573001234567,mañana ñandú 🎉\n".repeat(20_000))
                .getBytes(StandardCharsets.UTF_8);
        FileFacts facts = FileFacts.of(file(bytes));
        assertThat(facts.size()).isEqualTo(bytes.length);
        assertThat(facts.lines()).isEqualTo(20_001);
        assertThat(facts.sha256()).isEqualTo(FileFacts.of(file(bytes)).sha256()).hasSize(64);
    }

    @ParameterizedTest
    @CsvSource({
        "'to,text\na,b\n', 2",
        "'to,text\na,b', 2",
        "'to;text\r\n\r\na;b\r\n;;\r\n', 2",
        "'to,text\na,\"b\nc\"\nd,e\n', 3",
        "'to,text\na,\"b \"\"c\"\" \n d\"\n', 2",
        "'to,text\na,\"b\nc,\"d\"\n', 3",
        "'to,text\na,\"b\nc,d\n', 3",
        "'to,text\na,5\" b\nc,d\n', 3",
    })
    void aLineBreakInAQuotedTextBeginsNoRow(String content, int rows) throws IOException {
        assertThat(FileFacts.of(file(content.getBytes(StandardCharsets.UTF_8))).lines())
                .isEqualTo(rows);
    }

    @Test
    void rowsThatSpreadsheetsLeaveEmptyAreNone() throws IOException {
        assertThat(rows("to;text;from\n;;\n573001234567;Hola;\n;;;;\n ; ;\n573001234568;Chau;\n;;\n"))
                .extracting(Row::number, Row::to, Row::problem)
                .containsExactly(tuple(1L, "573001234567", null), tuple(2L, "573001234568", null));
    }

    private List<Row> rows(String content) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (CampaignFile file = CampaignFile.open(file(content.getBytes(StandardCharsets.UTF_8)))) {
            file.forEachRemaining(rows::add);
        }
        return rows;
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(directory.resolve("campaign.csv"), content);
    }
}
