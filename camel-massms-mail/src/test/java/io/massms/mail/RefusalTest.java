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

import org.junit.jupiter.api.Test;

/** What a refused mail settles, and who is told. */
class RefusalTest extends BridgeTestSupport {
    private static final String NUMBER = "541155556666@sms.example.org";
    private static final String ALARM = "20261121100000.alarm@db1.example.org";

    @Test
    void aStrangerWhoKnowsAMessageIdKeepsNoMailFromBeingSent() throws Exception {
        start(bridge());

        letter(ALARM, "mallory@evil.example", NUMBER, "x");
        awaitHandled(1);
        letter(ALARM, ANA, NUMBER, "Disco lleno");
        awaitHandled(2);

        assertThat(sentTexts()).containsExactly("Disco lleno");
    }

    @Test
    void theDirectCopyIsSentThoughTheOneThroughAListWasNotConfirmed() throws Exception {
        start(bridge().parameter("authenticationResults", "mx.example.org"));
        String copy = "Authentication-Results: mx.example.org; dmarc=%s header.from=example.org\nFrom: " + ANA
                + "\nTo: " + NUMBER + "\nMessage-ID: <1@x>\n\nDisco lleno\n";

        for (String result : new String[] {"fail", "pass", "fail", "pass"}) {
            deliver(ANA, NUMBER, copy.formatted(result));
        }
        awaitHandled(4);

        assertThat(sentTexts()).containsExactly("Disco lleno");
        assertThat(simulator.requestCount()).isEqualTo(1);
    }

    @Test
    void theRightPasswordSendsUnderTheMessageIdOfTheWrongOne() throws Exception {
        start(bridge());

        command("1@example.org", "USU500 wrong 1155556666 hola");
        command("1@example.org", "USU500 " + PASSWORD + " 1155556666 hola");
        command("1@example.org", "USU500 wrong 1155556666 hola");
        awaitHandled(3);

        assertThat(sentTexts()).containsExactly("hola");
        assertThat(toAna()).hasSize(1);
    }
}
