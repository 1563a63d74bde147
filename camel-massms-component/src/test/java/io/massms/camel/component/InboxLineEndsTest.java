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

import io.massms.camel.model.InboundSms;
import java.io.IOException;
import java.util.List;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a script ends the lines of an inbox, each message comes from its own sender, under its own id. */
class InboxLineEndsTest extends CamelTestSupport {
    private AnsweringServer server;
    private volatile String page;

    @BeforeEach
    void serve() throws IOException {
        server = new AnsweringServer(request -> page);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\n",
                "\n",
                "\r\r\n",
                "\r\n\r\n",
                "\n\n\n",
                "\r\n  \r\n",
                "<br>",
                "<br>\r\n",
                "<br><br>",
                "<BR />\r\n<br/>\r\n"
            })
    void messagesWithBlankLinesBetweenThemStayMessagesOfTheirOwn(String end) {
        page = "1155554444\tno, gracias\t2026-11-20 13:35:14\t1002\tcita-2" + end
                + "\t*Aviso*\t2026-11-20 13:35:12\t1001\t" + end
                + "1155556666\tsí\r\n\r\nvoy\t2026-11-20 13:35:10\t1000\tcita-1" + end;

        List<InboundSms> messages = template.requestBody(
                "sms:smsmasivos?operation=inbox&apiKey=k3y-three&baseUrl=" + server.baseUrl(), null, List.class);
        assertThat(messages)
                .extracting(one -> one.messageId() + ' ' + one.from() + ' ' + one.text() + ' ' + one.clientId())
                .containsExactly(
                        "1000 1155556666 sí\r\n\r\nvoy cita-1",
                        "1001  *Aviso* null",
                        "1002 1155554444 no, gracias cita-2");
    }
}
