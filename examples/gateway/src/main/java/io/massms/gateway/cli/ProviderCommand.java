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

import com.fasterxml.jackson.core.JsonProcessingException;
import io.massms.gateway.json.GatewayJson;
import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.camel.Exchange;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** A command that speaks to a provider. */
abstract class ProviderCommand implements Callable<Integer> {
    @ParentCommand
    private GatewayCommand gateway;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--provider",
            paramLabel = "ID",
            description = "The provider's id, such as natalia; by default what gateway.provider says.")
    private String provider;

    @Option(names = "--json", description = "Prints JSON, for programs.")
    private boolean json;

    /** What a command does. */
    @FunctionalInterface
    interface Work {
        int in(Session session) throws Exception;
    }

    /** Does it with a session of its own, and gives the exit code. */
    int inSession(Work work) throws Exception {
        try (Session session = Session.open(properties())) {
            noteSimulation(session);
            return work.in(session);
        }
    }

    /** The settings that the command line gives. */
    Map<String, String> properties() {
        Map<String, String> properties = new TreeMap<>(gateway.properties());
        if (provider != null) {
            properties.put("gateway.provider", provider);
        }
        return properties;
    }

    CommandLine commandLine() {
        return spec.commandLine();
    }

    boolean json() {
        return json;
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }

    void noteSimulation(Session session) {
        if (session.simulated()) {
            err().println("Simulated " + session.provider() + ": nothing is really sent ("
                    + (session.simulationWanted()
                            ? "gateway.simulator is true"
                            : "no provider and no account is configured")
                    + ")");
        }
    }

    /** Prints one of both; for people nothing where there is nothing. */
    void print(Object forPrograms, String forPeople) throws JsonProcessingException {
        if (json) {
            out().println(GatewayJson.of(forPrograms));
        } else if (!forPeople.isEmpty()) {
            out().println(forPeople);
        }
        out().flush();
    }

    /** What an exchange failed with goes on its way. */
    static void requireSuccess(Exchange exchange) throws Exception {
        if (exchange.getException() != null) {
            throw exchange.getException();
        }
    }
}
