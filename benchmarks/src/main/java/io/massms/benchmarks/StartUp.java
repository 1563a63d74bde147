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
package io.massms.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** How long a context with one endpoint takes to start, in a new process; without the start of Java itself. */
final class StartUp {
    static final String NAME = "startup";

    private static final double MILLI = 1e6;

    private StartUp() {}

    /** With the endpoint's URI. */
    public static void main(String[] arguments) throws Exception {
        long started = System.nanoTime();
        CamelContext context = new DefaultCamelContext();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:start").to(arguments[0]);
            }
        });
        context.start();
        System.out.println(System.nanoTime() - started);
        context.stop();
        System.exit(0);
    }

    static void print(int rounds) throws IOException, InterruptedException {
        Spread sms = new Spread();
        Spread http = new Spread();
        for (int round = 0; round < rounds; round++) {
            sms.add(nanos("sms:linktosms?apiId=acme&user=ana&password=s3cret-one"));
            http.add(nanos("https://www.linktosms.com/massms/api/sendmsg.php"));
        }
        System.out.printf(
                Locale.ROOT,
                "start of a context with one endpoint: sms %.0f ms, http %.0f ms (medians)%n",
                sms.median() / MILLI,
                http.median() / MILLI);
    }

    private static double nanos(String uri) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Java.command("-Xmx512m", StartUp.class, uri))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("A start failed: " + output);
        }
        return Double.parseDouble(output.strip());
    }
}
