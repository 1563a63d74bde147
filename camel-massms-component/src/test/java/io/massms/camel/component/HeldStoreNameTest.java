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

import java.util.List;
import java.util.UUID;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the database of held messages is asked for after a restart. */
@Timeout(120)
class HeldStoreNameTest {
    private static final String ONE = "sms:natalia?user=ana@example.org&password=s3cret-one&baseUrl=http://localhost:1";
    private static final String OTHER = ONE + "&to=3001234567";

    @Test
    void whoNamedNoContextIsWarnedOnceThatHeldMessagesMayNotBeFoundAgain() throws Exception {
        assertThat(linesOf(new DefaultCamelContext(), persistent(true)))
                .singleElement()
                .asString()
                .startsWith("WARN")
                .contains("camel.main.name", "prefixInstanceName=false");
    }

    @Test
    void whoNamedTheContextIsNotWarned() throws Exception {
        DefaultCamelContext named = new DefaultCamelContext();
        named.getCamelContextExtension().setName("reminders");

        assertThat(linesOf(named, persistent(true))).isEmpty();
    }

    @Test
    void aNameWithoutTheContextsIsNoReasonToWarn() throws Exception {
        assertThat(linesOf(new DefaultCamelContext(), persistent(false))).isEmpty();
    }

    @Test
    void aStoreInMemoryIsNoReasonToWarn() throws Exception {
        assertThat(linesOf(new DefaultCamelContext(), new QuartzComponent())).isEmpty();
    }

    private static List<String> linesOf(DefaultCamelContext context, QuartzComponent quartz) throws Exception {
        context.addComponent("quartz", quartz);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:one").to(ONE);
                from("direct:other").to(OTHER);
            }
        });
        try (LogLines lines = LogLines.of("io.massms.camel.component.HeldStoreName")) {
            context.start();
            return lines.all();
        } finally {
            context.stop();
        }
    }

    private static QuartzComponent persistent(boolean named) throws Exception {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        QuartzComponent component = JobStores.in(database).component(false);
        component.setPrefixInstanceName(named);
        return component;
    }
}
