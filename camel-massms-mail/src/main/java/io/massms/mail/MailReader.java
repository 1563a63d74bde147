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

import io.massms.mail.body.MailText;
import io.massms.mail.body.UnreadableBodyException;
import jakarta.mail.FetchProfile;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.util.List;

/** Decides whether a mail may become messages, and which. */
final class MailReader {
    private static final String[] RECIPIENTS = {"To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To"};

    private final BridgeAccounts accounts;
    private final MailRecipients recipients;
    private final AllowedSenders allowed;
    private final AuthenticationResults authentication;
    private final MailText texts;
    private final List<InternetAddress> own;
    private final int mostRecipients;
    private final int mostBytes;

    MailReader(BridgeOptions options, BridgeAccounts accounts, MailRecipients recipients) {
        this.accounts = accounts;
        this.recipients = recipients;
        allowed = new AllowedSenders(options.getAllowedSenders());
        authentication = new AuthenticationResults(options.getAuthenticationResults());
        texts = new MailText(options.isKeepQuotes());
        own = MailHeaders.parsed(options.getMailFrom());
        mostRecipients = options.getMaximumRecipients();
        mostBytes = options.getMaximumMailSize();
    }

    /**
     * Reads a mail.
     *
     * @param  sender its only From address, or null
     * @throws RefusedMailException where it must not become a message
     * @throws MessagingException   where the mailbox failed, or the mail is broken
     * @throws IOException          likewise
     */
    MailRequest read(Message mail, MailHeaders headers, String sender) throws MessagingException, IOException {
        if (new AutomaticMail(headers).isAnswer()) {
            throw new RefusedMailException(Refusal.AUTOMATIC, "The mail is an automatic answer, a bounce or our own");
        }
        List<String> numbers = recipients.numbers(headers.recipients(RECIPIENTS));
        if (numbers.isEmpty() && !accounts.isEmpty()) {
            return command(mail, headers);
        }
        checkSender(headers, sender);
        headers.checkLengths(RECIPIENTS);
        if (numbers.isEmpty()) {
            throw new RefusedMailException(
                    Refusal.NO_NUMBER, "No address of the mail is a number; right is a number before the @");
        }
        return addressed(mail, headers, numbers);
    }

    /** In bytes; -1 where the mailbox does not tell. */
    static int size(Message mail) {
        try {
            fetchSize(mail);
            return mail.getSize();
        } catch (MessagingException e) {
            return -1;
        }
    }

    private MailRequest command(Message mail, MailHeaders headers) throws MessagingException {
        SubjectCommand command = SubjectCommand.parse(headers.text("Subject"));
        if (!accounts.authenticates(command.user(), command.password())) {
            throw new RefusedMailException(Refusal.WRONG_CREDENTIALS, "User or password is wrong");
        }
        checkSize(mail);
        return new MailRequest(List.of(command.number()), List.of(), command.text());
    }

    private void checkSender(MailHeaders headers, String sender) throws MessagingException {
        if (!allowed.allow(sender) || !authentication.confirm(headers, sender)) {
            throw new RefusedMailException(
                    Refusal.SENDER_NOT_ALLOWED, "The sender is not allowed, or the mail server did not confirm it");
        }
    }

    private MailRequest addressed(Message mail, MailHeaders headers, List<String> numbers)
            throws MessagingException, IOException {
        if (numbers.size() > mostRecipients) {
            throw new RefusedMailException(
                    Refusal.TOO_MANY_RECIPIENTS,
                    "The mail has " + numbers.size() + " recipients; right is at most " + mostRecipients);
        }
        checkSize(mail);
        String text = text(mail);
        if (text.isEmpty()) {
            throw new RefusedMailException(
                    Refusal.NO_TEXT, "The mail has no text; right is a body of plain text or HTML");
        }
        return new MailRequest(numbers, mistyped(headers), text);
    }

    /** No more than a mail may have recipients: its sender is told of each. */
    private List<String> mistyped(MailHeaders headers) throws MessagingException {
        return recipients.mistyped(headers.recipients("To", "Cc")).stream()
                .filter(address -> own.stream().map(InternetAddress::getAddress).noneMatch(address::equalsIgnoreCase))
                .limit(mostRecipients)
                .toList();
    }

    private void checkSize(Message mail) throws MessagingException {
        fetchSize(mail);
        if (mail.getSize() > mostBytes) {
            throw new RefusedMailException(
                    Refusal.TOO_LARGE, "The mail has " + mail.getSize() + " bytes; right is at most " + mostBytes);
        }
    }

    /** Else an IMAP server would be asked for the envelope too, and not every one can make that of headers that it cannot read. */
    private static void fetchSize(Message mail) throws MessagingException {
        FetchProfile size = new FetchProfile();
        size.add(FetchProfile.Item.SIZE);
        mail.getFolder().fetch(new Message[] {mail}, size);
    }

    private String text(Message mail) throws MessagingException, IOException {
        try {
            return texts.of(mail);
        } catch (UnreadableBodyException e) {
            throw new RefusedMailException(
                    Refusal.UNREADABLE,
                    "The mail cannot be read: " + e.getMessage() + "; right is plain text or HTML in MIME");
        }
    }
}
