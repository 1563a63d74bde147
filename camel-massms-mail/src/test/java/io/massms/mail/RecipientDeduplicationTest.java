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

import io.massms.camel.component.SmsEndpoint;
import org.junit.jupiter.api.Test;

/** A handset gets a mail once, however its number is written. */
class RecipientDeduplicationTest extends BridgeTestSupport {
    private static final String NATIONAL = "1155556666@sms.example.org";
    private static final String INTERNATIONAL = "541155556666@sms.example.org";

    @Test
    void aNumberThatAMailWritesInSeveralWaysGetsItOnce() throws Exception {
        start(bridge());

        letter("1@x", ANA, INTERNATIONAL + ",1155556666@sms.example.org,+5491155556666@sms.example.org", "hola");
        letter("2@x", ANA, "1155557777@sms.example.org", "adios");
        await(() -> sentTexts().contains("adios"));

        assertThat(sentTexts()).containsExactlyInAnyOrder("hola", "adios");
    }

    @Test
    void copiesToHiddenRecipientsThatWriteANumberInTwoWaysReachItOnce() throws Exception {
        start(bridge());
        String copy = "Delivered-To: %s\nFrom: " + ANA + "\nMessage-ID: <1@x>\n\nhola\n";

        deliver(ANA, "1@sms.example.org", copy.formatted(NATIONAL));
        deliver(ANA, "2@sms.example.org", copy.formatted(INTERNATIONAL));
        awaitHandled(2);

        assertThat(sentTexts()).containsExactly("hola");
    }

    @Test
    void theCountryIsThatOfTheEndpointWhichGetsTheMessages() throws Exception {
        context.start();

        assertThat(digits("sms:smsmasivos?apiKey=x&country=mx", "5512345678")).isEqualTo("525512345678");
        assertThat(digits("sms:smsmasivos?apiKey=x", "1155556666")).isEqualTo("5491155556666");
        assertThat(digits("direct:sms", "1155556666")).isEqualTo("1155556666");
        assertThat(context.getEndpoints()).hasSize(2).allMatch(SmsEndpoint.class::isInstance);
    }

    private String digits(String endpoint, String number) {
        return RecipientNumbers.of(context, endpoint).digits(number);
    }
}
