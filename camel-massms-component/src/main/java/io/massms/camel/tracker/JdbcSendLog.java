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
package io.massms.camel.tracker;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

/** Stores a group of intents and outcomes in one transaction, then looks for reports that were faster than the outcomes. */
final class JdbcSendLog implements GroupCommitWriter.GroupStore {
    private final Database database;
    private final JdbcSubmissions submissions;
    private final JdbcOrphans orphans;
    private final Consumer<List<UUID>> settled;

    JdbcSendLog(Database database, JdbcSubmissions submissions, JdbcOrphans orphans, Consumer<List<UUID>> settled) {
        this.database = database;
        this.submissions = submissions;
        this.orphans = orphans;
        this.settled = settled;
    }

    @Override
    public Runnable store(List<Write> group) throws SQLException {
        List<Intent> intents = new ArrayList<>();
        List<Settlement> settlements = new ArrayList<>();
        for (Write write : group) {
            if (write instanceof Write.Begin begin) {
                intents.addAll(begin.intents());
            } else if (write instanceof Write.Complete complete) {
                settlements.addAll(complete.settlements());
            }
        }
        List<Admission> admissions = database.plainTransaction(connection -> {
            List<Admission> admitted = store(connection, settlements, intents);
            group.forEach(JdbcSendLog::isCommittedNext);
            return admitted;
        });
        return () -> admit(group, admissions);
    }

    private static void isCommittedNext(Write write) {
        if (write instanceof Write.Begin begin) {
            begin.maybeStored().set(true);
        }
    }

    /** Outcomes go first: the keys that they give free can be taken by the intents behind them. */
    private List<Admission> store(Connection connection, List<Settlement> settlements, List<Intent> intents)
            throws SQLException {
        if (!settlements.isEmpty()) {
            submissions.complete(connection, settlements);
        }
        return intents.isEmpty() ? List.of() : submissions.begin(connection, intents);
    }

    private static void admit(List<Write> group, List<Admission> admissions) {
        int next = 0;
        for (Write write : group) {
            if (write instanceof Write.Begin begin) {
                begin.done().complete(List.copyOf(admissions.subList(next, next += begin.rows())));
            }
        }
    }

    /** Looks for the outcomes' reports once they are committed: before, the other side cannot find them. */
    @Override
    public Runnable follow(List<Write.Complete> outcomes) throws SQLException {
        List<Settlement> settlements =
                outcomes.stream().flatMap(each -> each.settlements().stream()).toList();
        adoptOrphans(settlements);
        return () -> {
            outcomes.forEach(each -> each.done().complete(null));
            settled.accept(settlements.stream().map(Settlement::id).toList());
        };
    }

    private void adoptOrphans(List<Settlement> settlements) throws SQLException {
        List<String> providerIds = settlements.stream()
                .map(settlement -> settlement.verdict().messageId())
                .filter(Objects::nonNull)
                .toList();
        if (providerIds.isEmpty()) {
            return;
        }
        List<StatusReport> waiting = database.query(connection -> orphans.find(connection, providerIds));
        if (!waiting.isEmpty()) {
            database.transaction(connection -> orphans.adopt(connection, waiting));
        }
    }
}
