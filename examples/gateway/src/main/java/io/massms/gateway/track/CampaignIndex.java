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
package io.massms.gateway.track;

import io.massms.camel.model.SmsReceipt;
import io.massms.camel.model.SmsStatus;
import io.massms.camel.tracker.Fingerprint;
import io.massms.gateway.setup.WorkingDirectory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which row of which campaign a message comes from: reports have the provider's id, or where that gives none, or gave none yet, the
 * reference and the recipient.
 */
public final class CampaignIndex {
    private static final Logger LOG = LoggerFactory.getLogger(CampaignIndex.class);

    /** Rows count from 1. */
    private static final long NO_ROW = 0;

    private static final String ADD = "merge into gateway_message values (?, ?, ?, ?)";

    /** Not an insert behind "where not exists": in a batch H2 does not look again for an id that it has just put in. */
    private static final String ADD_NEW =
            "merge into gateway_message using (select cast(?1 as varchar(200)) as id) as sent on message_id = sent.id"
                    + " when not matched then insert values (?1, ?2, ?3, ?4)";

    private static final String FORGET = "delete from gateway_message where created < ?";

    private final DataSource dataSource;
    private final Duration retention;
    private final boolean idempotent;
    private final Unnoted unnoted = new Unnoted();

    /**
     * Where a message comes from.
     *
     * @param campaign the name of the campaign
     * @param row      the number of its row
     */
    public record Origin(String campaign, long row) {
        static final Origin NONE = new Origin(WorkingDirectory.NO_CAMPAIGN, NO_ROW);

        boolean isCampaign() {
            return row != NO_ROW;
        }
    }

    /**
     * A message that a provider took.
     *
     * @param messageId the provider's id, or what stands in its place
     * @param row       the number of its row
     * @param due       when it is to be delivered; null for at once
     */
    public record Sent(String messageId, long row, Instant due) {
        /** A message without an id: others may have its reference, but not to the same recipient. */
        public static Sent withoutId(String clientId, String to, long row, Instant due) {
            return new Sent(inPlaceOfId(clientId, to), row, due);
        }

        /** From when on it grows old: reports on a message come after it is delivered. */
        private Instant begins(Instant now) {
            return due == null || due.isBefore(now) ? now : due;
        }
    }

    /**
     * That of a database.
     *
     * @param retention  after what time it is forgotten where a message comes from
     * @param idempotent whether a message whose reference went before is answered with the id that it got then, and not sent again
     */
    CampaignIndex(DataSource dataSource, Duration retention, boolean idempotent) {
        this.dataSource = dataSource;
        this.retention = retention;
        this.idempotent = idempotent;
    }

    void create() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists gateway_message (message_id varchar(200) primary key,"
                    + " campaign varchar(300) not null, row_number bigint not null, created timestamp not null)");
            statement.execute("create index if not exists gateway_message_created on gateway_message (created)");
            forgetOld(connection, Instant.now());
        }
    }

    /** Messages leave that are noted at the {@link #end}; reports on them wait for that. */
    public void begin() {
        unnoted.begin();
    }

    /** What left since the {@link #begin} is noted, or will never be. */
    public void end() {
        unnoted.end();
    }

    /** What is not yet noted. */
    Unnoted unnoted() {
        return unnoted;
    }

    /**
     * Notes where messages come from, and forgets it of old ones, because a gateway may run for a year. An id that a provider uses again
     * belongs to the later message, unless the send was idempotent: then it is the same message, and stays where it came from first.
     */
    public void add(String campaign, List<Sent> messages) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(idempotent ? ADD_NEW : ADD)) {
            connection.setAutoCommit(false);
            Instant now = Instant.now();
            for (Sent message : messages) {
                insert.setString(1, message.messageId());
                insert.setString(2, campaign);
                insert.setLong(3, message.row());
                insert.setTimestamp(4, Timestamp.from(message.begins(now)));
                insert.addBatch();
            }
            insert.executeBatch();
            forgetOld(connection, now);
            connection.commit();
        }
    }

    /**
     * Notes that messages come from no campaign, by their ids: a row may have the reference of one of them, and the same recipient.
     * Where that fails their reports may stand beside the results of such a row.
     */
    public void addOthers(List<SmsReceipt> receipts) {
        List<Sent> messages = receipts.stream()
                .filter(receipt -> receipt.messageId() != null)
                .map(receipt -> new Sent(receipt.messageId(), NO_ROW, null))
                .toList();
        if (messages.isEmpty()) {
            return;
        }
        try {
            add(WorkingDirectory.NO_CAMPAIGN, messages);
        } catch (SQLException e) {
            LOG.warn("It is not noted that {} messages come from no campaign", messages.size(), e);
        }
    }

    /** Whether the id of its message is noted, so that nothing more is to be learnt of where it comes from. */
    boolean hasIdOf(SmsStatus report) throws SQLException {
        return findById(report).isPresent();
    }

    /** Empty where it comes from no campaign. */
    Optional<Origin> find(SmsStatus report) throws SQLException {
        Optional<Origin> byId = findById(report);
        return byId.isPresent() || report.clientId() == null ? byId : find(inPlaceOfId(report.clientId(), report.to()));
    }

    private Optional<Origin> findById(SmsStatus report) throws SQLException {
        return report.messageId() == null ? Optional.empty() : find(report.messageId());
    }

    /** A reference may be longer than an id. */
    private static String inPlaceOfId(String clientId, String to) {
        return Fingerprint.ofText(to + " " + clientId).toString();
    }

    private Optional<Origin> find(String messageId) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select campaign, row_number from gateway_message where message_id = ?")) {
            select.setString(1, messageId);
            try (ResultSet found = select.executeQuery()) {
                return found.next() ? Optional.of(new Origin(found.getString(1), found.getLong(2))) : Optional.empty();
            }
        }
    }

    private void forgetOld(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(FORGET)) {
            delete.setTimestamp(1, Timestamp.from(now.minus(retention)));
            delete.executeUpdate();
        }
    }
}
