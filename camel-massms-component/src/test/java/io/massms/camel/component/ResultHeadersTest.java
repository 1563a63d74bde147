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

import io.massms.camel.error.SmsException;
import io.massms.simulator.Fault;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a route reads after a send is of that send. */
class ResultHeadersTest extends SmsTestSupport {

    @Override
    protected RoutesBuilder createRouteBuilder() {
        String first = sms("itcloud");
        String second = sms("linktosms");
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:doTry")
                        .to(first)
                        .setBody(constant("Hola"))
                        .doTry()
                        .to(second)
                        .doCatch(SmsException.class)
                        .end();

                from("direct:onException")
                        .onException(SmsException.class)
                        .handled(true)
                        .end()
                        .to(first)
                        .setBody(constant("Hola"))
                        .to(second);

                from("direct:unreadable")
                        .to(first)
                        .setHeader(SmsConstants.DRY_RUN, constant("perhaps"))
                        .doTry()
                        .to(second)
                        .doCatch(SmsException.class)
                        .end();

                from("direct:received").doTry().to(second).doCatch(SmsException.class);

                from("direct:asked").to(first).to(sms("linktosms", "operation=balance"));
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"direct:doTry", "direct:onException", "direct:unreadable"})
    void aFailedSendLeavesNoResultsOfTheSendBefore(String route) {
        simulator.fault(Fault.providerCode("107").provider("linktosms").always());
        Exchange exchange =
                send(route, "Hola", Map.of(SmsConstants.TO, "3001234567", SmsConstants.CLIENT_ID, "cita-1"));

        assertThat(simulator.messages()).hasSize(1);
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(SmsConstants.TO, "3001234567")
                .containsEntry(SmsConstants.CLIENT_ID, "cita-1")
                .doesNotContainKeys(
                        SmsConstants.PROVIDER,
                        SmsConstants.MESSAGE_ID,
                        SmsConstants.ACCEPTED_COUNT,
                        SmsConstants.REJECTED_COUNT,
                        SmsConstants.UNCERTAIN_COUNT,
                        SmsConstants.SEGMENTS);
    }

    @Test
    void aFailedReplyLeavesWhatIsKnownOfTheMessageThatCameIn() {
        simulator.fault(Fault.providerCode("107").provider("linktosms").always());
        Map<String, Object> received = Map.of(
                SmsConstants.TO, "3001234567", SmsConstants.PROVIDER, "smsmasivos", SmsConstants.MESSAGE_ID, "17");

        assertThat(send("direct:received", "Hola", received).getMessage().getHeaders())
                .containsAllEntriesOf(received);
    }

    @Test
    void aQuestionLeavesTheResultsOfTheSendBefore() {
        Exchange exchange = send("direct:asked", "Hola", Map.of(SmsConstants.TO, "3001234567"));

        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(SmsConstants.ACCEPTED_COUNT, 1)
                .containsKey(SmsConstants.SEGMENTS);
    }
}
