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
import static org.assertj.core.api.Assertions.tuple;

import io.massms.camel.error.SmsException;
import io.massms.camel.error.SmsNotSentException;
import io.massms.camel.error.SmsUncertainException;
import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsMessage;
import io.massms.camel.model.SmsReceipt;
import io.massms.camel.model.SmsResult;
import io.massms.camel.model.SmsState;
import io.massms.camel.optout.MemoryOptOutRepository;
import io.massms.camel.optout.OptOut;
import io.massms.camel.optout.OptOutReason;
import io.massms.camel.optout.OptOutRepository;
import io.massms.camel.tracker.MemoryTracker;
import io.massms.camel.tracker.SmsTracker;
import io.massms.simulator.Fault;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a policy refuses now may have left before under the same key: then it is not reported as not sent. Night in Bogotá. */
class PolicyRefusalIdempotencyTest extends SmsTestSupport {
    private static final String OPT_OUTS = "optOutRepository=#optOuts";
    private static final String CLOSED = "sendWindow=08:00-21:00&outsideWindow=reject";
    private static final String POORER = "maxPartsPerExchange=1";
    private static final SmsMessage OTHER = SmsMessage.of("3001234560", "Hola").withClientId("order-0");
    private static final SmsMessage MESSAGE =
            SmsMessage.of("3001234567", "Hola").withClientId("order-1");

    @BindToRegistry("tracker")
    private final SmsTracker tracker = new MemoryTracker();

    @BindToRegistry("optOuts")
    private final OptOutRepository optOuts = new MemoryOptOutRepository();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        SmsComponent component = new SmsComponent();
        component.setClock(Clock.fixed(Instant.parse("2099-11-21T02:30:00Z"), ZoneOffset.UTC));
        context.addComponent("sms", component);
        return context;
    }

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:failover")
                        .loadBalance()
                        .failover(SmsNotSentException.class)
                        .to(keyed(OPT_OUTS), sms("natalia"));
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {OPT_OUTS, CLOSED, POORER})
    void whatWasSentIsReportedAsSent(String policy) {
        SmsReceipt first = receipts(send(keyed(), MESSAGE)).get(0);
        optOut();
        Exchange again = send(keyed(policy), List.of(OTHER, MESSAGE));

        assertThat(receipts(again).get(1).messageId()).isEqualTo(first.messageId());
        assertThat(receipts(again).get(1).accepted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {OPT_OUTS, CLOSED})
    void whatMayHaveLeftIsStillOpen(String policy) {
        simulator.fault(Fault.acceptThenDrop().first(1));
        send(keyed(), MESSAGE);
        optOut();

        assertThat(send(keyed(policy), MESSAGE).getException()).isInstanceOf(SmsUncertainException.class);
    }

    @Test
    void anotherProviderGetsNothingThatMayHaveLeft() {
        simulator.fault(Fault.acceptThenDrop().first(1));
        send(keyed(), MESSAGE);
        optOut();
        Exchange again = send("direct:failover", MESSAGE);

        assertThat(again.getException()).isInstanceOf(SmsUncertainException.class);
        assertThat(simulator.acceptedCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {OPT_OUTS, CLOSED, POORER})
    void whatNeverLeftIsRefusedAndKeepsNoKey(String policy) {
        optOut();
        SmsReceipt refused =
                receipts(send(keyed(policy), List.of(OTHER, MESSAGE))).get(1);
        optOuts.remove("+573001234567");
        Exchange later = send(keyed(), MESSAGE);

        assertThat(refused.error()).isIn(SmsError.OPTED_OUT, SmsError.OUTSIDE_HOURS, SmsError.SPENDING_LIMIT);
        assertThat(refused.rejected()).isTrue();
        assertThat(receipts(later)).singleElement().matches(SmsReceipt::accepted);
    }

    @Test
    void ofASplitTextThePartsThatWereSentAreReportedAndTheRestIsRefused() {
        simulator.fault(Fault.providerCode("-6").provider("natalia").nth(2));
        SmsMessage longer =
                SmsMessage.of("3001234567", "palabra ".repeat(50).strip()).withClientId("order-1");
        String natalia = sms("natalia", "idempotent=true", "longText=split");
        String messageId = receipts(send(natalia, longer)).get(0).messageId();
        optOut();
        Exchange again = send(natalia + "&" + OPT_OUTS, longer);

        assertThat(receipts(again))
                .extracting(SmsReceipt::state, SmsReceipt::error)
                .containsExactly(
                        tuple(SmsState.ENROUTE, null),
                        tuple(SmsState.REJECTED, SmsError.OPTED_OUT),
                        tuple(SmsState.REJECTED, SmsError.OPTED_OUT));
        assertThat(receipts(again).get(0).messageId()).isEqualTo(messageId);
        assertThat(simulator.acceptedCount()).isEqualTo(1);
    }

    @Test
    void aNumberThatIsNoneIsNotKeptForTheHours() {
        Exchange exchange = send(keyed(CLOSED), SmsMessage.of("12", "Hola").withClientId("order-1"));

        assertThat(receipts(exchange)).extracting(SmsReceipt::error).containsExactly(SmsError.INVALID_NUMBER);
    }

    private void optOut() {
        optOuts.add(new OptOut("+573001234567", OptOutReason.MANUAL, Instant.now()));
    }

    private static String keyed(String... options) {
        String[] all = new String[options.length + 1];
        System.arraycopy(options, 0, all, 0, options.length);
        all[options.length] = "idempotent=true";
        return sms("itcloud", all);
    }

    private static List<SmsReceipt> receipts(Exchange exchange) {
        return exchange.getMessage().getBody(SmsResult.class) == null
                ? exchange.getException(SmsException.class).getReceipts()
                : exchange.getMessage().getBody(SmsResult.class).receipts();
    }
}
