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

import io.massms.camel.tracker.SmsTracker;
import io.massms.camel.tracker.TrackedMessage;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The messages whose outcome is open, some at a time: the oldest first, and from the beginning once all had their turn. So those of which
 * nothing will ever be known keep no newer ones from being asked for.
 */
public final class OpenMessages {
    private final SmsTracker tracker;
    private final String account;
    private final int most;
    private final Set<UUID> passed = new HashSet<>();

    /**
     * Those of an account.
     *
     * @param tracker knows them
     * @param account key of the account
     * @param most    how many at a time
     */
    public OpenMessages(SmsTracker tracker, String account, int most) {
        this.tracker = tracker;
        this.account = account;
        this.most = most;
    }

    /** Those whose turn it is, of those whose sending began before a time. */
    public synchronized List<TrackedMessage> next(Instant startedBefore) {
        List<TrackedMessage> open = tracker.uncertain(account, startedBefore, passed.size() + most);
        List<TrackedMessage> turn = turn(open);
        if (turn.isEmpty()) {
            passed.clear();
            turn = turn(open);
        }
        if (turn.size() < most) {
            passed.clear();
        } else {
            turn.forEach(message -> passed.add(message.id()));
        }
        return turn;
    }

    private List<TrackedMessage> turn(List<TrackedMessage> open) {
        return open.stream()
                .filter(message -> !passed.contains(message.id()))
                .limit(most)
                .toList();
    }
}
