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

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MailRecipientsTest {
    private final MailRecipients recipients = new MailRecipients("sms.example.org", new RecipientNumbers("AR"));

    @Test
    void numbersAreThoseOfTheBridgesDomainOnly() {
        assertThat(recipients.numbers(
                        List.of("573001234567@sms.example.org", "573001234568@example.org", "ana@sms.example.org")))
                .containsExactly("573001234567");
    }

    @Test
    void aNumberWithPlusSignIsTheSameAsWithout() {
        assertThat(recipients.numbers(List.of("+573001234567@SMS.example.org", "573001234567@sms.example.org")))
                .containsExactly("+573001234567");
    }

    @Test
    void aNumberIsTheSameInEverySpelling() {
        assertThat(recipients.numbers(List.of(
                        "1155556666@sms.example.org",
                        "541155556666@sms.example.org",
                        "+5491155556666@sms.example.org",
                        "00541155556666@sms.example.org",
                        "01155556666@sms.example.org",
                        "1155557777@sms.example.org")))
                .containsExactly("1155556666", "1155557777");
    }

    @Test
    void ofANumberThatCannotBeReadOnlyThePlusSignDoesNotCount() {
        assertThat(recipients.numbers(
                        List.of("123456@sms.example.org", "+123456@sms.example.org", "0123456@sms.example.org")))
                .containsExactly("123456", "0123456");
    }

    @Test
    void withoutACountryOneWithoutCountryCodeIsAnother() {
        MailRecipients anywhere = new MailRecipients("sms.example.org", new RecipientNumbers(null));

        assertThat(anywhere.numbers(List.of(
                        "3001234567@sms.example.org",
                        "573001234567@sms.example.org",
                        "00573001234567@sms.example.org")))
                .containsExactly("3001234567", "573001234567");
    }

    @Test
    void withoutADomainNoAddressIsANumber() {
        assertThat(new MailRecipients("", new RecipientNumbers(null))
                        .numbers(List.of("573001234567@", "573001234567@sms.example.org")))
                .isEmpty();
    }

    @Test
    void whatHasTheDigitsOfANumberIsMistyped() {
        assertThat(recipients.mistyped(List.of(
                        "54-11-5555-7777@sms.example.org",
                        "573001234567@sms.example.org",
                        "54-11-5555-7777@example.org",
                        "sms2@sms.example.org",
                        "sms.example.org",
                        "@sms.example.org")))
                .containsExactly("54-11-5555-7777@sms.example.org");
    }
}
