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

import java.util.HashMap;
import java.util.Map;
import org.quartz.Scheduler;
import org.quartz.SchedulerContext;
import org.quartz.SchedulerException;

/** The running endpoints that send what a scheduler in this process holds, by account. */
public final class HeldSenders {
    private static final String KEY = HeldSenders.class.getName();

    private final Map<String, AccountSenders> byAccount = new HashMap<>();
    private final MissedSenders missed = new MissedSenders(System::nanoTime);

    private HeldSenders() {}

    /**
     * Those of a scheduler.
     *
     * @param  scheduler          any
     * @return                    the same for the same scheduler
     * @throws SchedulerException when the scheduler was shut down
     */
    public static HeldSenders of(Scheduler scheduler) throws SchedulerException {
        SchedulerContext context = scheduler.getContext();
        synchronized (HeldSenders.class) {
            HeldSenders senders = (HeldSenders) context.get(KEY);
            if (senders == null) {
                senders = new HeldSenders();
                context.put(KEY, senders);
            }
            return senders;
        }
    }

    /**
     * Adds a sender.
     *
     * @param account  whose messages it sends
     * @param settings a fingerprint of how it sends
     * @param sender   goes before an earlier one with the same settings, for as long as it runs
     */
    public synchronized void add(String account, String settings, HeldSender sender) {
        byAccount.computeIfAbsent(account, key -> new AccountSenders()).add(settings, sender);
        missed.forget(account);
    }

    /**
     * Removes a sender that stops.
     *
     * @param account  whose messages it sent
     * @param settings a fingerprint of how it sent
     * @param sender   that one and no other
     */
    public synchronized void remove(String account, String settings, HeldSender sender) {
        byAccount.computeIfPresent(account, (key, senders) -> {
            senders.remove(settings, sender);
            return senders.isEmpty() ? null : senders;
        });
    }

    /** One is missed that sends for an account. */
    synchronized MissedSenders.Miss miss(String account) {
        return missed.miss(account);
    }

    /** An endpoint that sends like the one that took the messages, or else another one of the account; null where there is none. To be closed. */
    synchronized RunningSender find(String account, String settings) {
        AccountSenders senders = byAccount.get(account);
        if (senders == null) {
            return null;
        }
        RunningSender running = senders.find(settings);
        running.sender().begin();
        return running;
    }
}
