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

import java.time.Duration;
import java.time.format.DateTimeParseException;

/** Finds wrong options before the first mail does. */
final class OptionChecks {
    private OptionChecks() {}

    static void check(BridgeOptions options) {
        require(
                !options.getAccounts().isBlank() || !options.getNumberDomain().isBlank(),
                "A mail bridge needs accounts (the subject is a command), numberDomain (the address is a number), or both");
        require(
                options.getNumberDomain().isBlank()
                        || !options.getAllowedSenders().isBlank(),
                "numberDomain needs allowedSenders: addresses and domains such as @example.org");
        require(
                options.getReplies() == Replies.none
                        || !(options.getSmtp().isBlank()
                                || options.getMailFrom().isBlank()),
                "replies=" + options.getReplies() + " needs smtp, an endpoint such as smtps://mail.example.org, and"
                        + " mailFrom, an address");
        require(options.getMaximumRecipients() >= 1, "maximumRecipients must be at least 1");
        require(options.getMaximumTries() >= 1, "maximumTries must be at least 1");
        require(options.getRepliesPerHour() >= 1, "repliesPerHour must be at least 1; no replies is replies=none");
        require(isPause(options.getRetryDelay()), "retryDelay is '" + options.getRetryDelay() + "'; right is PT1M");
    }

    private static boolean isPause(String written) {
        try {
            return !Duration.parse(written).isNegative();
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
