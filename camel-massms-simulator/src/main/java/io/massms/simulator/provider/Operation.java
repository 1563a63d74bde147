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
package io.massms.simulator.provider;

/** What a provider's path is for. */
public enum Operation {
    SEND("send"),
    STATUS("status"),
    BALANCE("balance"),
    EXPIRY("expiry"),
    SENT_COUNT("sentCount"),
    SERVER_TIME("serverTime"),
    INBOX("inbox"),
    BLOCK("block"),
    BLOCK_STATUS("blockStatus"),
    /** The web service itself: its page, its description, and calls that it does not know. */
    SERVICE("service");

    private final String word;

    Operation(String word) {
        this.word = word;
    }

    /** The name in faults and in the control API. */
    public String word() {
        return word;
    }
}
