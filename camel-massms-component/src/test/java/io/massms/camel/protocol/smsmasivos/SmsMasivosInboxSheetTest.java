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
package io.massms.camel.protocol.smsmasivos;

import static org.assertj.core.api.Assertions.assertThat;

import io.massms.camel.model.SmsError;
import io.massms.camel.spi.Account;
import io.massms.camel.spi.Answer;
import io.massms.camel.spi.InboxQuestion;
import io.massms.camel.spi.Reply;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is handed on as a spreadsheet is one. */
class SmsMasivosInboxSheetTest {
    private static final Account ACCOUNT = TestAccount.NOBODYS;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n",
                "<html><body><table border=\"1\">\r\n</table></body></html>",
                "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><body></body></html>",
                "<?xml version=\"1.0\"?><Workbook></Workbook>",
                "1155554444\tno llame\t2026-11-20 13:35:14\t1004",
                "1155554444;no llame;2026-11-20 13:35:14;1004",
                "\u00D0\u00CF\u0011\u00E0 usuario incorrecto"
            })
    void aSpreadsheetIsHandedThroughAsItComes(String page) {
        byte[] body = page.getBytes(StandardCharsets.ISO_8859_1);

        assertThat(read(page))
                .isInstanceOfSatisfying(
                        Answer.Of.class, of -> assertThat(of.value()).isEqualTo(body));
    }

    @ParameterizedTest
    @CsvSource({
        "usuario o clave incorrectos, AUTHENTICATION",
        "El contrato para enviar SMS ha expirado, PACKAGE_EXPIRED",
        "<html><body>Service error</body></html>, UNEXPECTED_RESPONSE",
        "<!DOCTYPE html><title>404</title>, UNEXPECTED_RESPONSE"
    })
    void aRefusalOrAnErrorPageIsNone(String page, SmsError error) {
        assertThat(read(page))
                .isInstanceOfSatisfying(
                        Answer.Failed.class,
                        failed -> assertThat(failed.verdict().error()).isEqualTo(error));
    }

    private static Answer<byte[]> read(String page) {
        Reply reply = new Reply(200, page.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1, null);
        return new SmsMasivosInboxSheet().decode(reply, new InboxQuestion(null, false, false), ACCOUNT);
    }
}
