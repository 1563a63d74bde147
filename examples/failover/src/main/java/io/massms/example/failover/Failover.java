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
package io.massms.example.failover;

import io.massms.camel.component.SmsConstants;
import io.massms.simulator.Fault;
import io.massms.simulator.SimulatedMessage;
import io.massms.simulator.Simulator;
import java.io.PrintStream;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;

/** Sends through two providers, the first of which fails in two ways; both are in this process. */
public final class Failover {
    private final PrintStream out;
    private final Simulator providers;
    private final ProducerTemplate template;

    private Failover(PrintStream out, Simulator providers, ProducerTemplate template) {
        this.out = out;
        this.providers = providers;
        this.template = template;
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
        try (Simulator providers = Simulator.start()) {
            Main main = new Main();
            main.configure().addRoutesBuilder(new FailoverRoute());
            main.addOverrideProperty("itcloud.url", providers.baseUrl("itcloud"));
            main.addOverrideProperty("linktosms.url", providers.baseUrl("linktosms"));
            main.start();
            try {
                new Failover(out, providers, main.getCamelTemplate()).run();
            } finally {
                main.stop();
            }
        }
    }

    private void run() {
        out.println("Both providers work:");
        send("Su turno es el 12");

        out.println("itcloud is under maintenance and takes nothing:");
        providers.maintenance("itcloud", true);
        send("Su turno es el 13");
        providers.maintenance("itcloud", false);

        out.println("itcloud takes the message, and the connection breaks before it says so:");
        providers.fault(Fault.acceptThenDrop().provider("itcloud").first(1));
        send("Su turno es el 14");
    }

    private void send(String text) {
        Exchange sent = template.request("direct:sms", exchange -> {
            exchange.getMessage().setBody(text);
            exchange.getMessage().setHeader(SmsConstants.TO, "3001234567");
        });
        Exception failure = sent.getException();
        out.println("   the route says: "
                + (failure == null ? "sent" : failure.getClass().getSimpleName()));
        out.println("   the handset got it " + through(text));
    }

    private String through(String text) {
        List<String> through = providers.messages().stream()
                .filter(message -> message.text().equals(text))
                .map(SimulatedMessage::provider)
                .toList();
        return through.size() + " time through " + String.join(", ", through);
    }
}
