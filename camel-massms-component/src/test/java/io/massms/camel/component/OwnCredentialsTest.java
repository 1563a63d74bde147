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

import io.massms.camel.component.options.SmsConfiguration;
import io.massms.camel.tracker.MemoryTracker;
import io.massms.simulator.SimulatedMessage;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The component's user belongs to one provider, and endpoints of others name accounts of their own. */
class OwnCredentialsTest extends SmsTestSupport {
    @BeforeEach
    void giveTheComponentAUser() {
        SmsConfiguration shared =
                context.getComponent("sms", SmsComponent.class).getConfiguration();
        shared.setUser("ana");
        shared.setPassword("s3cret-one");
    }

    @Test
    void theComponentsUserIsNotSentToTheProviderOfAnotherAccount() {
        send(sms("smsmasivos", "channel=soap", "to=1144445555"), "Hola");

        assertThat(simulator.messages())
                .extracting(SimulatedMessage::account)
                .hasSize(1)
                .doesNotContain("ana");
        assertThat(simulator.requests().get(0).body()).contains("apikey").doesNotContain("ana", "s3cret-one");
    }

    @Test
    void twoKeysBesideTheComponentsUserAreTwoAccounts() {
        context.getRegistry().bind("tracker", new MemoryTracker());
        String key =
                "sms:smsmasivos?idempotent=true&to=1144445555&baseUrl=" + simulator.baseUrl("smsmasivos") + "&apiKey=";
        for (String account : new String[] {"bank", "clinic"}) {
            send(key + account, "Pedido 7 listo", Map.of(SmsConstants.CLIENT_ID, "7"));
        }

        assertThat(simulator.requestCount()).isEqualTo(2);
    }

    @Test
    void anEndpointThatSaysTheSameAsTheComponentIsTheSameAccount() {
        SmsConfiguration shared =
                context.getComponent("sms", SmsComponent.class).getConfiguration();
        shared.setApiId("acme");
        shared.setToken("t0ken-two");
        shared.setApiKey("k3y-three");

        assertThat(key("sms:itcloud?user=ana&token=t0ken-two")).isEqualTo(key("sms:itcloud"));
        assertThat(key("sms:smsmasivos?channel=block&apiKey=k3y-three")).isEqualTo(key("sms:smsmasivos?channel=block"));
    }

    @Test
    void aKeyThatSendsNoMailsLeavesTheUserThatDoes() {
        String mails = "sms:smsmasivos?channel=smtp&mailEndpoint=RAW(smtp://localhost:2525?from=a@example.org)";

        assertThat(key(mails + "&apiKey=k3y-three")).isEqualTo(key(mails));
    }

    private String key(String uri) {
        return context.getEndpoint(uri, SmsEndpoint.class).getAccountKey();
    }

    @Test
    void anEndpointThatNamesAPartOnlyHasTheRestFromTheComponent() {
        send("sms:linktosms?apiId=acme&to=3001234567&baseUrl=" + simulator.baseUrl("linktosms"), "Hola");

        assertThat(simulator.messages()).extracting(SimulatedMessage::account).containsExactly("acme/ana");
    }

    @Test
    void anEndpointThatNamesNothingHasEverythingFromTheComponent() {
        send("sms:natalia?to=3001234567&baseUrl=" + simulator.baseUrl("natalia"), "Hola");

        assertThat(simulator.messages()).extracting(SimulatedMessage::account).containsExactly("ana");
    }
}
