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
package io.massms.example.twoway;

import static org.assertj.core.api.Assertions.assertThat;

import io.massms.camel.component.SmsConstants;
import io.massms.simulator.Fault;
import io.massms.simulator.SimulatedMessage;
import io.massms.simulator.SimulatedReply;
import io.massms.simulator.Simulator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;

class TwoWayTest {
    private static final String HANDSET = "1155556661";

    @Test
    void everyHandsetGetsOneAnswerToItsKeyword() throws Exception {
        ByteArrayOutputStream transcript = new ByteArrayOutputStream();

        TwoWay.run(new PrintStream(transcript, true, StandardCharsets.UTF_8));

        assertThat(Files.readString(Path.of("README.md")).split("```\n")[1])
                .isEqualTo(transcript.toString(StandardCharsets.UTF_8).replace("\r\n", "\n"));
    }

    @Test
    void aReplyThatIsGivenAgainIsNotTheLastWord() throws Exception {
        Appointments appointments = new Appointments();
        appointments.add("A1");
        Main main = new Main();
        try (Simulator provider = Simulator.start()) {
            main.bind("appointments", appointments);
            main.addOverrideProperty("camel.component.sms.base-url", provider.baseUrl("smsmasivos"));
            main.addOverrideProperty("inbox.delay", "250");
            main.start();
            main.getCamelTemplate()
                    .sendBodyAndHeaders(
                            "direct:question", "Viene?", Map.of("appointment", "A1", SmsConstants.TO, HANDSET));
            main.getCamelContext().getRouteController().stopRoute("answers");
            provider.reply("smsmasivos", HANDSET, "no");
            provider.reply("smsmasivos", HANDSET, "si");
            provider.fault(
                    Fault.rateLimit(Duration.ofSeconds(1)).operation("send").first(1));

            main.getCamelContext().getRouteController().startRoute("answers");
            await(() -> provider.replies().stream().allMatch(SimulatedReply::read));

            assertThat(appointments).hasToString("{A1=SI}");
            assertThat(provider.messages())
                    .extracting(SimulatedMessage::text)
                    .containsExactly("Viene?", "Gracias, lo esperamos");
        } finally {
            main.stop();
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
