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

import io.massms.camel.tracker.JdbcTracker;
import io.massms.simulator.Fault;
import io.massms.simulator.SimulatedMessage;
import io.massms.simulator.Simulator;
import java.io.PrintStream;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.main.Main;
import org.h2.jdbcx.JdbcConnectionPool;

/** Reminds patients of the appointments of tomorrow; with a table and a provider in this process. */
public final class QuartzReminders {
    private final PrintStream out;
    private final DataSource database;
    private final Simulator provider;
    private final JdbcTracker tracker;
    private final ZoneId zone = whereItIsNoon();

    private QuartzReminders(PrintStream out, DataSource database, Simulator provider, JdbcTracker tracker) {
        this.out = out;
        this.database = database;
        this.provider = provider;
        this.tracker = tracker;
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
        JdbcConnectionPool database = JdbcConnectionPool.create("jdbc:h2:mem:reminders;DB_CLOSE_DELAY=-1", "", "");
        try (Simulator provider = Simulator.start();
                JdbcTracker tracker =
                        JdbcTracker.builder(database).createSchema(true).build()) {
            new QuartzReminders(out, database, provider, tracker).run();
        } finally {
            database.dispose();
        }
    }

    private void run() throws Exception {
        Appointments appointments = Appointments.create(database);
        LocalDate tomorrow = LocalDate.now(zone).plusDays(1);
        appointments.add("1", "Ana", "3001234561", tomorrow, LocalTime.of(15, 0));
        appointments.add("2", "Luis", "3001234562", tomorrow, LocalTime.of(15, 30));
        appointments.add("3", "Eva", "12345", tomorrow, LocalTime.of(16, 0));
        appointments.add("4", "Juan", "3001234564", tomorrow, LocalTime.of(16, 30));
        appointments.add("5", "Rosa", "3001234565", tomorrow.plusDays(2), LocalTime.of(9, 0));

        out.println("It is noon, and reminders may go from 18:00 to 20:00:");
        fire(1, "18:00-20:00");

        out.println("Reminders may go from 8:00 to 20:00; the connection breaks after the provider took Juan's:");
        provider.fault(Fault.acceptThenDrop()
                .operation("send")
                .recipient("573001234564")
                .first(1));
        fire(1, "08:00-20:00");

        out.println("The schedule fires three times more:");
        fire(3, "08:00-20:00");

        out.println("The appointments:");
        appointments.lines().forEach(line -> out.println("   " + line));
    }

    /** Starts the application, lets the schedule fire and stops it. */
    private void fire(int times, String hours) throws Exception {
        int before = provider.messages().size();
        Main main = new Main();
        main.bind("dataSource", database);
        main.bind("tracker", tracker);
        main.addOverrideProperty("camel.component.sms.base-url", provider.baseUrl("linktosms"));
        main.addOverrideProperty("clinic.zone", zone.getId());
        main.addOverrideProperty("reminders.hours", hours);
        main.addOverrideProperty("reminders.cron", "* * * * * ?");
        main.start();
        try {
            QuartzComponent quartz = main.getCamelContext().getComponent("quartz", QuartzComponent.class);
            Runs.await(quartz.getScheduler(), times);
        } finally {
            main.stop();
        }
        List<SimulatedMessage> messages = provider.messages();
        print(messages.subList(before, messages.size()));
    }

    private void print(List<SimulatedMessage> reminders) {
        if (reminders.isEmpty()) {
            out.println("   nobody reads anything");
        }
        reminders.forEach(reminder -> out.println("   " + reminder.to() + " reads: " + reminder.text()));
    }

    /** The example runs at any time of the day: its clinic is where it is noon now. */
    private static ZoneId whereItIsNoon() {
        int offset = 12 - ZonedDateTime.now(ZoneOffset.UTC).getHour();
        // in these names, west is plus
        return ZoneId.of("Etc/GMT" + (offset > 0 ? "-" : "+") + Math.abs(offset));
    }
}
