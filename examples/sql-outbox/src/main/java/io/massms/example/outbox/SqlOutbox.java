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

import com.zaxxer.hikari.HikariDataSource;
import io.massms.camel.component.SmsConstants;
import io.massms.camel.model.SmsState;
import io.massms.simulator.Fault;
import io.massms.simulator.Simulator;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.dao.DataIntegrityViolationException;

/** Payments whose messages are sent once, whatever happens; with a provider in this process, and a process that dies. */
public final class SqlOutbox {
    private final PrintStream out;
    private final Simulator provider;
    private final Path file;

    private SqlOutbox(PrintStream out, Simulator provider, Path file) {
        this.out = out;
        this.provider = provider;
        this.file = file;
    }

    /**
     * Prints what happens.
     *
     * @param  arguments none
     * @throws Exception where something did not work
     */
    public static void main(String[] arguments) throws Exception {
        run(System.out);
    }

    static void run(PrintStream out) throws Exception {
        Path file = Files.createTempDirectory("sql-outbox").resolve("business");
        try (Simulator provider = Simulator.start()) {
            SqlOutbox example = new SqlOutbox(out, provider, file);
            example.bookThreePayments();
            example.dieAfterSending();
            example.startAgain();
        }
    }

    private void bookThreePayments() throws Exception {
        out.println("Three payments are booked, each in one transaction with its message; a fourth is refused:");
        try (HikariDataSource database = Database.open(file)) {
            Payments payments = new Payments(database);
            payments.book("3001234561", new BigDecimal("10.00"));
            payments.book("3001234562", new BigDecimal("20.00"));
            payments.book("12345", new BigDecimal("30.00"));
            try {
                payments.book("3001234563", new BigDecimal("-40.00"));
            } catch (DataIntegrityViolationException refused) {
                // its message is not in the table either
            }
            print(new Table(database).rows());
        }
    }

    private void dieAfterSending() throws Exception {
        out.println("The outbox runs, and its process dies when it has sent and not yet written back:");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        PowerCut.class.getName(),
                        file.toString(),
                        provider.baseUrl("natalia"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("The outbox sent nothing");
        }
        try (HikariDataSource database = Database.open(file)) {
            print(new Table(database).rows());
        }
    }

    private void startAgain() throws Exception {
        try (HikariDataSource database = Database.open(file);
                Outbox outbox = new Outbox(database)) {
            outbox.main().addOverrideProperty("camel.component.sms.base-url", provider.baseUrl("natalia"));
            Table table = new Table(database);
            Payments payments = new Payments(database);
            writeBackWhatWasSent(outbox, table);
            tryAgainWhatDidNotLeave(payments, table);
            leaveAloneWhatMayHaveLeft(payments, table);
            settle(outbox, table);
        }
    }

    private void writeBackWhatWasSent(Outbox outbox, Table table) throws Exception {
        out.println("It starts again, the claim of the dead process ends, and nothing is sent twice:");
        table.letTimePass();
        outbox.main().start();
        table.await("3001234562 SENT with id");
        print(table.rows());
    }

    private void tryAgainWhatDidNotLeave(Payments payments, Table table) throws Exception {
        out.println("The provider is under maintenance:");
        provider.maintenance("natalia", true);
        payments.book("3001234564", new BigDecimal("50.00"));
        await(table, "3001234564 NEW MAINTENANCE");
        out.println("It is back, and half a minute has passed:");
        provider.maintenance("natalia", false);
        table.letTimePass();
        await(table, "3001234564 SENT with id");
    }

    private void leaveAloneWhatMayHaveLeft(Payments payments, Table table) throws Exception {
        out.println("The provider takes a message, and the connection breaks before it says so:");
        provider.fault(Fault.acceptThenDrop().provider("natalia").first(1));
        payments.book("3001234565", new BigDecimal("60.00"));
        await(table, "3001234565 UNCERTAIN UNEXPECTED_RESPONSE");
        out.println("Somebody sets that row to NEW by hand; the message is not sent again:");
        table.setToNew("3001234565");
        await(table, "3001234565 UNCERTAIN UNEXPECTED_RESPONSE");
    }

    private void settle(Outbox outbox, Table table) throws Exception {
        out.println("Somebody calls the customer, who has it, and settles the row:");
        outbox.main().getCamelTemplate().request(OutboxRoutes.SETTLE, exchange -> {
            exchange.getMessage().setHeader(SmsConstants.CLIENT_ID, table.idOf("3001234565"));
            exchange.getMessage().setHeader(SmsConstants.STATE, SmsState.DELIVERED);
            exchange.getMessage().setBody("the customer has it");
        });
        await(table, "3001234565 SENT");
    }

    private void await(Table table, String row) throws InterruptedException {
        table.await(row);
        print(List.of(row));
    }

    private void print(List<String> rows) {
        rows.forEach(row -> out.println("   " + row));
        out.println("   handsets got " + provider.acceptedCount() + " messages");
    }
}
