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
package io.massms.example.twoway;

import io.massms.camel.component.SmsConstants;
import io.massms.simulator.Fault;
import io.massms.simulator.SimulatedMessage;
import io.massms.simulator.Simulator;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.camel.main.Main;

/** Asks four patients whether they come, and answers what they reply; with a provider in this process. */
public final class TwoWay {
    private static final String PROVIDER = "smsmasivos";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PrintStream out;
    private final Simulator provider;
    private final Main main;
    private final Appointments appointments = new Appointments();

    private TwoWay(PrintStream out, Simulator provider) {
        this.out = out;
        this.provider = provider;
        main = new Main();
        main.bind("appointments", appointments);
        main.addOverrideProperty("camel.component.sms.base-url", provider.baseUrl(PROVIDER));
        main.addOverrideProperty("inbox.delay", "250");
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
        try (Simulator provider = Simulator.start()) {
            new TwoWay(out, provider).run();
        }
    }

    private void run() throws Exception {
        main.start();
        try {
            ask("A1", "1155556661");
            ask("A2", "1155556662");
            ask("A3", "1155556663");
            ask("A4", "1155556664");

            reply("1155556661", "¡Sí, allí estaré!");
            reply("1155556662", "ayuda");
            reply("1155556662", "no");

            out.println("A phone without an appointment:");
            reply("1155556669", "si");

            out.println("The provider refuses the first try to answer (429):");
            provider.fault(
                    Fault.rateLimit(Duration.ofSeconds(1)).operation("send").first(1));
            reply("1155556663", "SI");

            out.println("The provider takes the answer, and the connection breaks before it says so:");
            provider.fault(Fault.acceptThenDrop().operation("send").first(1));
            reply("1155556663", "Ayuda por favor");

            out.println("The phone of A4 answers everything by itself:");
            reply("1155556664", "Estoy de vacaciones");
            reply("1155556664", "Estoy de vacaciones");
        } finally {
            main.stop();
        }
        out.println("Appointments: " + appointments);
        out.println("Messages in all: " + provider.acceptedCount());
    }

    private void ask(String appointment, String handset) throws Exception {
        appointments.add(appointment);
        main.getCamelTemplate()
                .sendBodyAndHeaders(
                        "direct:question",
                        "Tiene cita hoy a las 3. Viene? Responda SI, NO o AYUDA",
                        Map.of("appointment", appointment, SmsConstants.TO, handset));
        out.println(handset + ", appointment " + appointment + ", reads: "
                + textsTo(handset).get(0));
    }

    private void reply(String handset, String words) throws InterruptedException {
        int before = textsTo(handset).size();
        awaitRead(provider.reply(PROVIDER, handset, words).id());
        List<String> texts = textsTo(handset);
        out.println(handset + " writes: " + words);
        out.println("   and reads: "
                + (texts.size() == before ? "nothing" : String.join(" | ", texts.subList(before, texts.size()))));
    }

    /** The consumer marks a reply as read when its route is through. */
    private void awaitRead(long reply) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (provider.replies().stream().noneMatch(known -> known.id() == reply && known.read())) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The reply was not consumed in " + PATIENCE);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private List<String> textsTo(String handset) {
        return provider.messages().stream()
                .filter(message -> message.to().equals(handset))
                .map(SimulatedMessage::text)
                .toList();
    }
}
