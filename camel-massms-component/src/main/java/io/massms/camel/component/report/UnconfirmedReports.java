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
package io.massms.camel.component.report;

import io.massms.camel.model.SmsStatus;
import io.massms.camel.tracker.SmsTracker;
import io.massms.camel.tracker.StatusReport;
import io.massms.camel.tracker.TrackedMessage;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * What was found out of open messages and could not be stored, as far as is known: the answer to a commit may be lost, and the commit may come
 * even after that. What turns out to be stored is emitted like everything else.
 */
public final class UnconfirmedReports {
    private final SmsTracker tracker;
    private final Map<UUID, StatusReport> reports = new ConcurrentHashMap<>();

    UnconfirmedReports(SmsTracker tracker) {
        this.tracker = tracker;
    }

    /** Notes what may have been stored. */
    public void add(StatusReport report) {
        reports.put(report.id(), report);
    }

    /** Something was stored of a message for sure: where that was nothing new, what is unconfirmed was stored before. */
    public void stored(StatusReport report, boolean isNew) {
        reports.computeIfPresent(report.id(), (id, unconfirmed) -> isNew ? null : report);
    }

    /** Hands over the messages whose report turns out to be stored, each once. Those that are open still may be some time later. */
    public void confirm(Consumer<TrackedMessage> stored) {
        reports.forEach((id, report) -> {
            Optional<TrackedMessage> message = tracker.find(id);
            if (message.filter(TrackedMessage::canBeSettled).isEmpty() && reports.remove(id, report)) {
                message.filter(present -> isOf(report, present)).ifPresent(stored);
            }
        });
    }

    /** Whether a message is in the state of the report: what somebody else found out, or what was learnt later, has another text or time. */
    private static boolean isOf(StatusReport report, TrackedMessage message) {
        SmsStatus status = report.status();
        return message.state() == status.state()
                && Objects.equals(message.verdict().providerCode(), status.providerCode())
                && Objects.equals(message.verdict().providerText(), status.providerText())
                && (report.nextCheck() == null || report.nextCheck().equals(message.nextCheck()));
    }
}
