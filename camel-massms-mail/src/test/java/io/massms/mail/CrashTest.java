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
package io.massms.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.massms.camel.model.SmsResult;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bridge in a process of its own dies between sending and marking the mail as seen. */
class CrashTest extends BridgeTestSupport {
    @ParameterizedTest
    @ValueSource(strings = {"before", "after"})
    void afterACrashNothingThatMayHaveLeftIsSentAndTheSenderIsNotified(String moment) throws Exception {
        command("1@example.org", "USU500 " + PASSWORD + " 1155556666 hola");
        runUntilItDies(moment);
        assertThat(seen()).isZero();
        int sentBefore = simulator.messages().size();

        startAsItDied();
        awaitHandled(1);

        assertThat(sentBefore).isEqualTo(moment.equals("after") ? 1 : 0);
        assertThat(simulator.messages()).hasSize(sentBefore);
        assertThat(toAna())
                .singleElement()
                .satisfies(
                        reply -> assertThat(reply.getContent().toString()).contains("may or may not have been sent"));
    }

    @Test
    void aBridgeThatIsStoppedInOrderSendsWhatComesLater() throws Exception {
        start(bridge());
        context.stop();
        command("1@example.org", "USU500 " + PASSWORD + " 1155556666 hola");

        context = new DefaultCamelContext();
        start(bridge());
        awaitHandled(1);

        assertThat(sentTexts()).containsExactly("hola");
    }

    /** With the same settings: another endpoint could read the number in another way. */
    private void startAsItDied() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:sms").to(sms());
            }
        });
        start(bridge().parameter("sms", "direct:sms"));
    }

    private void runUntilItDies(String moment) throws Exception {
        Process bridge = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Dying.class.getName(),
                        mailbox(),
                        sms(),
                        folder.toString(),
                        moment))
                .redirectErrorStream(true)
                .redirectOutput(new File(folder.toFile(), "dying.log"))
                .start();
        assertThat(bridge.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(bridge.exitValue()).isEqualTo(Dying.DEAD);
    }

    /** A bridge whose JVM halts, without any clean-up, right before or after the provider took a message. */
    static final class Dying {
        static final int DEAD = 99;

        private Dying() {}

        public static void main(String[] arguments) throws Exception {
            DefaultCamelContext context = new DefaultCamelContext();
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:sms")
                            .process(exchange -> dieWhen(arguments[3].equals("before")))
                            .to(arguments[1])
                            .process(exchange -> dieWhen(exchange.getMessage()
                                            .getBody(SmsResult.class)
                                            .acceptedCount()
                                    == 1));
                }
            });
            context.start();
            TemplatedRouteBuilder.builder(context, "sms-mail-bridge")
                    .parameter("mailbox", arguments[0])
                    .parameter("sms", "direct:sms")
                    .parameter("accounts", "file:" + arguments[2] + "/accounts.properties")
                    .parameter("stateDirectory", arguments[2] + "/state")
                    .add();
            Thread.currentThread().join();
        }

        private static void dieWhen(boolean now) {
            if (now) {
                Runtime.getRuntime().halt(DEAD);
            }
        }
    }
}
