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
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.JobKey;
import org.quartz.JobPersistenceException;
import org.quartz.Scheduler;
import org.quartz.Trigger.TriggerState;
import org.quartz.impl.matchers.GroupMatcher;

/** Messages that are withdrawn while others withdraw them too, or the job store fails. */
class WithdrawalTest {
    private static final SmsMessage MESSAGE =
            SmsMessage.of("3001234567", "Hola").withClientId("invoice-1");
    private static final Instant DUE = Instant.now().plusSeconds(600);
    private static final JobKey JOB = HeldKeys.job("account", "invoice-1", DUE, List.of(MESSAGE));

    private Scheduler store;

    @BeforeEach
    void holdAMessage() throws Exception {
        store = Schedulers.inMemory();
        new QuartzHolder(() -> store, "account", "account", "settings", Runnable::run)
                .hold("invoice-1", List.of(MESSAGE), DUE, verdict -> {});
    }

    @AfterEach
    void shutDown() throws Exception {
        store.shutdown();
    }

    @Test
    void aMessageCountsForOneOfTwoWhoWithdrawItAtOnce() throws Exception {
        int[] other = new int[1];
        Scheduler late = before("unscheduleJob", () -> other[0] = new Withdrawal(store, JOB).run());

        assertThat(new Withdrawal(late, JOB).run()).isZero();
        assertThat(other[0]).isEqualTo(1);
    }

    @Test
    void whoMarksWhatAnotherHasJustWithdrawnLeavesNothingBehind() throws Exception {
        Scheduler late = before("addJob", () -> new Withdrawal(store, JOB).run());

        assertThat(new Withdrawal(late, JOB).run()).isZero();
        assertThat(store.getJobKeys(GroupMatcher.anyJobGroup())).isEmpty();
    }

    @Test
    void aWithdrawalThatBreaksOffStopsNoTriggerForGood() throws Exception {
        Scheduler breaking = before("unscheduleJob", WithdrawalTest::fail);

        assertThatThrownBy(() -> new Withdrawal(breaking, JOB).run()).isInstanceOf(JobPersistenceException.class);
        assertThat(store.getTriggerState(HeldKeys.trigger(JOB))).isEqualTo(TriggerState.NORMAL);
        assertThat(new Withdrawal(store, JOB).run()).isEqualTo(1);
    }

    @Test
    void aMessageThatWasRemovedThoughTheStoreFailedIsWithdrawn() throws Exception {
        Scheduler breaking = before("unscheduleJob", () -> {
            store.unscheduleJob(HeldKeys.trigger(JOB));
            fail();
        });

        assertThat(new Withdrawal(breaking, JOB).run()).isEqualTo(1);
    }

    private static void fail() throws JobPersistenceException {
        throw new JobPersistenceException("The database broke");
    }

    private interface Step {
        void run() throws Exception;
    }

    private Scheduler before(String name, Step step) {
        return (Scheduler) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Scheduler.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals(name)) {
                        step.run();
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
