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

import io.massms.camel.model.SmsMessage;
import io.massms.camel.model.SmsState;
import io.massms.camel.spi.Verdict;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.JobPersistenceException;
import org.quartz.Scheduler;
import org.quartz.impl.matchers.GroupMatcher;

/** What is said of a message when the job store fails, and what the job store holds then. */
class QuartzHolderTest {
    private static final SmsMessage MESSAGE =
            SmsMessage.of("3001234567", "Hola").withClientId("invoice-1");
    private Scheduler scheduler;

    @BeforeEach
    void createScheduler() throws Exception {
        scheduler = Schedulers.inMemory();
    }

    @AfterEach
    void shutDown() throws Exception {
        scheduler.shutdown();
    }

    @Test
    void aStoreThatHoldsTheMessageThoughItsAnswerWasLostIsBelieved() throws Exception {
        assertThat(hold(failing("after scheduleJobs", "after scheduleJob")).state())
                .isEqualTo(SmsState.SCHEDULED);
        assertThat(scheduler.getJobKeys(GroupMatcher.anyJobGroup())).hasSize(1);
    }

    @Test
    void aStoreThatDoesNotHoldTheMessageLetsItGoAnotherWay() throws Exception {
        assertThat(hold(failing("before scheduleJobs", "before scheduleJob")).isRetryable())
                .isTrue();
        assertThat(scheduler.getJobKeys(GroupMatcher.anyJobGroup())).isEmpty();
    }

    @Test
    void aStoreThatCannotEvenBeAskedWasGivenNothing() throws Exception {
        assertThat(hold(failing("before checkExists")).isRetryable()).isTrue();
        assertThat(scheduler.getJobKeys(GroupMatcher.anyJobGroup())).isEmpty();
    }

    @Test
    void aStoreThatFallsSilentMayHoldTheMessage() {
        assertThat(hold(failing("after scheduleJob", "second checkExists")).state())
                .isEqualTo(SmsState.UNKNOWN);
    }

    private static Verdict hold(Scheduler scheduler) {
        List<Verdict> verdicts = new ArrayList<>();
        new QuartzHolder(() -> scheduler, "account", "account", "settings", Runnable::run)
                .hold(MESSAGE.clientId(), List.of(MESSAGE), Instant.now().plusSeconds(600), verdicts::add);
        return verdicts.get(0);
    }

    /** The scheduler, failing at some steps. */
    private Scheduler failing(String... steps) {
        Set<String> wanted = Set.of(steps);
        List<String> asked = new ArrayList<>();
        return (Scheduler) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Scheduler.class}, (proxy, method, arguments) -> {
                    String name = method.getName();
                    boolean again = asked.contains(name);
                    asked.add(name);
                    failIf(wanted.contains("before " + name) || again && wanted.contains("second " + name));
                    try {
                        Object result = method.invoke(scheduler, arguments);
                        failIf(wanted.contains("after " + name));
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static void failIf(boolean failing) throws JobPersistenceException {
        if (failing) {
            throw new JobPersistenceException("The database broke");
        }
    }
}
