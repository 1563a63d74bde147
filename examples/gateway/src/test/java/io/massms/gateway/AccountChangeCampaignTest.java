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
package io.massms.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.massms.simulator.Account;
import io.massms.simulator.SimulatedMessage;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A campaign that is held up because of an account's settings, which the operator then corrects. */
class AccountChangeCampaignTest extends GatewayTestSupport {

    @Test
    void aCampaignThatAWrongUrlHeldUpGoesOnWhenItIsCorrected() throws Exception {
        Map<String, String> settings = Map.of(
                "GATEWAY_PROVIDER", "linktosms",
                "CAMEL_COMPONENT_SMS_API_ID", "1",
                "CAMEL_COMPONENT_SMS_USER", "u",
                "CAMEL_COMPONENT_SMS_PASSWORD", "p");
        assertGoesOn(
                settings, "573001234567", "CAMEL_COMPONENT_SMS_BASE_URL", nobody(), simulator.baseUrl("linktosms"));
    }

    @Test
    void aCampaignGoesOnWithTheKeyThatReplacesTheOneItBeganWith() throws Exception {
        simulator.account(Account.apiKey("new"));
        Map<String, String> settings = Map.of(
                "GATEWAY_PROVIDER", "smsmasivos", "CAMEL_COMPONENT_SMS_BASE_URL", simulator.baseUrl("smsmasivos"));
        assertGoesOn(settings, "1144445555", "CAMEL_COMPONENT_SMS_API_KEY", "old", "new");
    }

    private void assertGoesOn(Map<String, String> settings, String to, String name, String wrong, String right)
            throws Exception {
        String file = Files.writeString(directory.resolve("promo.csv"), "to,text\n" + to + ",Hola\n")
                .toString();
        Map<String, String> all = new TreeMap<>(settings);
        all.put("GATEWAY_REDELIVERIES", "0");
        all.put(name, wrong);
        GatewayProcess gateway = new GatewayProcess(directory);
        GatewayProcess.Ended heldUp = gateway.run(all, "campaign", file);
        assertThat(heldUp.exitCode()).as(heldUp.out() + heldUp.err()).isEqualTo(4);
        assertThat(simulator.acceptedCount()).isZero();

        all.put(name, right);
        GatewayProcess.Ended corrected = gateway.run(all, "campaign", file);
        assertThat(corrected.exitCode()).as(corrected.out() + corrected.err()).isZero();
        assertThat((corrected.out() + corrected.err()).lines().filter(line -> line.contains("promo: ")))
                .singleElement()
                .asString()
                .containsPattern("WARN +promo: began through the account \\S+, goes on through the account \\S+");
        assertThat(simulator.messages()).extracting(SimulatedMessage::to).containsExactly(to);
    }

    /** Where no provider answers. */
    private static String nobody() throws Exception {
        return "http://127.0.0.1:" + TestGateway.freePort() + "/linktosms";
    }
}
