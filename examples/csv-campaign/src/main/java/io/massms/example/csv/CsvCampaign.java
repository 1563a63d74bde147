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
package io.massms.example.csv;

import io.massms.simulator.SimulatedMessage;
import io.massms.simulator.Simulator;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.apache.camel.main.Main;

/** Sends a campaign of three rows: a CSV file in a folder becomes messages, and a file of what became of them; with a provider in this process. */
public final class CsvCampaign {
    private CsvCampaign() {}

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
        Path folder = Files.createTempDirectory("csv-campaign");
        Files.write(folder.resolve("appointments.csv"), sample());
        try (Simulator provider = Simulator.start()) {
            sendAll(folder, provider);
            out.println("Handsets:");
            for (SimulatedMessage sms : byNumber(provider)) {
                out.println("   " + sms.to() + " shows: " + sms.text());
            }
        }
        out.println("results/appointments.csv:");
        for (String line : Files.readAllLines(folder.resolve("results/appointments.csv"))) {
            out.println("   " + line);
        }
    }

    /** Requests are sent side by side, so which message comes first is a matter of luck. */
    private static List<SimulatedMessage> byNumber(Simulator provider) {
        return provider.messages().stream()
                .sorted(Comparator.comparing(SimulatedMessage::to))
                .toList();
    }

    private static void sendAll(Path folder, Simulator provider) throws Exception {
        Main main = application(folder, provider);
        main.addOverrideProperty("camel.main.duration-max-messages", "1");
        main.run();
    }

    /** Not yet started; it sends whatever comes into the folder until it is stopped. */
    static Main application(Path folder, Simulator provider) {
        Main main = new Main();
        main.addOverrideProperty("folder", folder.toString());
        main.addOverrideProperty("camel.component.sms.base-url", provider.baseUrl("linktosms"));
        return main;
    }

    private static byte[] sample() throws IOException {
        try (InputStream sample = CsvCampaign.class.getResourceAsStream("/appointments.csv")) {
            return sample.readAllBytes();
        }
    }
}
