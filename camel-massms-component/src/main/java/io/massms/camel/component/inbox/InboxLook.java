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
package io.massms.camel.component.inbox;

import io.massms.camel.model.InboundSms;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The whole inbox at one time.
 *
 * @param all    messages, those that are marked as read included
 * @param unread asked for last, so that a message that arrives in between counts as unread
 */
record InboxLook(List<InboundSms> all, List<InboundSms> unread) {

    static InboxLook at(InboxReader inbox) {
        List<InboundSms> all = inbox.all();
        return new InboxLook(all, inbox.unread());
    }

    boolean isEmpty() {
        return all.isEmpty() && unread.isEmpty();
    }

    /**
     * What is marked as read, where a second look confirms it. A page may come empty or cut off: then what waits seems to be read, or what
     * was read long ago seems not to be there.
     *
     * @param  second look, right after this one
     * @return        empty where the two contradict each other
     */
    Optional<List<InboundSms>> read(InboxLook second) {
        Set<String> unreadIds = ids(unread);
        boolean complete = ids(second.all).containsAll(unreadIds);
        unreadIds.addAll(ids(second.unread));
        List<InboundSms> read = without(unreadIds, all);
        return complete && ids(read).equals(ids(without(unreadIds, second.all))) ? Optional.of(read) : Optional.empty();
    }

    private static List<InboundSms> without(Set<String> ids, List<InboundSms> messages) {
        return messages.stream()
                .filter(message -> !ids.contains(message.messageId()))
                .toList();
    }

    private static Set<String> ids(List<InboundSms> messages) {
        return messages.stream().map(InboundSms::messageId).collect(Collectors.toCollection(HashSet::new));
    }
}
