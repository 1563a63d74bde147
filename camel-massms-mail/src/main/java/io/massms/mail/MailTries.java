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

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How often a mail that stays in the mailbox was tried, and from when it may be tried again. */
final class MailTries {
    private final MailLedger ledger;
    private final RetryTimes times;
    private final int most;

    MailTries(MailLedger ledger, Clock clock, Duration pause, int most) {
        this.ledger = ledger;
        this.times = new RetryTimes(clock, pause);
        this.most = most;
    }

    /** Throws if the mail is not due for another try yet. */
    void checkDue(String mailId) {
        if (!times.due(mailId)) {
            throw new MailNotYetHandledException(
                    "The mail " + mailId + " is not due for another try yet", times.next(mailId));
        }
    }

    /** Counts one more. */
    int count(String mailId) {
        return ledger.countTry(mailId, most);
    }

    boolean isLast(int number) {
        return number >= most;
    }

    /** The mail is kept after a try that was not the last; not before the time that a provider named, or null. */
    MailNotYetHandledException notYetHandled(String mailId, int number, Instant named, String why) {
        times.later(mailId, number, named);
        return new MailNotYetHandledException(
                "The mail " + mailId + " was not done, try " + number + " of " + most + ": " + why, times.next(mailId));
    }

    void forget(String mailId) {
        ledger.forgetTries(mailId, most);
        times.forget(mailId);
    }
}
