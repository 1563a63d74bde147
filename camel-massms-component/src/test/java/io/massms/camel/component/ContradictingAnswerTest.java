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

import io.massms.camel.model.SmsReceipt;
import io.massms.camel.model.SmsResult;
import io.massms.camel.model.SmsState;
import java.io.IOException;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer that refuses a message and takes it as well. Whoever believes the refusal sends, and pays for, a second SMS. */
class ContradictingAnswerTest extends CamelTestSupport {
    private static final String ID = "a9821bcf4500cc12be5423a2be65a7ed";

    private AnsweringServer server;
    private volatile String answer;

    @BeforeEach
    void serve() throws IOException {
        server = new AnsweringServer(request -> answer);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "110,573001234567:" + ID,
                "110:Sin Saldo de envío\r\n573001234567:" + ID,
                "ERROR:111<br>573001234567:" + ID
            })
    void aCodeBeforeTheRecipientsRefusesNobodyWhoWasTaken(String both) {
        answer = both;
        SmsResult result = send("linktosms?apiId=acme&user=ana&password=s3cret-one&to=573001234567,573001234568");

        assertThat(result.receipts()).extracting(SmsReceipt::state).containsExactly(SmsState.ENROUTE, SmsState.UNKNOWN);
        assertThat(result.receipts().get(0).messageId()).isEqualTo(ID);
        assertThat(result.retryable()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "573001234567:110,573001234567:" + ID,
                "573001234567:" + ID + ",573001234567:110",
                "573001234567:110,+573001234567:" + ID
            })
    void aRecipientWhoWasRefusedAndTakenWasTaken(String both) {
        answer = both;
        SmsResult result = send("markettext?apiId=acme&user=ana&password=s3cret-one&to=573001234567");

        assertThat(result.accepted()).extracting(SmsReceipt::messageId).containsExactly(ID);
    }

    @Test
    void aRecipientOfItCloudWhoWasRefusedAndTakenWasTaken() {
        answer = "573001234568,-2<br>573001234567,-2<br>573001234567,12102253<br>";
        SmsResult result = send("itcloud?user=ana@example.org&token=t0ken-two&to=573001234567,573001234568");

        assertThat(result.receipts())
                .extracting(SmsReceipt::state)
                .containsExactly(SmsState.ENROUTE, SmsState.REJECTED);
        assertThat(result.retryable()).extracting("to").containsExactly("573001234568");
    }

    private SmsResult send(String endpoint) {
        return template.requestBody("sms:" + endpoint + "&baseUrl=" + server.baseUrl(), "Hola", SmsResult.class);
    }
}
