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

import io.massms.camel.model.SmsMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;

/** What a scheduler holds, of whatever account, for somebody who looks after it. */
public final class HeldInventory {
    private final Scheduler scheduler;

    /**
     * Messages that wait together.
     *
     * @param id       tells them from others
     * @param clientId their reference
     * @param due      when they are to go
     * @param attempt  how often they were tried before
     * @param messages each with one recipient, at least one
     */
    public record Entry(String id, String clientId, Instant due, int attempt, List<SmsMessage> messages) {

        /** Makes the list unchangeable. */
        public Entry {
            messages = List.copyOf(messages);
        }
    }

    /** Of a scheduler. */
    public HeldInventory(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /**
     * How many entries wait.
     *
     * @throws HoldException         when the scheduler fails
     */
    public int size() {
        try {
            return keys().size();
        } catch (SchedulerException e) {
            throw failed(e);
        }
    }

    /**
     * Some of what waits.
     *
     * @param  most                  how many entries; where more wait it is open which
     * @return                       the soonest first
     * @throws HoldException         when the scheduler fails
     */
    public List<Entry> list(int most) {
        try {
            List<Entry> entries = new ArrayList<>();
            for (TriggerKey key : keys()) {
                Trigger trigger = entries.size() < most ? scheduler.getTrigger(key) : null;
                if (Withdrawal.waits(trigger)) {
                    entries.add(entry(trigger));
                }
            }
            entries.sort(Comparator.comparing(Entry::due));
            return entries;
        } catch (SchedulerException e) {
            throw failed(e);
        }
    }

    /**
     * Withdraws the messages of an entry.
     *
     * @param  id                       the entry's
     * @return                          how many; none of them is sent any more. 0 where they are on their way, or not held
     * @throws IllegalArgumentException where no entry can have that id
     * @throws HoldException            when the scheduler fails; it may hold them still
     */
    public int cancel(String id) {
        int end = id.lastIndexOf('.');
        if (end < 0 || !id.startsWith(HeldKeys.GROUPS)) {
            throw new IllegalArgumentException(
                    "'" + id + "' is no id of held messages; right is " + HeldKeys.GROUPS + "… as listed");
        }
        try {
            return new Withdrawal(scheduler, new JobKey(id.substring(end + 1), id.substring(0, end))).run();
        } catch (SchedulerException e) {
            throw failed(e);
        }
    }

    private Set<TriggerKey> keys() throws SchedulerException {
        return scheduler.getTriggerKeys(GroupMatcher.triggerGroupStartsWith(HeldKeys.GROUPS));
    }

    private static Entry entry(Trigger trigger) {
        HeldMessages held = HeldMessages.of(trigger.getJobDataMap());
        TriggerKey key = trigger.getKey();
        return new Entry(
                key.getGroup() + "." + key.getName(), held.clientId(), held.due(), held.attempt(), held.messages());
    }

    private static HoldException failed(SchedulerException e) {
        return new HoldException("The scheduler failed; it may hold the messages still", e);
    }
}
