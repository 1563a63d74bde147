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

import io.massms.camel.error.SmsRejectedException;
import io.massms.camel.model.InboundSms;
import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsMessage;
import io.massms.simulator.SimulatedMessage;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody pays for an SMS that reads {@code [B@4b65d9f4}. */
class NonTextBodyTest extends SmsTestSupport {
    private static final String UUID_TEXT = "0c2d6a52-9f5b-4f8a-8a57-6f6f8f1c9d10";

    @TempDir
    Path directory;

    static Stream<Named<Object>> objects() {
        return Stream.of(
                Named.of("an array of numbers", new int[] {1, 2}),
                Named.of("a plain object", new Object()),
                Named.of("an object with a hash of its own", new Hashed()),
                Named.of("an optional", Optional.of("Hola")),
                Named.of("a record", new Row("Hola")));
    }

    static Stream<Named<Object>> values() {
        return Stream.concat(
                objects(),
                Stream.of(
                        Named.of("a stream of bytes", new ByteArrayInputStream(new byte[] {1})),
                        Named.of("a reader", new StringReader("Hola")),
                        Named.of("a list", List.of("Hola")),
                        Named.of("a message", SmsMessage.of("3001234567", "Hola"))));
    }

    @ParameterizedTest
    @MethodSource("objects")
    void aBodyThatIsNoTextIsRefused(Object body) {
        Exchange exchange = send(sms("linktosms", "to=3001234567"), body);

        assertThat(exchange.getException())
                .isInstanceOf(SmsRejectedException.class)
                .hasMessageContaining("right is text");
        assertThat(simulator.requests()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("values")
    void aFieldThatIsNoTextIsRefused(Object value) {
        Map<String, Object> row = new HashMap<>(Map.of("to", "3001234567", "text", value));
        Exchange exchange = send(sms("linktosms"), row);

        assertThat(exchange.getException())
                .isInstanceOf(SmsRejectedException.class)
                .hasMessageContaining("text is a ")
                .hasMessageContaining("right is text");
        assertThat(simulator.requests()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("values")
    void aHeaderThatIsNoTextIsRefused(Object value) {
        Exchange exchange = send(sms("linktosms", "to=3001234567"), "Hola", Map.of(SmsConstants.FROM, value));

        assertThat(exchange.getException())
                .isInstanceOf(SmsRejectedException.class)
                .hasMessageContaining(SmsConstants.FROM);
        assertThat(simulator.requests()).isEmpty();
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("año".getBytes(StandardCharsets.UTF_8), "año"),
                Arguments.of("Hola".toCharArray(), "Hola"),
                Arguments.of(new StringBuilder("Hola"), "Hola"),
                Arguments.of('x', "x"),
                Arguments.of(true, "true"),
                Arguments.of(5.0e9, "5000000000"),
                Arguments.of(DayOfWeek.MONDAY, "MONDAY"),
                Arguments.of(LocalDate.of(2026, 12, 24), "2026-12-24"),
                Arguments.of(UUID.fromString(UUID_TEXT), UUID_TEXT));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aFieldThatIsWrittenAsTextIsSent(Object value, String text) {
        send(sms("linktosms"), Map.of("to", "3001234567", "text", value));

        assertThat(simulator.messages()).extracting(SimulatedMessage::text).containsExactly(text);
    }

    @Test
    void aBodyThatCamelConvertsIsSent() throws Exception {
        Path file = Files.writeString(directory.resolve("text"), "file");
        String uri = sms("linktosms", "to=3001234567");
        send(uri, new ByteArrayInputStream("stream".getBytes(StandardCharsets.UTF_8)));
        send(uri, "bytes".getBytes(StandardCharsets.UTF_8));
        send(uri, "characters".toCharArray());
        send(uri, new StringReader("reader"));
        send(uri, file.toFile());
        send(uri, 42);
        send(uri, new InboundSms("smsmasivos", "3001234567", "789", "reply", "7", null, Instant.EPOCH));

        assertThat(simulator.messages())
                .extracting(SimulatedMessage::text)
                .containsExactly("stream", "bytes", "characters", "reader", "file", "42", "reply");
    }

    @Test
    void whatAnEarlierStepReadAsTextIsStillNone() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:audited")
                        .process(exchange -> exchange.getMessage().getBody(String.class))
                        .to(sms("linktosms", "to=3001234567"));
            }
        });

        for (Object body : List.of(new Row("Hola"), Optional.of("Hola"), new Row("Hola"))) {
            assertThat(send("direct:audited", body).getException()).isInstanceOf(SmsRejectedException.class);
        }
        assertThat(simulator.requests()).isEmpty();
    }

    static Stream<Named<Object>> markedTexts() {
        String marked = "\uFEFF" + "a".repeat(160);
        byte[] bytes = marked.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                Named.of("text", marked),
                Named.of("bytes", bytes),
                Named.of("a stream of bytes", new ByteArrayInputStream(bytes)),
                Named.of("the first line of several", List.of(marked)),
                Named.of("a field", Map.of("text", marked)));
    }

    /** It would make UCS-2 of the text, which is three parts in the place of one. */
    @ParameterizedTest
    @MethodSource("markedTexts")
    void theByteOrderMarkOfAFileIsNoPartOfTheText(Object body) {
        Exchange exchange = send(sms("linktosms", "to=3001234567"), body);

        assertThat(simulator.messages()).extracting(SimulatedMessage::text).containsExactly("a".repeat(160));
        assertThat(exchange.getMessage().getHeader(SmsConstants.SEGMENTS)).isEqualTo(1);
    }

    @Test
    void aByteOrderMarkAloneIsNoText() {
        Exchange exchange = send(sms("linktosms", "to=3001234567"), "\uFEFF");

        assertThat(exchange.getException(SmsRejectedException.class).getError()).isEqualTo(SmsError.TEXT_EMPTY);
    }

    @Test
    void theResultOfASendIsNotSent() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:both").to(sms("linktosms", "to=3001234567")).to(sms("natalia", "to=3001234567"));
            }
        });
        Exchange exchange = send("direct:both", "Hola");

        assertThat(exchange.getException())
                .isInstanceOf(SmsRejectedException.class)
                .hasMessageContaining("result of an earlier send");
        assertThat(simulator.messages()).extracting(SimulatedMessage::text).containsExactly("Hola");
    }

    private record Row(String text) {}

    private static final class Hashed {
        @Override
        public int hashCode() {
            return 7;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Hashed;
        }
    }
}
