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

import io.massms.camel.error.SmsUncertainException;
import io.massms.camel.model.SmsError;
import io.massms.camel.spi.Verdict;
import io.massms.camel.tracker.Settlement;
import io.massms.camel.tracker.SmsTracker;
import io.massms.camel.tracker.Submission;
import io.massms.simulator.Fault;
import io.massms.simulator.Simulator;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A Camel context and the providers on loopback. */
abstract class SmsTestSupport extends CamelTestSupport {
    /** Option strings with everything that a provider's account needs. */
    static final Map<String, String> CREDENTIALS = Map.of(
            "linktosms", "apiId=acme&user=ana&password=s3cret-one",
            "markettext", "apiId=acme&user=ana&password=s3cret-one",
            "itcloud", "user=ana@example.org&token=t0ken-two&requestInterval=0",
            "natalia", "user=ana@example.org&password=s3cret-one",
            "smsmasivos", "apiKey=k3y-three");

    static Simulator simulator;

    @BeforeAll
    static void startSimulator() {
        simulator = Simulator.start();
    }

    @AfterAll
    static void stopSimulator() {
        simulator.close();
    }

    @BeforeEach
    void forgetEarlierTests() {
        simulator.reset();
    }

    /** An endpoint at the simulator. */
    static String sms(String provider, String... options) {
        StringBuilder uri = new StringBuilder(
                "sms:" + provider + "?baseUrl=" + simulator.baseUrl(provider) + "&" + CREDENTIALS.get(provider));
        for (String option : options) {
            uri.append('&').append(option);
        }
        return uri.toString();
    }

    /** A number that the provider's home country knows. */
    static String aNumber(String provider) {
        return provider.equals("smsmasivos") ? "1144445555" : "3001234567";
    }

    /** The same number as the provider writes it. */
    static String onTheWire(String provider) {
        return provider.equals("smsmasivos") ? "1144445555" : "573001234567";
    }

    /** A step that ends in an Error the first time, and does what is said from then on. */
    static Processor afterAnError(AtomicInteger calls, Processor then) {
        return exchange -> {
            if (calls.getAndIncrement() == 0) {
                throw new StackOverflowError("deep");
            }
            then.process(exchange);
        };
    }

    Exchange send(String uri, Object body) {
        return send(uri, body, Map.of());
    }

    Exchange send(String uri, Object body, Map<String, Object> headers) {
        return template.request(uri, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new HashMap<>(headers));
        });
    }

    /** A context whose component takes its time from a clock. */
    static CamelContext withClock(CamelContext context, Clock clock) {
        SmsComponent component = new SmsComponent();
        component.setClock(clock);
        context.addComponent("sms", component);
        return context;
    }

    /** Sends a line of a block that arrives, and loses the answer. */
    void loseTheAnswerToALine(String to, String clientId) {
        simulator.fault(Fault.acceptThenDrop().provider("smsmasivos").first(1));
        Exchange exchange = send(
                sms(
                        "smsmasivos",
                        "channel=block",
                        "requestTimeout=500",
                        "statusFirstInterval=3600000",
                        "tracker=#tracker"),
                Map.of("to", to, "text", "Hola", "clientId", clientId));
        assertThat(exchange.getException()).isInstanceOf(SmsUncertainException.class);
    }

    /** Has a tracker know a message of which nobody knows whether it left. */
    static UUID uncertain(SmsTracker tracker, Submission submission) {
        UUID id = tracker.begin(List.of(submission))
                .toCompletableFuture()
                .join()
                .get(0)
                .id();
        Verdict lost = Verdict.uncertain(SmsError.TIMEOUT, null, "The answer was lost");
        tracker.complete(List.of(new Settlement(id, lost, null)))
                .toCompletableFuture()
                .join();
        return id;
    }
}
