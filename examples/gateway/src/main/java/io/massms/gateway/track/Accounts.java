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

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Through which accounts the gateway has sent. A tracker knows messages by their account, and who corrects an account's user or URL has
 * another one from then on: what went through the earlier one has still to be found and settled. What was simulated is kept apart.
 */
final class Accounts {
    private final DataSource database;
    private volatile List<String> known = List.of();

    private Accounts(DataSource database) {
        this.database = database;
    }

    static Accounts in(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists gateway_account (account varchar(200) primary key,"
                    + " provider varchar(100) not null)");
        }
        return new Accounts(database);
    }

    /** All of the provider that sends now; none before one does. */
    List<String> known() {
        return known;
    }

    /** Notes through which account the gateway sends from now on. The simulator's is another each time, and is kept nowhere. */
    void note(String account, String provider, boolean simulated) throws SQLException {
        if (simulated) {
            known = List.of(account);
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement merge = connection.prepareStatement("merge into gateway_account values (?, ?)");
                PreparedStatement select =
                        connection.prepareStatement("select account from gateway_account where provider = ?")) {
            merge.setString(1, account);
            merge.setString(2, provider);
            merge.executeUpdate();
            select.setString(1, provider);
            List<String> accounts = new ArrayList<>();
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    accounts.add(found.getString(1));
                }
            }
            known = List.copyOf(accounts);
        }
    }
}
