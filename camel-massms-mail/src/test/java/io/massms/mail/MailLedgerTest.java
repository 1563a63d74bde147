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

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.processor.idempotent.jdbc.JdbcOrphanLockAwareIdempotentRepository;
import org.apache.camel.spi.IdempotentRepository;
import org.junit.jupiter.api.Test;

/** A repository of the user's must keep what may have been sent. */
class MailLedgerTest {
    @Test
    void aRepositoryWhoseClaimsFadeIsRefused() {
        refused(new JdbcOrphanLockAwareIdempotentRepository());
        refused(new JdbcOrphanLockAwareIdempotentRepository() {});
    }

    private static void refused(IdempotentRepository repository) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger(repository))
                .withMessageContainingAll("claims", "JdbcMessageIdRepository", "lockMaxAge");
    }

    private static MailLedger ledger(IdempotentRepository repository) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            context.getRegistry().bind("claims", repository);
            return MailLedger.of(context, "claims", "unused");
        }
    }
}
