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

import io.massms.camel.model.MessageType;
import io.massms.camel.model.SmsMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.quartz.JobDataMap;
import org.quartz.JobKey;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;

/**
 * Messages that wait together, as the job store holds them: text values only, and never a credential.
 *
 * @param account       whose they are: the name that those have who may send them; it tells no secret
 * @param settings      a fingerprint of how the endpoint sends that took them
 * @param clientId      their reference; each message has it for its client id, or one of its own, or none before it is sent
 * @param scheduledTime when they were first to go
 * @param due           when they are to go now
 * @param attempt       how often they were tried
 * @param messages      each with one recipient; alike in all but recipient, text and page
 */
record HeldMessages(
        String account,
        String settings,
        String clientId,
        Instant scheduledTime,
        Instant due,
        int attempt,
        List<SmsMessage> messages) {

    /** When the trigger was first to fire that holds them, in milliseconds: tells it from those before and after it. */
    static final String START = "start";

    HeldMessages {
        messages = List.copyOf(messages);
    }

    /** The same, to be tried again. */
    HeldMessages again(List<SmsMessage> left, Instant when, int tries) {
        return new HeldMessages(account, settings, clientId, scheduledTime, when, tries, left);
    }

    /** What makes a job send these, without anything of the trigger before. */
    Trigger trigger(TriggerKey key, JobKey job, Instant when) {
        return TriggerBuilder.newTrigger()
                .withIdentity(key)
                .forJob(job)
                .startAt(Date.from(when))
                .withSchedule(SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionFireNow())
                .usingJobData(toData(when))
                .build();
    }

    private JobDataMap toData(Instant start) {
        SmsMessage first = messages.get(0);
        TreeMap<String, String> data = new TreeMap<>();
        data.put("account", account);
        data.put("settings", settings);
        data.put("clientId", clientId);
        data.put("scheduledTime", scheduledTime.toString());
        data.put("due", due.toString());
        data.put(START, String.valueOf(start.toEpochMilli()));
        data.put("attempt", String.valueOf(attempt));
        data.put("count", String.valueOf(messages.size()));
        data.put("from", first.from());
        data.put("type", first.type() == null ? null : first.type().name());
        data.put("html", first.html());
        data.put("text", first.text());
        for (int i = 0; i < messages.size(); i++) {
            SmsMessage message = messages.get(i);
            data.put("to." + i, message.to());
            data.put("clientId." + i, own(message.clientId(), clientId));
            data.put("html." + i, own(message.html(), first.html()));
            data.put("text." + i, Objects.equals(message.text(), first.text()) ? null : message.text());
        }
        data.values().removeIf(Objects::isNull);
        return new JobDataMap(data);
    }

    /** Null for the shared value, empty for none. */
    private static String own(String value, String shared) {
        if (Objects.equals(value, shared)) {
            return null;
        }
        return value == null ? "" : value;
    }

    private static String own(JobDataMap data, String name, int message) {
        String own = data.getString(name + "." + message);
        if (own == null) {
            return data.getString(name);
        }
        return own.isEmpty() ? null : own;
    }

    static HeldMessages of(JobDataMap data) {
        String type = data.getString("type");
        String text = data.getString("text");
        List<SmsMessage> messages = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(data.getString("count")); i++) {
            String own = data.getString("text." + i);
            messages.add(new SmsMessage(
                    data.getString("to." + i),
                    own == null ? text : own,
                    data.getString("from"),
                    own(data, "clientId", i),
                    type == null ? null : MessageType.valueOf(type),
                    null,
                    own(data, "html", i)));
        }
        return new HeldMessages(
                data.getString("account"),
                data.getString("settings"),
                data.getString("clientId"),
                Instant.parse(data.getString("scheduledTime")),
                Instant.parse(data.getString("due")),
                Integer.parseInt(data.getString("attempt")),
                messages);
    }

    /** How many, without recipients or texts: those are personal data. */
    @Override
    public String toString() {
        return messages.size() + " held messages of " + account + ", clientId=" + clientId;
    }
}
