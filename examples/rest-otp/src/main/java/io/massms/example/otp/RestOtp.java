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
package io.massms.example.otp;

import io.massms.simulator.SimulatedMessage;
import io.massms.simulator.Simulator;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.main.Main;

/** Asks for a code and verifies it, as a client would; with a provider in this process. */
public final class RestOtp {
    /** As the application's properties say. */
    private static final String HOST = "127.0.0.1";

    private static final Pattern CODE = Pattern.compile("\\d{6}");
    private static final String PHONE = "\"phone\":\"300 123 4567\"";

    private final PrintStream out;
    private final Simulator provider;
    private final URI address;
    private final HttpClient http = HttpClient.newHttpClient();

    private RestOtp(PrintStream out, Simulator provider, URI address) {
        this.out = out;
        this.provider = provider;
        this.address = address;
    }

    /**
     * Prints what happens.
     *
     * @param  arguments {@code serve} to go on serving afterwards
     * @throws Exception where something did not work
     */
    public static void main(String[] arguments) throws Exception {
        run(
                System.out,
                port(System.getenv("CAMEL_SERVER_PORT")),
                List.of(arguments).contains("serve"));
    }

    /** Where it listens: 8091 where nothing is said. */
    static int port(String said) {
        try {
            return said == null ? 8091 : Integer.parseInt(said);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "CAMEL_SERVER_PORT is '" + said + "'; right is a number such as 8092", e);
        }
    }

    static void run(PrintStream out, int port, boolean serve) throws Exception {
        requireFree(port);
        try (Simulator provider = Simulator.start()) {
            Main main = OtpApplication.create(Clock.systemUTC());
            main.addOverrideProperty("camel.server.port", Integer.toString(port));
            main.addOverrideProperty("camel.component.sms.base-url", provider.baseUrl("linktosms"));
            main.start();
            try {
                URI address = URI.create("http://" + HOST + ":" + port);
                new RestOtp(out, provider, address).show();
                if (serve) {
                    out.println("Serving on " + address + "; handsets show their messages on " + provider.url());
                    Thread.currentThread().join();
                }
            } finally {
                main.stop();
            }
        }
    }

    /** Camel only logs that a port is taken: the phone numbers would go to whoever has it. */
    private static void requireFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(HOST, port));
        } catch (IOException e) {
            throw new IllegalStateException(
                    port + " is in use (" + e.getMessage()
                            + "); set another port in the environment: CAMEL_SERVER_PORT=8092",
                    e);
        }
    }

    private void show() throws Exception {
        out.println("Ana asks for a code:");
        post("/otp", "{" + PHONE + "}");
        String text = lastText();
        out.println("   her phone shows: " + text);
        String code = code(text);

        out.println("She clicks once more:");
        post("/otp", "{" + PHONE + "}");
        out.println("   her phone got " + provider.acceptedCount() + " message");

        out.println("She types a wrong code, then the right one, then the same again:");
        post("/otp/verify", "{" + PHONE + ",\"code\":\"" + wrong(code) + "\"}");
        post("/otp/verify", "{" + PHONE + ",\"code\":\"" + code + "\"}");
        post("/otp/verify", "{" + PHONE + ",\"code\":\"" + code + "\"}");

        out.println(
                "Others ask for codes, for a number that cannot exist, for one that nobody reaches, and without one:");
        post("/otp", "{\"phone\":\"12345\"}");
        post("/otp", "{\"phone\":\"601 234 5678\"}");
        post("/otp", "hello");
    }

    private void post(String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        out.println("   POST " + path + " " + body);
        out.println("   " + answer.statusCode() + " " + answer.body());
    }

    private String lastText() {
        List<SimulatedMessage> messages = provider.messages();
        return messages.get(messages.size() - 1).text();
    }

    private static String code(String text) {
        Matcher code = CODE.matcher(text);
        if (!code.find()) {
            throw new IllegalStateException("There is no code in: " + text);
        }
        return code.group();
    }

    private static String wrong(String code) {
        return String.format("%06d", (Integer.parseInt(code) + 1) % 1_000_000);
    }
}
