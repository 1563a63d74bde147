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
package io.massms.mail;

import java.time.Instant;

/** The mail stays unseen in the mailbox and is read again later. None of its open messages was sent. */
public final class MailNotYetHandledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Instant retryTime;

    MailNotYetHandledException(String why, Instant retryTime) {
        super(why, null, false, false);
        this.retryTime = retryTime;
    }

    /**
     * When to read the mail again.
     *
     * @return the earliest time; null after deserialization
     */
    public Instant getRetryTime() {
        return retryTime;
    }
}
