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

import io.massms.mail.state.StateDirectory;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.CamelContextHelper;

/**
 * Records which messages may have been sent, and which mails and messages are settled.
 *
 * <p>The key of a message is stored before the message is sent. So a mail that is read again, after a crash or a second
 * delivery, sends nothing that may have been sent already.
 */
final class MailLedger {
    /** The state of a message when it is claimed. */
    enum Entry {
        /** It was not known; now the caller has claimed it. */
        CLAIMED,
        /** It was claimed earlier and has no outcome, for example after a crash. */
        OPEN,
        /** Its outcome is stored. */
        SETTLED
    }

    /** Claims nobody renews become free after a time in it, and what a crash left open would be sent again. */
    private static final String FORGETFUL =
            "org.apache.camel.processor.idempotent.jdbc.JdbcOrphanLockAwareIdempotentRepository";

    private final IdempotentRepository repository;

    MailLedger(IdempotentRepository repository) {
        this.repository = repository;
    }

    /**
     * The ledger in the state directory ({@code file}), or in an IdempotentRepository of the registry, which is started as for Camel's EIP.
     *
     * @throws IllegalArgumentException where the repository forgets; says what would be right
     */
    static MailLedger of(CamelContext context, String name, String directory) throws Exception {
        if (name.equals("file")) {
            return new MailLedger(StateDirectory.of(context, directory).ledger());
        }
        IdempotentRepository repository = CamelContextHelper.mandatoryLookup(context, name, IdempotentRepository.class);
        refuseForgetful(repository, name);
        context.addService(repository, true, true);
        return new MailLedger(repository);
    }

    private static void refuseForgetful(IdempotentRepository repository, String name) {
        for (Class<?> type = repository.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getName().equals(FORGETFUL)) {
                throw new IllegalArgumentException(
                        "The ledger " + name
                                + " is a JdbcOrphanLockAwareIdempotentRepository, which forgets after its lockMaxAge which messages may have been"
                                + " sent: after a crash they would be sent again. Use JdbcMessageIdRepository, which forgets nothing");
            }
        }
    }

    /** Claims a message that is about to be sent. */
    Entry claim(String id) {
        if (isSettled(id)) {
            return Entry.SETTLED;
        }
        return repository.add(id) ? Entry.CLAIMED : Entry.OPEN;
    }

    /** The outcome is final. */
    void settle(String id) {
        repository.add(settled(id));
    }

    boolean isSettled(String id) {
        return repository.contains(settled(id));
    }

    /** The outcome is final, but reported only when those of the other recipients are final too. It is stored until then. */
    void settleUnreported(String id, RecipientOutcome.Kind kind) {
        repository.add(unreported(id, kind));
        settle(id);
    }

    /** The outcome of a settled message that was not reported; empty if it was, or if none was stored. */
    Optional<RecipientOutcome.Kind> unreported(String id) {
        return Stream.of(RecipientOutcome.Kind.values())
                .filter(kind -> repository.contains(unreported(id, kind)))
                .findFirst();
    }

    /** Removes the outcome, so that no other copy of the mail reports it again. */
    void markReported(String id) {
        for (RecipientOutcome.Kind kind : RecipientOutcome.Kind.values()) {
            repository.remove(unreported(id, kind));
        }
    }

    /** It certainly was not sent and may be tried again. */
    void release(String id) {
        repository.remove(id);
    }

    /** Counts one more try of a mail, up to the given maximum. */
    int countTry(String mailId, int most) {
        int number = 1;
        while (number < most && !repository.add(tried(mailId, number))) {
            number++;
        }
        return number;
    }

    /** Records a first try that is also the last one: the mail is read again if the ledger fails before it is settled. */
    void noteTry(String mailId) {
        repository.add(tried(mailId, 1));
    }

    /** Whether tries of a mail are counted. */
    boolean wasTried(String mailId) {
        return repository.contains(tried(mailId, 1));
    }

    /** Forgets the tries of a mail that is settled. */
    void forgetTries(String mailId, int most) {
        int number = 1;
        while (repository.remove(tried(mailId, number)) && number < most) {
            number++;
        }
    }

    private static String settled(String id) {
        return id + ".settled";
    }

    private static String unreported(String id, RecipientOutcome.Kind kind) {
        return id + ".untold." + kind;
    }

    private static String tried(String id, int number) {
        return id + ".try" + number;
    }
}
