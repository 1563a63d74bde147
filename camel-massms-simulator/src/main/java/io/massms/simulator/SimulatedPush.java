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
package io.massms.simulator;

import java.time.Instant;

/**
 * One attempt to hand a reply to the client's own URL.
 *
 * @param replyId the reply
 * @param provider the provider that pushes
 * @param attempt 1 for the first
 * @param status the HTTP status that the client answered, 0 when it gave no answer
 * @param error why it gave none, or null
 * @param time when the attempt ended, by the simulator's clock
 */
public record SimulatedPush(long replyId, String provider, int attempt, int status, String error, Instant time) {

    /** Whether the client took it. */
    public boolean delivered() {
        return status >= 200 && status < 300;
    }
}
