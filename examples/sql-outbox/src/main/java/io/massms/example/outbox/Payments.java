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
package io.massms.example.outbox;

import java.math.BigDecimal;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The business. It sends nothing: it stores a payment and its message in one transaction, so that there are both or neither. */
final class Payments {
    private final JdbcTemplate database;
    private final TransactionTemplate transaction;

    Payments(DataSource database) {
        this.database = new JdbcTemplate(database);
        transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    }

    /**
     * Books a payment.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException where the amount is not positive; then nothing is stored
     */
    void book(String phone, BigDecimal amount) {
        transaction.executeWithoutResult(status -> {
            String text = "Recibimos su pago de $" + amount;
            database.update("INSERT INTO outbox (phone, text) VALUES (?, ?)", phone, text);
            database.update("INSERT INTO payment (amount) VALUES (?)", amount);
        });
    }
}
