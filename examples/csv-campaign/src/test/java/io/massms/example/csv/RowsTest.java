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
package io.massms.example.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What spreadsheets save: a file goes as it is shown there, or not at all, and then somebody is told what to do. */
class RowsTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @TempDir
    Path directory;

    @Test
    void aFileOfWindowsLettersIsRefusedBeforeItsFirstRow() {
        assertThatThrownBy(() -> read("to,text\n573001234567,Hola\n573001234568,Hola señora\n", WINDOWS))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("Line 3 of rows.csv is not UTF-8")
                .hasMessageContaining("\"CSV UTF-8\"");
    }

    @Test
    void aLineOfNamesInWindowsLettersIsRefusedForTheSameReason() {
        assertThatThrownBy(() -> read("to,text,año\n573001234567,Hola,1\n", WINDOWS))
                .hasMessageStartingWith("Line 1 of rows.csv is not UTF-8");
    }

    @Test
    void aFileThatExcelSavedAsUtf8IsRead() throws IOException {
        assertThat(read("\uFEFF\"to\",text\r\n573001234568,Hola señora\r\n", StandardCharsets.UTF_8))
                .containsExactly(Map.of("to", "573001234568", "text", "Hola señora"));
    }

    @Test
    void aFileWithSemicolonsIsRefusedSayingThatCommasAreNeeded() {
        assertThatThrownBy(() -> read("to;text\n573001234567;Hola, Ana\n", StandardCharsets.UTF_8))
                .hasMessage("The first line of rows.csv names no column 'to'; right is a line of names such as to,text,"
                        + " with commas and not ';' between them, as between the cells of each row");
    }

    @ParameterizedTest
    @ValueSource(strings = {"telefono,mensaje\n573001234567,Hola\n", "text\nHola\n", "To,Mensaje\n573001234567,Hola\n"})
    void aFileThatLacksAColumnIsRefusedNamingTheColumnsNeeded(String content) {
        assertThatThrownBy(() -> read(content, StandardCharsets.UTF_8))
                .hasMessageContaining("names no column")
                .hasMessageEndingWith("right is a line of names such as to,text");
    }

    @Test
    void namesCountWithoutRegardToCase() throws IOException {
        assertThat(read("TO, Text\n573001234567,Hola\n", StandardCharsets.UTF_8))
                .hasSize(1);
    }

    @Test
    void aFileWithoutRowsIsRefused() {
        assertThatThrownBy(() -> read("to,text\n", StandardCharsets.UTF_8)).hasMessageContaining("has no rows");
        assertThatThrownBy(() -> read("", StandardCharsets.UTF_8)).hasMessageContaining("rows.csv");
    }

    private List<Map<String, String>> read(String content, Charset charset) throws IOException {
        Path file = Files.write(directory.resolve("rows.csv"), content.getBytes(charset));
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        List<Map<String, String>> rows = new ArrayList<>();
        new Rows().read(file.toFile(), exchange).forEachRemaining(rows::add);
        exchange.getExchangeExtension().handoverCompletions().forEach(completion -> completion.onComplete(exchange));
        return rows;
    }
}
