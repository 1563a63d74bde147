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
package io.massms.camel.component.options;

import io.massms.camel.spi.Account;
import io.massms.camel.spi.Channel;
import io.massms.camel.spi.Credential;
import java.util.regex.Pattern;

/** Checks the options of {@code channel=smtp}. Repeats none of their values: they are secrets. */
final class MailOptions {
    private static final Pattern MAIL_SERVER = Pattern.compile("smtps?:.+", Pattern.CASE_INSENSITIVE);
    private static final Pattern WORD = Pattern.compile("[!-~]+");

    private MailOptions() {}

    /**
     * Checks them where messages go by mail.
     *
     * @throws IllegalArgumentException says what was wrong and what would be right
     */
    static void check(SmsConfiguration options, Account account) {
        if (options.getChannel() != Channel.smtp) {
            return;
        }
        String endpoint = options.getMailEndpoint();
        if (endpoint == null || !MAIL_SERVER.matcher(endpoint.strip()).matches()) {
            throw new IllegalArgumentException(
                    "channel=smtp needs mailEndpoint, an smtp: or smtps: endpoint of"
                            + " camel-mail, such as RAW(smtps://mail.example.com?username=sms&password=secret&from=sms@example.com)");
        }
        checkWord("user", account.secret(Credential.user));
        checkWord("password", account.secret(Credential.password));
    }

    private static void checkWord(String option, String value) {
        if (!WORD.matcher(value).matches()) {
            throw new IllegalArgumentException(option + " has a space or a character beyond ASCII, which the subject"
                    + " of a mail cannot carry (channel=smtp); choose another at the provider, or another channel");
        }
    }
}
