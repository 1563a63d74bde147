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
package io.massms.gateway.cli;

import io.massms.simulator.Simulator;
import io.massms.simulator.SimulatorOptions;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the simulator alone. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = "Simulates all five providers on this machine, until it is told to stop.",
        footer = {
            "%nTo send through it: camel.component.sms.base-url = the address that it prints for your provider, and any",
            "credentials."
        })
final class SimulateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            defaultValue = "9000",
            description = "Where it listens, 0 for a free one; ${DEFAULT-VALUE} by default.")
    private int port;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "The address it listens on; ${DEFAULT-VALUE} by default.")
    private String host;

    @Override
    public Integer call() throws InterruptedException {
        try (Simulator simulator =
                Simulator.start(new SimulatorOptions().port(port).host(host))) {
            PrintWriter out = spec.commandLine().getOut();
            out.println("Simulating at " + simulator.url());
            for (String provider : simulator.providers()) {
                out.printf("  %-10s  camel.component.sms.base-url = %s%n", provider, simulator.baseUrl(provider));
            }
            out.flush();
            new CountDownLatch(1).await();
            return ExitCodes.OK;
        }
    }
}
