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
package io.massms.simulator;

import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** {@code java -jar camel-massms-simulator-VERSION-app.jar [--port 9000] [--smtp-port 9025] [--host 127.0.0.1]}. */
public final class Main {
    private static final String USAGE = """
            Usage: java -jar camel-massms-simulator-app.jar [options]
              --port N                 the port to listen on, 0 for a free one (default 9000, or SIMULATOR_PORT)
              --host NAME              the address to listen on (default 127.0.0.1, or SIMULATOR_HOST)
              --smtp-port N            the port for mail to api@smsmasivos.com.ar, 0 for a free one (default 9025, or
                                       SIMULATOR_SMTP_PORT)
              --error-mails HOST:PORT  the mail server to which error mails go (default none, or SIMULATOR_ERROR_MAILS)
              --allow-host NAME        a further name by which the page may be called
              --help                   this text""";

    private static final String DEFAULT_PORT = "9000";
    private static final String DEFAULT_SMTP_PORT = "9025";

    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        SimulatorOptions options;
        try {
            options = options(args, System.getenv());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        if (options == null) {
            System.out.println(USAGE);
            return;
        }
        run(options);
    }

    private static void run(SimulatorOptions options) throws InterruptedException {
        Simulator simulator;
        try {
            simulator = Simulator.start(options);
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
        System.out.println(greeting(simulator));
        new CountDownLatch(1).await();
    }

    /** The options that the command line gives, over those of the environment; null when only help is wanted. */
    static SimulatorOptions options(String[] args, Map<String, String> environment) {
        SimulatorOptions options = new SimulatorOptions()
                .port(port(environment.getOrDefault("SIMULATOR_PORT", DEFAULT_PORT)))
                .smtpPort(port(environment.getOrDefault("SIMULATOR_SMTP_PORT", DEFAULT_SMTP_PORT)))
                .host(environment.getOrDefault("SIMULATOR_HOST", "127.0.0.1"));
        if (environment.containsKey("SIMULATOR_ERROR_MAILS")) {
            errorMails(options, environment.get("SIMULATOR_ERROR_MAILS"));
        }
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--port" -> options.port(port(value(args, ++i)));
                case "--host" -> options.host(value(args, ++i));
                case "--smtp-port" -> options.smtpPort(port(value(args, ++i)));
                case "--allow-host" -> options.allowHost(value(args, ++i));
                case "--error-mails" -> errorMails(options, value(args, ++i));
                case "--help", "-h" -> {
                    return null;
                }
                default -> throw new IllegalArgumentException("There is no option " + args[i] + "\n" + USAGE);
            }
        }
        return options;
    }

    private static String value(String[] args, int position) {
        if (position == args.length) {
            throw new IllegalArgumentException(args[position - 1] + " needs a value\n" + USAGE);
        }
        return args[position];
    }

    private static void errorMails(SimulatorOptions options, String value) {
        int colon = value.lastIndexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("A mail server is written HOST:PORT, not '" + value + "'");
        }
        options.errorMails(value.substring(0, colon), port(value.substring(colon + 1)));
    }

    private static int port(String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("A port is a number from 0 to 65535, not '" + value + "'", e);
        }
    }

    static String greeting(Simulator simulator) {
        StringBuilder text = new StringBuilder("SMS simulator listening on " + simulator.url() + "\n");
        for (String provider : simulator.providers()) {
            text.append(String.format("  %-10s  baseUrl=%s%n", provider, simulator.baseUrl(provider)));
        }
        text.append("  smsmasivos  mail to api@smsmasivos.com.ar over SMTP port ")
                .append(simulator.smtpPort())
                .append('\n');
        return text.append("Inbox: ")
                .append(simulator.url())
                .append("/ (API: /api/openapi.json)")
                .toString();
    }
}
