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
import io.massms.camel.model.SmsState;
import io.massms.camel.model.SmsStatus;
import io.massms.camel.provider.SmsMasivos;
import io.massms.camel.spi.MailedRefusal;
import io.massms.camel.spi.ProviderProfile;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmsMasivosErrorMailTest {
    private static final ProviderProfile PROFILE = new SmsMasivos().profile();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        1155556666: el número de celular es muy corto                              | 1155556666 | INVALID_NUMBER
        1155556666: el texto del mensaje es muy largo (máximo 160 caracteres)      | 1155556666 | TEXT_TOO_LONG
        1155556666: el número recibió un mensaje idéntico hace menos de 48 horas   | 1155556666 | DUPLICATE
        1155556666: se han agotado los 5000 SMS contratados                        | 1155556666 | NO_BALANCE
        1155556666: algo que nadie conoce                                          | 1155556666 | OTHER
        usuario o clave incorrectos                                                |            | AUTHENTICATION
        """)
    void theProvidersWordsAreUnderstood(String line, String to, SmsError error) {
        String text = "Estimado cliente:\r\n\r\n" + line + "\r\n\r\nSaludos";
        SmsStatus status = read(text).orElseThrow();

        assertThat(status.state()).isEqualTo(SmsState.REJECTED);
        assertThat(status.to()).isEqualTo(to);
        assertThat(status.error()).isEqualTo(error);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "Gracias por su mail",
                "10:32 del 20/11",
                "1155556666: probando sin enviar",
                "> USU500 CLAVE500 1155556666 El texto del mensaje es muy largo"
            })
    void whatIsNoErrorIsNone(String text) {
        assertThat(read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10:32 del 20/11", "Fecha 20/11, 10:32:05", "20261120: informe", "2: avisos"})
    void whatStandsBeforeTheRefusalDoesNotHideIt(String line) {
        SmsStatus status = read("Error\n" + line + "\n1155556666: el texto del mensaje es muy largo")
                .orElseThrow();

        assertThat(status.to()).isEqualTo("1155556666");
        assertThat(status.error()).isEqualTo(SmsError.TEXT_TOO_LONG);
    }

    @Test
    void whatTheMailRepeatsMayBeTheMessagesText() {
        Set<String> repeated = new SmsMasivosErrorMail()
                .decode("> 1155556666 Su pedido salió\n1155556666: el texto es muy largo", PROFILE)
                .map(MailedRefusal::repeated)
                .orElseThrow();

        assertThat(repeated).contains("Su pedido salió");
    }

    private static Optional<SmsStatus> read(String text) {
        return new SmsMasivosErrorMail().decode(text, PROFILE).map(MailedRefusal::status);
    }
}
