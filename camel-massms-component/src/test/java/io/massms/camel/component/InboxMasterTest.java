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

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.cluster.FileLockClusterService;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.processor.idempotent.FileIdempotentRepository;
import org.junit.jupiter.api.Test;

/** Two processes under {@code master:}, one of which polls until it is killed (SIGKILL). */
class InboxMasterTest extends InboxProcessSupport {
    @Test
    void whenTheOneThatPollsIsKilledTheOtherTakesOverAndNothingIsLostOrComesTwice() throws Exception {
        start(Member.class, "ana");
        start(Member.class, "eva");
        replies("1", "2", "3");
        patiently().until(() -> done().size() == 3);
        replies("4", "wait", "6");
        patiently().until(() -> journal().stream().anyMatch(line -> line.contains("began wait")));
        String first = journal().get(0).split(" ")[0];
        assertThat(journal()).allMatch(line -> line.startsWith(first + " "));

        kill(first);
        goOn();
        replies("7");

        patiently().until(() -> done().size() >= 7 && nothingIsUnread());
        String other = first.equals("ana") ? "eva" : "ana";
        assertThat(done())
                .containsExactly(
                        first + " done 1",
                        first + " done 2",
                        first + " done 3",
                        first + " done 4",
                        other + " done wait",
                        other + " done 6",
                        other + " done 7");
    }

    /** Runs in a process of its own. */
    public static final class Member {
        private Member() {}

        public static void main(String[] args) throws Exception {
            Path folder = Path.of(args[2]);
            DefaultCamelContext context = new DefaultCamelContext();
            FileLockClusterService cluster = new FileLockClusterService();
            cluster.setRoot(folder.resolve("cluster").toString());
            cluster.setAcquireLockDelay(200, TimeUnit.MILLISECONDS);
            cluster.setAcquireLockInterval(200, TimeUnit.MILLISECONDS);
            context.addService(cluster);
            context.getRegistry()
                    .bind(
                            "consumed",
                            FileIdempotentRepository.fileIdempotentRepository(
                                    folder.resolve("consumed").toFile()));
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("master:inbox:sms:smsmasivos?operation=inbox&apiKey=k&delay=50&initialDelay=0"
                                    + "&idempotentRepository=#consumed&baseUrl=" + args[1])
                            .process(consume(args[0], folder));
                }
            });
            context.start();
            Thread.currentThread().join();
        }
    }
}
