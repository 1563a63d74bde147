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
package io.massms.camel.tracker;

import io.massms.camel.model.SmsState;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The real changes that several reports brought about, one per message. */
final class Changes {
    private final Map<UUID, StatusChange> byId = new LinkedHashMap<>();

    void add(TrackedMessage before, TrackedMessage after) {
        StatusChange earlier = byId.get(after.id());
        SmsState previous = earlier == null ? before.state() : earlier.previous();
        if (earlier != null || before.state() != after.state() || before.pollingFinished() != after.pollingFinished()) {
            byId.put(after.id(), new StatusChange(after, previous));
        }
    }

    Collection<UUID> ids() {
        return byId.keySet();
    }

    List<StatusChange> list() {
        return List.copyOf(byId.values());
    }
}
