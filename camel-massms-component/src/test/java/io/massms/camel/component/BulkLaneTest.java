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

import io.massms.camel.model.SmsMessage;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A send of many goes by connections of its own, so that a single message never waits behind it. */
class BulkLaneTest extends CamelTestSupport {
    private static final int MANY = 51;
    private static final Pattern RECIPIENTS = Pattern.compile("(?:^|&)to=([^&]*)");

    private final Set<Integer> clientPorts = ConcurrentHashMap.newKeySet();
    private AnsweringServer server;

    @BeforeEach
    void serve() throws IOException {
        server = new AnsweringServer(request -> {
            clientPorts.add(request.getRemoteAddress().getPort());
            return answer(new String(request.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        });
    }

    @AfterEach
    void stop() {
        server.close();
    }

    static Stream<Arguments> many() {
        List<SmsMessage> messages = IntStream.range(0, MANY)
                .mapToObj(i -> SmsMessage.of(number(i), "Hola"))
                .toList();
        return Stream.of(
                Arguments.of(messages),
                Arguments.of((Object) messages.toArray()),
                Arguments.of((Iterable<SmsMessage>) () -> messages.subList(0, 1).iterator()),
                Arguments.of(SmsMessage.of(numbers(MANY), "Hola")));
    }

    static Stream<Arguments> few() {
        return Stream.of(
                Arguments.of(List.of(SmsMessage.of(number(1), "Hola"), SmsMessage.of(number(2), "Hola"))),
                Arguments.of(SmsMessage.of(numbers(MANY - 1), "Hola")));
    }

    @ParameterizedTest
    @MethodSource("many")
    void aSendOfManyHasConnectionsOfItsOwn(Object body) {
        Set<Integer> ofOne = portsOf(SmsMessage.of(number(0), "Hola"));

        assertThat(ofOne).hasSize(1).doesNotContainAnyElementsOf(portsOf(body));
    }

    @ParameterizedTest
    @MethodSource("few")
    void aFewGoWithTheOthers(Object body) {
        Set<Integer> ofOne = portsOf(SmsMessage.of(number(0), "Hola"));

        assertThat(portsOf(body)).isEqualTo(ofOne);
    }

    @Test
    void aListOfRecipientsInTheHeaderIsASendOfMany() {
        Set<Integer> ofOne = portsOf(SmsMessage.of(number(0), "Hola"));
        clientPorts.clear();
        template.requestBodyAndHeaders(endpoint(), "Hola", Map.of(SmsConstants.TO, numbers(MANY)));

        assertThat(clientPorts).hasSize(1).doesNotContainAnyElementsOf(ofOne);
    }

    private static String number(int i) {
        return String.valueOf(573001234000L + i);
    }

    private static String numbers(int count) {
        return IntStream.range(0, count).mapToObj(BulkLaneTest::number).collect(Collectors.joining(","));
    }

    private Set<Integer> portsOf(Object body) {
        clientPorts.clear();
        template.requestBody(endpoint(), body);
        return Set.copyOf(clientPorts);
    }

    private String endpoint() {
        return "sms:markettext?apiId=a&user=b&password=c&baseUrl=" + server.baseUrl();
    }

    private static String answer(String form) {
        Matcher recipients = RECIPIENTS.matcher(form);
        assertThat(recipients.find()).isTrue();
        Iterator<String> ids = Stream.iterate(1000, i -> i + 1)
                .map(i -> "a9821bcf4500cc12be5423a2be65" + i)
                .iterator();
        return Stream.of(URLDecoder.decode(recipients.group(1), StandardCharsets.UTF_8)
                        .split(","))
                .map(to -> to + ":" + ids.next())
                .collect(Collectors.joining(","));
    }
}
