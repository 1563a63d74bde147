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
package io.massms.camel.spi;

/**
 * Asks for the messages that handsets sent.
 *
 * @param from       only messages from this handset, in the form of the provider; null for all
 * @param unreadOnly whether to leave out messages that are marked as read
 * @param markRead   whether the provider marks everything that this call returns as read. If the reply is lost, the messages are marked
 *                   nevertheless
 */
public record InboxQuestion(String from, boolean unreadOnly, boolean markRead) {

    /** Whose messages are asked for is personal data. */
    @Override
    public String toString() {
        return "InboxQuestion[" + (from == null ? "" : "of one handset, ") + (unreadOnly ? "unread" : "all")
                + (markRead ? ", to be marked" : "") + "]";
    }
}
