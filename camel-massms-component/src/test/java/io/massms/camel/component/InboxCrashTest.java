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

import io.massms.simulator.Fault;
import io.massms.simulator.SimulatedReply;
import io.massms.simulator.SimulatedRequest;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.processor.idempotent.FileIdempotentRepository;
import org.junit.jupiter.api.Test;

/** A consumer is killed (SIGKILL) and started again: every message arrives exactly once. */
class InboxCrashTest extends InboxProcessSupport {
    private static final String ANA = "ana";

    /** With a new repository, behind two looks of two pages each. */
    private static final int FIRST_MARKING = 5;

    @Test
    void betweenFetchAndCompletionNothingIsLostAndNothingComesTwice() throws Exception {
        replies("one", "wait", "three");
        start(Consumer.class, ANA);
        patiently().until(() -> journal().contains("ana began wait"));
        kill(ANA);
        goOn();
        start(Consumer.class, ANA);

        patiently().until(InboxProcessSupport::nothingIsUnread);
        assertThat(done()).containsExactly("ana done one", "ana done wait", "ana done three");
    }

    @Test
    void betweenCompletionAndMarkingNothingComesTwice() throws Exception {
        replies("one", "two");
        simulator.fault(Fault.delay(Duration.ofMinutes(5))
                .accepted(false)
                .operation("inbox")
                .nth(FIRST_MARKING));
        start(Consumer.class, ANA);
        patiently().until(() -> simulator.requests().stream().anyMatch(InboxCrashTest::marks));
        kill(ANA);
        assertThat(simulator.replies()).noneMatch(SimulatedReply::read);
        start(Consumer.class, ANA);

        patiently().until(InboxProcessSupport::nothingIsUnread);
        assertThat(done()).containsExactly("ana done one", "ana done two");
    }

    @Test
    void inTheMiddleOfAMarkingAnswerWhatItAloneMentionedIsNotLost() throws Exception {
        replies("one", "wait");
        simulator.fault(Fault.slowDrip(Duration.ofSeconds(1)).operation("inbox").nth(FIRST_MARKING));
        start(Consumer.class, ANA);
        patiently().until(() -> journal().contains("ana began wait"));
        replies("late");
        goOn();
        patiently().until(InboxProcessSupport::nothingIsUnread);
        kill(ANA);
        assertThat(done()).doesNotContain("ana done late");
        start(Consumer.class, ANA);

        patiently().until(() -> done().contains("ana done late"));
        assertThat(done()).containsExactly("ana done one", "ana done wait", "ana done late");
    }

    private static boolean marks(SimulatedRequest request) {
        return request.param("marcarcomoleidos").filter("1"::equals).isPresent();
    }

    /** Runs in a process of its own. */
    public static final class Consumer {
        private Consumer() {}

        public static void main(String[] args) throws Exception {
            Path folder = Path.of(args[2]);
            DefaultCamelContext context = new DefaultCamelContext();
            File store = folder.resolve("consumed").toFile();
            context.getRegistry()
                    .bind("consumed", FileIdempotentRepository.fileIdempotentRepository(store, 1_000, 1_000_000));
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("sms:smsmasivos?operation=inbox&apiKey=k&delay=50&initialDelay=0&idempotentRepository=#consumed&baseUrl="
                                    + args[1])
                            .process(consume(args[0], folder));
                }
            });
            context.start();
            Thread.currentThread().join();
        }
    }
}
