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
import static org.awaitility.Awaitility.await;

import io.massms.camel.hold.HandBack.Answer;
import io.massms.camel.model.SmsMessage;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quartz.JobPersistenceException;
import org.quartz.Scheduler;
import org.quartz.Trigger;
import org.quartz.TriggerKey;

/** What a job believes of a store that fails as messages are given back to it. */
@Timeout(60)
class HandBackTest {
    private static final SmsMessage MESSAGE =
            SmsMessage.of("3001234567", "Hola").withClientId("invoice-1");
    private static final Instant DUE = Instant.now().plusSeconds(600);
    private static final JobKey JOB = HeldKeys.job("account", "invoice-1", DUE, List.of(MESSAGE));
    private static final HeldMessages HELD =
            new HeldMessages("account", "settings", "invoice-1", DUE, DUE, 0, List.of(MESSAGE));

    private final List<String> failing = new CopyOnWriteArrayList<>();
    private Scheduler store;
    private Trigger fired;

    @BeforeEach
    void holdAMessage() throws Exception {
        store = Schedulers.inMemory();
        new QuartzHolder(() -> store, "account", "account", "settings", Runnable::run)
                .hold("invoice-1", List.of(MESSAGE), DUE, verdict -> {});
        fired = store.getTrigger(HeldKeys.trigger(JOB));
    }

    @AfterEach
    void shutDown() throws Exception {
        store.shutdown();
    }

    @Test
    void aStoreThatTookThemThoughItsAnswerWasLostIsBelieved() {
        failing.add("after rescheduleJob");

        assertThat(giveBack()).isEqualTo(Answer.KEPT);
    }

    @Test
    void aStoreThatStillHoldsTheTriggerThatFiredTookNothing() {
        failing.add("before rescheduleJob");

        assertThat(giveBack()).isEqualTo(Answer.NOT_KEPT);
    }

    @Test
    void whatTheStoreTookAndAnotherWithdrewIsNotReportedByTheJob() throws Exception {
        CompletableFuture<Answer> answer = giveBackToASilentStore();
        store.unscheduleJob(fired.getKey());
        failing.clear();

        assertThat(answer).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(Answer.KEPT);
    }

    @Test
    void aRemovedTriggerIsAnsweredAsGone() throws Exception {
        store.unscheduleJob(fired.getKey());

        assertThat(giveBack()).isEqualTo(Answer.GONE);
    }

    @Test
    void aStoreThatIsSilentUntilTheSchedulerEndsLeavesItOpen() throws Exception {
        CompletableFuture<Answer> answer = giveBackToASilentStore();
        store.shutdown();

        assertThat(answer).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(Answer.OPEN);
    }

    /** Ends once the store has taken them, though it does not say so. */
    private CompletableFuture<Answer> giveBackToASilentStore() {
        failing.addAll(List.of("after rescheduleJob", "before getTrigger"));
        CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(this::giveBack);
        await().until(() -> store.getTrigger(fired.getKey())
                .getJobDataMap()
                .getString("attempt")
                .equals("1"));
        return answer;
    }

    private Answer giveBack() {
        Instant next = DUE.plusSeconds(60);
        return new HandBack(context()).give(HELD.again(List.of(MESSAGE), next, 1), next);
    }

    private JobExecutionContext context() {
        return proxy(JobExecutionContext.class, (method, arguments) -> switch (method) {
            case "getScheduler" -> proxy(Scheduler.class, this::ask);
            case "getTrigger" -> fired;
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private Object ask(String method, Object[] arguments) throws Throwable {
        failIf(failing.contains("before " + method));
        Object result = call(method, arguments);
        failIf(failing.contains("after " + method));
        return result;
    }

    private Object call(String method, Object[] arguments) throws Exception {
        return switch (method) {
            case "rescheduleJob" -> store.rescheduleJob((TriggerKey) arguments[0], (Trigger) arguments[1]);
            case "unscheduleJob" -> store.unscheduleJob((TriggerKey) arguments[0]);
            case "getTrigger" -> store.getTrigger((TriggerKey) arguments[0]);
            case "isShutdown" -> store.isShutdown();
            default -> throw new UnsupportedOperationException(method);
        };
    }

    private static void failIf(boolean failing) throws JobPersistenceException {
        if (failing) {
            throw new JobPersistenceException("The database broke");
        }
    }

    private interface Answering {
        Object answer(String method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Answering answering) {
        return type.cast(Proxy.newProxyInstance(
                HandBackTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answering.answer(method.getName(), arguments)));
    }
}
