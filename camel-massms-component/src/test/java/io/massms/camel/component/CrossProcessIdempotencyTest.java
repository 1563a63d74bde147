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

import io.massms.camel.jdbc.PostgresExtension;
import io.massms.camel.model.SmsMessage;
import io.massms.camel.model.SmsResult;
import io.massms.camel.tracker.JdbcTracker;
import io.massms.camel.tracker.SmsTracker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.ds.PGSimpleDataSource;

/** Two processes race with the same keys: each key is sent once. */
@ExtendWith(PostgresExtension.class)
class CrossProcessIdempotencyTest extends SmsTestSupport {
    private static final int KEYS = 1_000;

    @Test
    void aThousandKeysOfTwoProcessesArriveOnceEach(DataSource database) throws Exception {
        String url = ((PGSimpleDataSource) database).getUrl();
        String user = ((PGSimpleDataSource) database).getUser();
        List<Process> senders = List.of(start(url, user), start(url, user));

        for (Process sender : senders) {
            String output = new String(sender.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(output).contains("accepted " + KEYS + " of " + KEYS);
        }
        assertThat(simulator.acceptedCount("linktosms")).isEqualTo(KEYS);
    }

    private static Process start(String url, String user) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Sender.class.getName(),
                        simulator.baseUrl("linktosms"),
                        url,
                        user)
                .redirectErrorStream(true)
                .start();
    }

    /** Runs in a process of its own. */
    public static final class Sender {
        private Sender() {}

        public static void main(String[] args) throws Exception {
            PGSimpleDataSource database = new PGSimpleDataSource();
            database.setUrl(args[1]);
            database.setUser(args[2]);
            try (SmsTracker tracker =
                            JdbcTracker.builder(database).createSchema(true).build();
                    DefaultCamelContext context = new DefaultCamelContext()) {
                context.getRegistry().bind("tracker", tracker);
                context.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:send")
                                .to(
                                        "sms:linktosms?apiId=a&user=b&password=c&idempotent=true&concurrentRequests=16&baseUrl="
                                                + args[0]);
                    }
                });
                context.start();
                List<SmsMessage> messages = IntStream.range(0, KEYS)
                        .mapToObj(i -> SmsMessage.of("300123" + (1_000 + i), "Hola " + i)
                                .withClientId("key-" + i))
                        .toList();
                SmsResult result =
                        context.createProducerTemplate().requestBody("direct:send", messages, SmsResult.class);
                System.out.println("accepted " + result.acceptedCount() + " of " + result.count());
            }
        }
    }
}
