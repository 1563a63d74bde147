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

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What anybody writes into the headers of a mail commands neither the SMS endpoint nor what follows the bridge. */
class UntrustedHeadersTest extends BridgeTestSupport {
    private static final String NUMBER = "541155556666@sms.example.org";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CamelSmsDryRun: true",
                "CamelSmsOperation: balance",
                "CamelSmsOperation: inbox",
                "CamelSmsScheduledTime: 2027-06-01T12:00:00-03:00",
                "CamelSmsMessageType: FLASH",
                "CamelSmsTo: 541199998888",
                "CamelSmsClientId: abc",
                "CamelBeanMethodName: stop"
            })
    void aHeaderThatCommandsTheEndpointChangesNothing(String header) throws Exception {
        start(bridge().parameter("replies", "all"));

        deliver(ANA, NUMBER, "From: " + ANA + "\nTo: " + NUMBER + "\nMessage-ID: <1@x>\n" + header + "\n\nhola\n");
        awaitHandled(1);
        await(() -> toAna().size() == 1);

        assertThat(simulator.messages())
                .extracting(message -> message.to() + " " + message.text())
                .containsExactly("1155556666 hola");
        assertThat(toAna().get(0).getContent().toString()).contains("541155556666: sent");
    }

    @Test
    void aHeaderThatCommandsTheMailboxChangesNothing() throws Exception {
        start(bridge().parameter("mailbox", mailbox("pop3", mail.getPop3().getPort())));

        deliver(
                ANA,
                BRIDGE,
                "From: " + ANA + "\nTo: " + BRIDGE + "\nMessage-ID: <1@x>\ndelete: false\nSubject: USU500 " + PASSWORD
                        + " 1155556666 hola\n\n");
        await(() -> mail.getReceivedMessagesForDomain(BRIDGE).length == 0);

        assertThat(sentTexts()).containsExactly("hola");
    }

    @Test
    void theEndpointThatSendsGetsNoHeaderOfTheMailAndNoPassword() throws Exception {
        List<Map<String, Object>> seen = new CopyOnWriteArrayList<>();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:sms")
                        .process(exchange ->
                                seen.add(Map.copyOf(exchange.getMessage().getHeaders())))
                        .to(sms());
            }
        });
        start(bridge().parameter("sms", "direct:sms"));

        command("1@example.org", "USU500 " + PASSWORD + " 1155556666 hola");
        awaitHandled(1);

        assertThat(sentTexts()).containsExactly("hola");
        assertThat(seen)
                .singleElement()
                .satisfies(headers -> assertThat(headers).isEmpty());
    }

    @Test
    void whatFollowsTheKameletGetsTheEndpointsHeadersAndNoneOfTheMail() throws Exception {
        List<Map<String, Object>> seen = new CopyOnWriteArrayList<>();
        Main main = new Main();
        main.addOverrideProperty("my.mailbox", mailbox());
        main.addOverrideProperty("my.sms", sms());
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("kamelet:sms-mail-bridge?mailbox=RAW({{my.mailbox}})&sms=RAW({{my.sms}})&accounts=file:" + folder
                                + "/accounts.properties&numberDomain=sms.example.org&allowedSenders=" + ANA
                                + "&stateDirectory=" + folder + "/state")
                        .process(exchange ->
                                seen.add(Map.copyOf(exchange.getMessage().getHeaders())));
            }
        });
        main.start();
        try {
            command("1@example.org", "USU500 " + PASSWORD + " 1155556666 hola");
            awaitHandled(1);
            deliver(
                    "eve@evil.example",
                    NUMBER,
                    "From: eve@evil.example\nTo: " + NUMBER + "\nMessage-ID: <2@x>\nCamelFileName: ../../evil.sh\n"
                            + "CamelHttpUri: http://10.0.0.1/\n\nx\n");
            awaitHandled(2);

            assertThat(seen).hasSize(2);
            assertThat(seen.get(0)).containsEntry("CamelSmsAcceptedCount", 1).doesNotContainKeys("Subject", "From");
            assertThat(seen.get(0).toString()).doesNotContain(PASSWORD);
            assertThat(seen.get(1)).isEmpty();
        } finally {
            main.stop();
        }
    }
}
