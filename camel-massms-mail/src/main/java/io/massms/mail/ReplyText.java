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

/** The text of a reply; it quotes neither its subject nor its text, which may hold a password. */
final class ReplyText {
    private ReplyText() {}

    static String subject(MailCase mail) {
        return mail.failed() ? "SMS not sent" : "SMS sent";
    }

    static String of(MailCase mail) {
        StringBuilder text = new StringBuilder();
        mail.refusal()
                .ifPresent(refusal -> text.append("Your mail was not sent as SMS.\n")
                        .append(refusal.getMessage())
                        .append(".\n"));
        mail.recipientOutcomes().forEach(outcome -> text.append(line(outcome)).append('\n'));
        return text.toString();
    }

    private static String line(RecipientOutcome outcome) {
        String recipient = oneLine(outcome.number());
        return switch (outcome.kind()) {
            case SENT -> recipient + ": sent";
            case NOT_SENT -> recipient + ": not sent: " + oneLine(outcome.why());
            case UNKNOWN ->
                recipient + ": it may or may not have been sent, and will not be sent again: " + oneLine(outcome.why());
        };
    }

    /** Neither a provider's text nor an address may add lines to the reply. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}
