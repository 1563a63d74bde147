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

import io.massms.camel.error.SmsNotSentException;
import io.massms.camel.error.SmsRejectedException;
import io.massms.simulator.Fault;
import io.massms.simulator.SimulatedMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A text that comes as a stream where Camel caches none: the next try finds the stream at its end. */
class UncachedStreamTest extends SmsTestSupport {
    private static final String TO = "to=3001234567";

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        context.setStreamCaching(false);
        return context;
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:redelivery")
                        .errorHandler(
                                defaultErrorHandler().maximumRedeliveries(3).redeliveryDelay(1))
                        .to(sms("natalia", TO));

                from("direct:doTry")
                        .doTry()
                        .to(sms("natalia", TO))
                        .doCatch(SmsNotSentException.class)
                        .setHeader(SmsConstants.TO, constant("3007654321"))
                        .to(sms("linktosms"))
                        .end();
            }
        };
    }

    static Stream<Named<Object>> streams() {
        return Stream.of(Named.of("of bytes", stream("Hola")), Named.of("of characters", new StringReader("Hola")));
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("streams")
    void aRedeliverySendsWhatTheFirstTryRead(Object stream) {
        simulator.fault(Fault.providerCode("-6").provider("natalia").first(2));
        Exchange exchange = send("direct:redelivery", stream);

        assertThat(exchange.getException()).isNull();
        assertThat(simulator.messages()).extracting(SimulatedMessage::text).containsExactly("Hola");
    }

    @ParameterizedTest
    @MethodSource("streams")
    void theNextProviderSendsItWithTheHeadersOfNow(Object stream) {
        simulator.fault(Fault.providerCode("-3").provider("natalia").always());
        Exchange exchange = send("direct:doTry", stream);

        assertThat(exchange.getException()).isNull();
        assertThat(simulator.messages())
                .extracting(SimulatedMessage::provider, SimulatedMessage::to, SimulatedMessage::text)
                .containsExactly(tuple("linktosms", "573007654321", "Hola"));
    }

    @Test
    void whatAStreamHoldsNowGoesBeforeWhatItHeld() {
        simulator.fault(Fault.providerCode("-6").provider("natalia").first(1));
        InputStream stream = stream("Hola");
        send(sms("natalia", TO), stream);
        resetOf(stream);
        send(sms("natalia", TO), stream);
        Exchange third = send(sms("natalia", TO), stream);

        assertThat(simulator.messages()).extracting(SimulatedMessage::text).containsExactly("Hola");
        assertThat(third.getException()).isInstanceOf(SmsRejectedException.class);
    }

    private static void resetOf(InputStream stream) {
        try {
            stream.reset();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aStreamThatFailsIsRefusedWithoutWhatItHolds() {
        Exchange exchange = send(sms("natalia", TO), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("secret");
            }
        });

        assertThat(exchange.getException())
                .isInstanceOf(SmsRejectedException.class)
                .hasMessageContaining("could not be read")
                .hasMessageNotContaining("secret");
        assertThat(simulator.requests()).isEmpty();
    }
}
