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

import static io.massms.camel.tracker.Samples.keyed;
import static io.massms.camel.tracker.Samples.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.massms.camel.jdbc.PostgresExtension;
import io.massms.camel.optout.JdbcOptOutRepository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.ds.PGSimpleDataSource;

/** What the tables lack, or the database's user may not do, is reported at the start and not at the first message. */
@ExtendWith(PostgresExtension.class)
class SchemaStartupCheckTest {
    private final PGSimpleDataSource owner;
    private final PGSimpleDataSource app = new PGSimpleDataSource();

    SchemaStartupCheckTest(DataSource owner) {
        this.owner = (PGSimpleDataSource) owner;
    }

    @BeforeEach
    void makeAUserWithoutTheRightToCreate() throws SQLException {
        app.setUrl(owner.getUrl());
        app.setUser("app");
        asOwner("REVOKE CREATE ON SCHEMA public FROM public", "CREATE ROLE app LOGIN");
    }

    @AfterEach
    void forgetTheUser() throws SQLException {
        asOwner("DROP OWNED BY app", "DROP ROLE app");
    }

    @Test
    void aSchemaOfAnEarlierVersionIsRefusedAtTheStart() throws Exception {
        asOwner(migration("V1__sms_tracker.sql"));
        refused(owner).withMessageContainingAll("sms_message", "channel", "createSchema(true)", "V3__sms_channel.sql");
        asOwner(migration("V3__sms_channel.sql"));
        assertThatCode(() -> start(owner, false)).doesNotThrowAnyException();
    }

    @Test
    void rightsOnSomeTablesAreRefusedAtTheStart() throws SQLException {
        SmsSchema.create(owner);
        asOwner("GRANT SELECT, INSERT, UPDATE, DELETE ON sms_owner, sms_orphan_report TO app");
        refused(app).withMessageContaining("GRANT SELECT, INSERT, UPDATE, DELETE ON sms_message");
        asOwner("GRANT SELECT, INSERT, UPDATE ON sms_message TO app");
        refused(app).withMessageContaining("GRANT SELECT, INSERT, UPDATE, DELETE ON sms_message");
        asOwner("GRANT DELETE ON sms_message TO app");
        assertThatCode(() -> start(app, false)).doesNotThrowAnyException();
    }

    @Test
    void aUserWithoutDdlRightsMayUseTablesThatAreThere() throws SQLException {
        SmsSchema.create(owner);
        asOwner("GRANT SELECT, INSERT, UPDATE, DELETE ON sms_message, sms_owner, sms_orphan_report TO app");
        try (SmsTracker tracker = JdbcTracker.builder(app).createSchema(true).build()) {
            assertThat(sent(tracker, keyed("573001234567", "order-1"), "m1", null))
                    .isNotNull();
        }
        asOwner("GRANT SELECT, INSERT, DELETE ON sms_opt_out TO app");
        assertThat(new JdbcOptOutRepository(app, true).contains("+573001234567"))
                .isFalse();
    }

    @Test
    void aUserWithoutDdlRightsIsRefusedSayingWhoCreatesTheTables() {
        assertThatExceptionOfType(TrackerException.class)
                .isThrownBy(() -> start(app, true))
                .withMessageContainingAll("administrator", "createSchema(false)", "META-INF/massms/db/postgresql");
    }

    @Test
    void anOptOutRepositoryWithoutItsTableIsRefusedAtTheStart() {
        assertThatExceptionOfType(TrackerException.class)
                .isThrownBy(() -> new JdbcOptOutRepository(owner, false))
                .withMessageContainingAll("sms_opt_out", "createSchema(true)", "V2__sms_opt_out.sql");
    }

    private static ThrowableAssertAlternative<TrackerException> refused(DataSource dataSource) {
        return assertThatExceptionOfType(TrackerException.class).isThrownBy(() -> start(dataSource, false));
    }

    private static void start(DataSource dataSource, boolean create) {
        JdbcTracker.builder(dataSource).createSchema(create).build().close();
    }

    private static String migration(String name) throws IOException {
        return new String(
                JdbcTracker.class
                        .getResourceAsStream("/META-INF/massms/db/postgresql/" + name)
                        .readAllBytes(),
                StandardCharsets.UTF_8);
    }

    private void asOwner(String... commands) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }
}
