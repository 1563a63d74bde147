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
import static org.awaitility.Awaitility.await;

import io.massms.camel.model.SmsState;
import io.massms.camel.model.SmsStatus;
import io.massms.camel.spi.Channel;
import io.massms.camel.tracker.JdbcTracker;
import io.massms.camel.tracker.SmsTracker;
import io.massms.camel.tracker.Submission;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The process that sent a block died before the block was answered. */
class BlockAfterCrashTest extends SmsTestSupport {
    private static final String TO = "1144445555";
    private static final Duration DAY = Duration.ofDays(1);

    private final JdbcDataSource database = new JdbcDataSource();
    private SmsTracker tracker;

    @BeforeEach
    void dieWhileSending() {
        simulator.clock().freeze();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        try (SmsTracker dying = open()) {
            dying.begin(List.of(new Submission(account(), "smsmasivos", TO, "A", true, 1, 1, null, Channel.block)))
                    .toCompletableFuture()
                    .join();
        }
        send(sms("smsmasivos", "channel=block"), Map.of("to", TO, "text", "Hola", "clientId", "A"));
        simulator.clock().advance(Duration.ofMinutes(1));
        tracker = open();
        context.getRegistry().bind("tracker", tracker);
    }

    @AfterEach
    void closeTracker() {
        tracker.close();
    }

    @Test
    void itsLinesAreForReconcileToAskForAndForNobodyElse() {
        assertThat(tracker.due(account(), Instant.now().plus(DAY), 10, DAY)).isEmpty();

        await().until(() -> reconcile().contains(SmsState.ENROUTE));
        assertThat(tracker.findByClientId(account(), "A").get(0).state()).isEqualTo(SmsState.ENROUTE);
    }

    private List<SmsState> reconcile() {
        String uri = sms("smsmasivos", "operation=reconcile", "requestTimeout=200", "tracker=#tracker");
        List<?> known = send(uri, null).getMessage().getBody(List.class);
        return known.stream().map(status -> ((SmsStatus) status).state()).toList();
    }

    private SmsTracker open() {
        return JdbcTracker.builder(database).createSchema(true).build();
    }

    private String account() {
        return context.getEndpoint(sms("smsmasivos", "channel=block"), SmsEndpoint.class)
                .getAccountKey();
    }
}
