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

import io.massms.gateway.campaign.CampaignNames;
import io.massms.gateway.campaign.CampaignStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends one campaign file. */
@Command(
        name = "campaign",
        mixinStandardHelpOptions = true,
        description = {
            "Sends the rows of a CSV file and prints where their results are. The file stays where it is.",
            "A campaign that was stopped or held up goes on behind its last row when the same command is given again."
        })
final class CampaignCommand extends ProviderCommand {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            description = "A CSV file with the columns to and text, optionally from, clientId, scheduledTime.")
    private Path file;

    @Option(names = "--dry-run", description = "Only checks: prints what the campaign would cost, sends nothing.")
    private boolean dryRun;

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            description = "The working directory; by default what gateway.directory says, or gateway-data.")
    private Path directory;

    @Override
    public Integer call() throws Exception {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new CommandLine.ParameterException(spec.commandLine(), "There is no readable file " + file);
        }
        String problem = CampaignNames.problem(file.getFileName().toString());
        if (problem != null) {
            throw new CommandLine.ParameterException(spec.commandLine(), problem);
        }
        try (CampaignRun run =
                        new CampaignRun(Terminal.isWatched() && !json() ? new ProgressBar(err()) : status -> {});
                Session session = Session.open(properties(), run)) {
            noteSimulation(session);
            CampaignStatus status = run.send(session, file);
            print(status, people(status));
            noteHeld(run.held(session));
            return ExitCodes.of(status);
        }
    }

    private void noteHeld(int held) {
        if (held > 0) {
            err().println((held == 1 ? "1 request waits" : held + " requests wait")
                    + " here until the scheduled time; only a gateway that serves in this directory sends what waits");
        }
    }

    @Override
    Map<String, String> properties() {
        Map<String, String> properties = super.properties();
        if (dryRun) {
            properties.put("gateway.dry-run", "true");
        }
        if (directory != null) {
            properties.put("gateway.directory", directory.toString());
        }
        return properties;
    }

    private static String people(CampaignStatus status) throws IOException {
        String results = "Results: " + status.results();
        return switch (status.phase()) {
            case DONE ->
                status.dryRun() == null
                        ? status.counts() + System.lineSeparator() + results
                        : status.dryRun().table() + results;
            case HELD_UP ->
                status.counts() + System.lineSeparator() + "Held up: " + status.trouble() + System.lineSeparator()
                        + "Give the same command again to go on. " + results;
            case BROKEN_OFF ->
                (status.counts().rows() == 0 ? "" : status.counts() + System.lineSeparator()) + "Broke off: "
                        + status.trouble();
            case REFUSED -> (status.counts().rows() == 0 ? "Not sent: " : "Not sent further: ") + status.trouble();
            default -> status.counts() + System.lineSeparator() + "Give the same command again to go on. " + results;
        };
    }
}
