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

import io.massms.camel.hold.HeldInventory;
import io.massms.gateway.campaign.CampaignControl;
import io.massms.gateway.campaign.CampaignListener;
import io.massms.gateway.campaign.CampaignRoutes;
import io.massms.gateway.campaign.CampaignStatus;
import io.massms.gateway.setup.GatewaySettings;
import io.massms.gateway.setup.WorkingDirectory;
import io.massms.gateway.track.HeldStore;
import io.massms.gateway.track.Records;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;

/** One file's way through the gateway's campaign routes. */
final class CampaignRun implements Function<Session, RoutesBuilder>, AutoCloseable {
    private final CampaignListener display;
    private GatewaySettings settings;
    private WorkingDirectory directory;
    private Records records;
    private CampaignStatus last;

    CampaignRun(CampaignListener display) {
        this.display = display;
    }

    @Override
    public RoutesBuilder apply(Session session) {
        settings = GatewaySettings.of(session.context());
        try {
            directory = WorkingDirectory.open(settings.directory(), settings.dryRun());
            records = Records.open(session.context(), settings, directory, false);
            records.sendThrough(session.context(), session.provider(), session.simulated());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CampaignRoutes(
                directory,
                settings,
                session.provider(),
                session.simulated(),
                display.and(status -> last = status),
                records.tracking() == null ? null : records.tracking().campaigns());
    }

    /** Sends a file, or what is left of it; where it stands in the end. */
    CampaignStatus send(Session session, Path file) throws Exception {
        String name = unfinished(file).orElseGet(() -> takeIn(session, file));
        Exchange exchange = session.send(
                CampaignRoutes.CAMPAIGN,
                request -> request.getMessage().setHeader(Exchange.FILE_NAME_ONLY, name + ".csv"));
        ProviderCommand.requireSuccess(exchange);
        if (settings.dryRun()) {
            Files.deleteIfExists(directory.done(name));
        }
        return last;
    }

    /** How many requests wait in the directory for their time. */
    int held(Session session) {
        return HeldStore.inventory(session.context()).map(HeldInventory::size).orElse(0);
    }

    /** Else a campaign that was broken off would be sent twice. */
    private Optional<String> unfinished(Path file) throws IOException {
        try (Stream<Path> underWay = Files.list(directory.processing())) {
            return underWay.filter(candidate -> candidate.toString().endsWith(".csv") && sameContent(candidate, file))
                    .map(candidate -> candidate.getFileName().toString())
                    .map(name -> name.substring(0, name.length() - ".csv".length()))
                    .findFirst();
        }
    }

    private static boolean sameContent(Path one, Path other) {
        try {
            return Files.mismatch(one, other) == -1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It comes in only when the disk knows whose it is: after a crash a simulated file could leave for real. */
    private String takeIn(Session session, Path file) {
        String name = directory.newName(file.getFileName().toString());
        Path part = directory.journal(name).resolveSibling(name + ".part");
        try {
            Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
            session.context()
                    .getRegistry()
                    .lookupByNameAndType(CampaignControl.NAME, CampaignControl.class)
                    .claim(name);
            Files.move(part, directory.processing().resolve(name + ".csv"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return name;
    }

    @Override
    public void close() throws IOException {
        if (records != null) {
            records.close();
        }
        if (directory != null) {
            directory.close();
        }
    }
}
