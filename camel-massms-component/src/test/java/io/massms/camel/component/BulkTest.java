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

import io.massms.camel.model.SmsResult;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** Sends far larger than the memory. */
class BulkTest extends SmsTestSupport {
    private static final int MANY = 100_000;

    @Test
    void aHundredThousandPersonalMessagesStreamThroughASmallHeap() throws Exception {
        String java = ProcessHandle.current().info().command().orElseThrow();
        Process sender = new ProcessBuilder(
                        java,
                        "-Xmx48m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Sender.class.getName(),
                        simulator.baseUrl("markettext"),
                        String.valueOf(MANY))
                .redirectErrorStream(true)
                .start();
        String output = new String(sender.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(sender.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(output).contains("accepted " + MANY + " of " + MANY);
        assertThat(simulator.acceptedCount("markettext")).isEqualTo(MANY);
    }

    @Test
    void aLazyInputIsNeverReadOnAThreadThatDoesInputAndOutput() {
        Set<String> readers = ConcurrentHashMap.newKeySet();
        Iterable<Map<String, String>> rows = () -> IntStream.range(0, 200)
                .peek(i -> readers.add(Thread.currentThread().getName()))
                .mapToObj(i -> Map.of("to", "300123" + (1000 + i), "text", "Hola " + i))
                .iterator();
        SmsResult result = send(sms("linktosms"), rows).getMessage().getBody(SmsResult.class);

        assertThat(result.acceptedCount()).isEqualTo(200);
        assertThat(readers).noneMatch(name -> name.contains("sms-http"));
    }

    /** Runs in a process of its own, with the heap that the test gives it. */
    public static final class Sender {
        private Sender() {}

        public static void main(String[] args) throws Exception {
            int count = Integer.parseInt(args[1]);
            try (DefaultCamelContext context = new DefaultCamelContext()) {
                context.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:send")
                                .to(
                                        "sms:markettext?apiId=a&user=b&password=c&receipts=failed&concurrentRequests=32&baseUrl="
                                                + args[0]);
                    }
                });
                context.start();
                SmsResult result = context.createProducerTemplate()
                        .requestBody(
                                "direct:send",
                                IntStream.range(0, count)
                                        .mapToObj(i -> Map.of(
                                                "to", String.valueOf(573001000000L + i), "text", "Hola, cliente " + i)),
                                SmsResult.class);
                System.out.println("accepted " + result.acceptedCount() + " of " + result.count());
            }
        }
    }
}
