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

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads each mail until it is settled: one that could not be read is read again as long as tries are left. */
final class MailIntake {
    private static final Logger LOG = LoggerFactory.getLogger(MailIntake.class);

    private final MailReader reader;
    private final MailLedger mails;
    private final MailTries tries;

    MailIntake(MailReader reader, MailLedger mails, MailTries tries) {
        this.reader = reader;
        this.mails = mails;
        this.tries = tries;
    }

    /**
     * What a mail asks for; empty where it is refused or was handled before.
     *
     * @throws MailNotYetHandledException where it is not yet time for another try, or it could not be read and is to be tried again
     */
    Optional<MailRequest> read(Message mail, MailHeaders headers, MailCase opened) {
        return isHandled(opened)
                ? Optional.empty()
                : request(mail, headers, opened).filter(request -> !isHandled(request, opened));
    }

    /** Empty if the mail is refused. An unexpected exception counts as a try too: else the mail would be read again for ever. */
    private Optional<MailRequest> request(Message mail, MailHeaders headers, MailCase opened) {
        try {
            return Optional.of(reader.read(mail, headers, opened.sender().address()));
        } catch (RefusedMailException e) {
            refuse(e, mail, opened);
        } catch (MessagingException | IOException | RuntimeException e) {
            refuse(unreadable(opened, e), mail, opened);
        }
        return Optional.empty();
    }

    private boolean isHandled(MailCase opened) {
        tries.checkDue(opened.mailId());
        if (mails.isSettled(opened.mailId())) {
            LOG.info("The mail {} was handled before: nothing is sent", opened.mailId());
            opened.markHandledBefore();
        }
        return opened.handledBefore();
    }

    /** Without a Message-ID the text is part of the id, which changes here; the tries counted for reading it are no longer needed. */
    private boolean isHandled(MailRequest request, MailCase opened) {
        String name = opened.ids().copy(request.text());
        if (name.equals(opened.mailId())) {
            return false;
        }
        tries.forget(opened.mailId());
        opened.rename(name);
        return isHandled(opened);
    }

    private void refuse(RefusedMailException why, Message mail, MailCase opened) {
        opened.rename(opened.ids()
                .refused(why.refusal(), MailReader.size(mail), opened.sender().address()));
        if (!isHandled(opened)) {
            opened.refuse(why);
        }
    }

    /** The refusal after the last try; before it, the mail is kept. */
    private RefusedMailException unreadable(MailCase opened, Exception cause) {
        int number = tries.count(opened.mailId());
        if (!tries.isLast(number)) {
            throw tries.notYetHandled(
                    opened.mailId(),
                    number,
                    null,
                    "it could not be read: " + cause.getClass().getSimpleName());
        }
        tries.forget(opened.mailId());
        return new RefusedMailException(Refusal.UNREADABLE, "The mail could not be read");
    }
}
