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
package io.massms.mail.state;

import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.service.ServiceSupport;

/** An idempotent repository in a journal. */
final class JournalLedger extends ServiceSupport implements IdempotentRepository {
    private static final String PRESENT = "";

    private final Journal journal;

    JournalLedger(Journal journal) {
        this.journal = journal;
    }

    @Override
    public boolean add(String key) {
        return journal.add(key, PRESENT);
    }

    @Override
    public boolean contains(String key) {
        return journal.get(key) != null;
    }

    @Override
    public boolean remove(String key) {
        return journal.remove(key);
    }

    /** Keys count from the moment they are added: nothing is left to confirm. */
    @Override
    public boolean confirm(String key) {
        return contains(key);
    }

    @Override
    public void clear() {
        throw new UnsupportedOperationException(
                "What may have been sent is not forgotten while the bridge runs; delete its directory instead");
    }
}
