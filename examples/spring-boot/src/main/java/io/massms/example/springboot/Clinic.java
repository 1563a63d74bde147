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
package io.massms.example.springboot;

import io.massms.simulator.Simulator;
import java.io.PrintStream;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A clinic's application that reminds its patients, is restarted, and reminds them again; the provider is simulated. */
public final class Clinic {
    private static final List<Appointment> APPOINTMENTS = List.of(
            new Appointment("cita-4711", "Ana", "300 123 4567", "hoy a las 3"),
            new Appointment("cita-4712", "Luis", "601 234 5678", "hoy a las 4"));

    private Clinic() {}

    /**
     * Prints what happens.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        run(System.out);
    }

    static void run(PrintStream out) {
        try (Simulator provider = Simulator.start()) {
            out.println("The application starts, and reminds two patients; one gave the number of a fixed line:");
            remind(out, provider);
            out.println("It was restarted, and nobody remembers who was reminded:");
            remind(out, provider);
        }
    }

    private static void remind(PrintStream out, Simulator provider) {
        String address = "--camel.component.sms.base-url=" + provider.baseUrl("linktosms");
        try (ConfigurableApplicationContext application =
                new SpringApplicationBuilder(ClinicApplication.class).run(address)) {
            Reminders reminders = application.getBean(Reminders.class);
            APPOINTMENTS.forEach(
                    appointment -> out.println("   " + appointment.patient() + ": " + reminders.remind(appointment)));
        }
        out.println("   handsets got " + provider.messages().size() + " message");
    }
}
