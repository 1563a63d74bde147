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

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.massms.camel.spi.Channel;
import io.massms.camel.spi.Credential;
import io.massms.camel.spi.HttpMethod;
import io.massms.camel.spi.Operation;
import io.massms.camel.spi.Protocol;
import io.massms.camel.spi.ProviderProfile;
import io.massms.camel.spi.ProviderProfileBuilder;
import io.massms.camel.spi.SendProfile;
import io.massms.camel.text.Alphabet;
import io.massms.camel.text.TextRules;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

/** What an outsider's provider forgot is said when the route starts, with what would be right. */
class IncompleteProviderTest {

    @Test
    void anOperationWithoutAnAddressIsNamed() {
        assertStartFails(profile().send(Channel.http, text()).build(), "")
                .hasStackTraceContaining(
                        "The provider yuca is not complete: its protocol has the operation send, but its"
                                + " profile no URL for it; right is .url(Operation.send, \"https://...\")");
    }

    @Test
    void aChannelOfWhichNothingIsKnownIsNamed() {
        assertStartFails(
                        profile()
                                .url(Operation.send, "https://api.yuca.example/send")
                                .build(),
                        "")
                .hasStackTraceContaining(
                        "The provider yuca is not complete: its protocol sends by http, but its profile"
                                + " does not say what that can carry; right is .send(Channel.http, SendProfile.of(...))");
    }

    @Test
    void aMethodThatTheProviderDoesNotTakeIsRefused() {
        assertStartFails(
                        profile()
                                .send(Channel.http, text())
                                .url(Operation.send, "https://api.yuca.example/send")
                                .methods(HttpMethod.POST)
                                .build(),
                        "&httpMethod=GET")
                .hasStackTraceContaining("httpMethod=GET: yuca is called by: POST");
    }

    private static ProviderProfileBuilder profile() {
        return ProviderProfile.of("yuca", "Yuca SMS").credentials(Credential.token);
    }

    private static SendProfile text() {
        return SendProfile.of(1, new TextRules(Alphabet.GSM7, 160, 160));
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertStartFails(
            ProviderProfile profile, String options) {
        Protocol protocol =
                Protocol.builder().send(Channel.http, ProvidersTest.codec()).build();
        return assertThatThrownBy(() -> {
            try (DefaultCamelContext context = new DefaultCamelContext()) {
                context.getRegistry().bind("yuca", ProvidersTest.provider(profile, protocol));
                context.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:start").to("sms:yuca?token=abc&to=987654321" + options);
                    }
                });
                context.start();
            }
        });
    }
}
