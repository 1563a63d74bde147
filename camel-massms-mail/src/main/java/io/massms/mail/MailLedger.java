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
 * Remembers what may have left, before it leaves, and what was settled afterwards.
 *
 * <p>A key that is there before its message goes out makes a second reading of the mail, after a crash or a second
 * delivery, send nothing that may have gone out.
 */
final class MailLedger {
    /** What is known of a mail or message. */
    enum Entry {
        /** Nothing: now it is claimed by the caller. */
        CLAIMED,
        /** Claimed earlier, and nobody wrote down how it ended. */
        OPEN,
        /** Its outcome was written down. */
        SETTLED
    }

    private final IdempotentRepository repository;

    MailLedger(IdempotentRepository repository) {
        this.repository = repository;
    }

    /** The store of a name: {@code file}, or an IdempotentRepository in the registry, which is started as Camel's own EIP does it. */
    static MailLedger of(CamelContext context, String name, String directory) throws Exception {
        if (name.equals("file")) {
            return new MailLedger(StateDirectory.of(context, directory).ledger());
        }
        IdempotentRepository repository = CamelContextHelper.mandatoryLookup(context, name, IdempotentRepository.class);
        context.addService(repository, true, true);
        return new MailLedger(repository);
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

    /** The outcome is final, and told when that of the other recipients is: until then it stays known which one it is. */
    void settleUnreported(String id, RecipientOutcome.Kind kind) {
        repository.add(unreported(id, kind));
        settle(id);
    }

    /** The outcome of what is settled; empty where it was told, or where that was not worth a note. */
    Optional<RecipientOutcome.Kind> unreported(String id) {
        return Stream.of(RecipientOutcome.Kind.values())
                .filter(kind -> repository.contains(unreported(id, kind)))
                .findFirst();
    }

    /** No other copy of the mail tells it again. */
    void markReported(String id) {
        for (RecipientOutcome.Kind kind : RecipientOutcome.Kind.values()) {
            repository.remove(unreported(id, kind));
        }
    }

    /** It surely did not leave and may be tried again. */
    void release(String id) {
        repository.remove(id);
    }

    /** Counts one more try of a mail; stops counting at the most. */
    int countTry(String mailId, int most) {
        int number = 1;
        while (number < most && !repository.add(tried(mailId, number))) {
            number++;
        }
        return number;
    }

    /** Notes a mail's first try as one that may be read again, though it is the last. */
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
