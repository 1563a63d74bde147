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
package io.massms.camel.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.massms.camel.model.SmsMessage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.JobBuilder;
import org.quartz.Scheduler;
import org.quartz.TriggerBuilder;

class HeldInventoryTest {
    private static final Instant SOON = Instant.now().plusSeconds(600).truncatedTo(ChronoUnit.MILLIS);

    private Scheduler scheduler;
    private HeldInventory inventory;

    @BeforeEach
    void createScheduler() throws Exception {
        scheduler = Schedulers.inMemory();
        inventory = new HeldInventory(scheduler);
    }

    @AfterEach
    void shutDown() throws Exception {
        scheduler.shutdown();
    }

    @Test
    void whatWaitsIsListedTheSoonestFirst() {
        hold("one", "later", SOON.plusSeconds(60), "3001234567");
        hold("other", "sooner", SOON, "3001234568", "3001234569");

        assertThat(inventory.size()).isEqualTo(2);
        assertThat(inventory.list(10)).extracting(HeldInventory.Entry::clientId).containsExactly("sooner", "later");
        HeldInventory.Entry first = inventory.list(10).get(0);
        assertThat(first.due()).isEqualTo(SOON);
        assertThat(first.attempt()).isZero();
        assertThat(first.messages()).extracting(SmsMessage::to).containsExactly("3001234568", "3001234569");
    }

    @Test
    void noMoreIsListedThanWasAskedFor() {
        hold("one", "a", SOON, "3001234567");
        hold("one", "b", SOON, "3001234567");

        assertThat(inventory.list(1)).hasSize(1);
        assertThat(inventory.size()).isEqualTo(2);
    }

    @Test
    void anEntryIsCancelledOnceAndTheOthersWaitOn() {
        hold("one", "a", SOON, "3001234567", "3001234568");
        hold("one", "b", SOON.plusSeconds(1), "3001234567");
        String id = inventory.list(10).get(0).id();

        assertThat(inventory.cancel(id)).isEqualTo(2);
        assertThat(inventory.cancel(id)).isZero();
        assertThat(inventory.list(10)).extracting(HeldInventory.Entry::clientId).containsExactly("b");
    }

    @Test
    void jobsOfOthersAreNeitherListedNorTouched() throws Exception {
        scheduler.scheduleJob(
                JobBuilder.newJob(HeldJob.class)
                        .withIdentity("night", "reports")
                        .build(),
                TriggerBuilder.newTrigger()
                        .withIdentity("night", "reports")
                        .startAt(Date.from(SOON))
                        .build());

        assertThat(inventory.size()).isZero();
        assertThat(inventory.list(10)).isEmpty();
        assertThatThrownBy(() -> inventory.cancel("reports.night"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("reports.night");
    }

    @Test
    void eachMessageKeepsItsOwnPage() {
        SmsMessage plain = SmsMessage.of("1144445555", "Hola (2/2)").withClientId("bill");
        SmsMessage one = plain.withTo("1144445556").withHtml("<h1>Uno</h1>");
        SmsMessage other = plain.withTo("1144445557").withHtml("<h1>Dos</h1>");
        hold("one", "a", SOON, List.of(plain, one, other));
        hold("one", "b", SOON.plusSeconds(1), List.of(one, plain, one));

        assertThat(inventory.list(10))
                .extracting(HeldInventory.Entry::messages)
                .containsExactly(List.of(plain, one, other), List.of(one, plain, one));
    }

    private void hold(String account, String clientId, Instant due, String... to) {
        List<SmsMessage> messages = List.of(to).stream()
                .map(number -> SmsMessage.of(number, "Hola").withClientId(clientId))
                .toList();
        hold(account, clientId, due, messages);
    }

    private void hold(String account, String clientId, Instant due, List<SmsMessage> messages) {
        new QuartzHolder(() -> scheduler, account, account, "settings", Runnable::run)
                .hold(clientId, messages, due, verdict -> {});
    }
}
