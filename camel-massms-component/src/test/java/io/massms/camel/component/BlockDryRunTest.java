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
import static org.awaitility.Awaitility.await;

import io.massms.camel.error.SmsUncertainException;
import io.massms.camel.model.SmsReceipt;
import io.massms.camel.model.SmsResult;
import io.massms.camel.model.SmsState;
import io.massms.camel.model.SmsStatus;
import io.massms.camel.tracker.MemoryTracker;
import io.massms.camel.tracker.Stage;
import io.massms.camel.tracker.TrackedMessage;
import io.massms.simulator.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.BindToRegistry;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The provider reports a dry run as it does any line: by the client id, which the message really sent may share. */
class BlockDryRunTest extends SmsTestSupport {
    private static final String BLOCK = "channel=block";
    private static final String TRACKED = "idempotent=true&statusFirstInterval=20&requestTimeout=500&tracker=#tracker";
    private static final Map<String, String> ROW = Map.of("to", "1144445555", "text", "Hola", "clientId", "A");

    @BindToRegistry("tracker")
    private final MemoryTracker tracker = new MemoryTracker();

    @BeforeEach
    void stopTheSimulatorsClock() {
        simulator.clock().freeze();
    }

    @Test
    void aDryRunIsNotTheStatusOfALineThatIsSentAfterIt() throws Exception {
        dryRun();
        send(sms("smsmasivos", BLOCK, TRACKED), ROW);
        process();
        consumeStatus();

        await().until(() -> line().nextCheck() == null);
        assertThat(line().state()).isEqualTo(SmsState.ENROUTE);
    }

    @Test
    void anAwaitedLineIsNotTakenForTheDryRunBeforeIt() {
        dryRun();
        simulator.clock().run();
        Exchange exchange = send(sms("smsmasivos", BLOCK, "awaitBlock=20000"), ROW);

        assertThat(exchange.getMessage().getBody(SmsResult.class).receipts())
                .extracting(SmsReceipt::state)
                .containsExactly(SmsState.ENROUTE);
    }

    @Test
    void aDryRunDoesNotFreeTheKeyOfALineThatMayHaveLeft() throws Exception {
        sendAndLoseTheAnswer();
        dryRun();
        consumeStatus();
        await().until(() -> line().nextCheck() == null);
        send(sms("smsmasivos", BLOCK, TRACKED), ROW);

        assertThat(simulator.messages()).hasSize(1);
        assertThat(line().state()).isEqualTo(SmsState.ENROUTE);
    }

    @Test
    void reconcilingDoesNotTakeADryRunForTheAnswer() {
        simulator.fault(Fault.empty().accepted(false).provider("smsmasivos").first(1));
        assertThat(send(sms("smsmasivos", BLOCK, TRACKED), ROW).getException())
                .isInstanceOf(SmsUncertainException.class);
        dryRun();

        String reconcile = sms("smsmasivos", "operation=reconcile", TRACKED);
        await().untilAsserted(() -> {
            Exchange exchange = send(reconcile, null);
            assertThat(exchange.getException()).isNull();
            assertThat(exchange.getMessage().getBody(List.class)).hasSize(1);
        });
        assertThat(line().stage()).isEqualTo(Stage.UNCERTAIN);
    }

    @Test
    void aQueryByTheIdOfADryRunReturnsItUntilThereIsANewerStatus() {
        dryRun();
        assertThat(status().state()).isEqualTo(SmsState.SKIPPED);

        send(sms("smsmasivos", BLOCK), ROW);
        dryRun();
        assertThat(status().state()).isEqualTo(SmsState.ENROUTE);
    }

    private void dryRun() {
        assertThat(send(sms("smsmasivos", BLOCK), ROW, Map.of(SmsConstants.DRY_RUN, true))
                        .getException())
                .isNull();
        process();
    }

    private void sendAndLoseTheAnswer() {
        simulator.fault(Fault.acceptThenDrop().provider("smsmasivos").first(1));
        assertThat(send(sms("smsmasivos", BLOCK, TRACKED), ROW).getException())
                .isInstanceOf(SmsUncertainException.class);
    }

    /** All lines sent so far. */
    private void process() {
        simulator.clock().advance(Duration.ofSeconds(5));
    }

    private void consumeStatus() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(sms("smsmasivos", "operation=status", "delay=20", "initialDelay=0", TRACKED))
                        .to("mock:ignored");
            }
        });
    }

    private SmsStatus status() {
        return send(sms("smsmasivos", "operation=status"), null, Map.of(SmsConstants.CLIENT_ID, "A"))
                .getMessage()
                .getBody(SmsStatus.class);
    }

    private TrackedMessage line() {
        String account = context.getEndpoint(sms("smsmasivos", BLOCK, TRACKED), SmsEndpoint.class)
                .getAccountKey();
        return tracker.findByClientId(account, "A").get(0);
    }
}
