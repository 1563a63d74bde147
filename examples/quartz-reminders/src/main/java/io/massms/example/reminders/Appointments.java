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
package io.massms.example.reminders;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.h2.tools.RunScript;

/** The table of the example, made and filled. */
final class Appointments {
    private final DataSource database;

    private Appointments(DataSource database) {
        this.database = database;
    }

    static Appointments create(DataSource database) throws SQLException, IOException {
        try (Connection connection = database.getConnection();
                InputStreamReader script = new InputStreamReader(
                        Appointments.class.getResourceAsStream("/appointments.sql"), StandardCharsets.UTF_8)) {
            RunScript.execute(connection, script);
        }
        return new Appointments(database);
    }

    void add(String id, String patient, String phone, LocalDate date, LocalTime time) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into appointment (id, patient, phone, visit_date, visit_time) values (?, ?, ?, ?, ?)")) {
            insert.setString(1, id);
            insert.setString(2, patient);
            insert.setString(3, phone);
            insert.setObject(4, date);
            insert.setObject(5, time);
            insert.execute();
        }
    }

    /** A line for each: who, and what became of the reminder. */
    List<String> lines() throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select id, patient, reminder, coalesce(' ' || reason, '') as reason from appointment order by id");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                lines.add(rows.getString("id") + " " + rows.getString("patient") + ": " + rows.getString("reminder")
                        + rows.getString("reason"));
            }
        }
        return lines;
    }
}
