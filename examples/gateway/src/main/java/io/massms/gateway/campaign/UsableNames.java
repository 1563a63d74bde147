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
package io.massms.gateway.campaign;

import io.massms.gateway.setup.WorkingDirectory;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts away files whose names no campaign can have. Camel could not move them, and would try again for ever. */
final class UsableNames implements GenericFileFilter<Object> {
    private static final Logger LOG = LoggerFactory.getLogger(UsableNames.class);

    private final Set<String> reported = ConcurrentHashMap.newKeySet();
    private final WorkingDirectory directory;
    private final CampaignListener listener;
    private final GenericFileFilter<Object> next;

    /** Looks at what another filter lets pass. */
    UsableNames(WorkingDirectory directory, CampaignListener listener, GenericFileFilter<Object> next) {
        this.directory = directory;
        this.listener = listener;
        this.next = next;
    }

    @Override
    public boolean accept(GenericFile<Object> file) {
        if (!next.accept(file)) {
            return false;
        }
        Path dropped = ((File) file.getFile()).toPath();
        String problem = CampaignNames.problem(dropped.getFileName().toString());
        if (problem != null) {
            refuse(dropped, problem);
        }
        return problem == null;
    }

    private void refuse(Path dropped, String problem) {
        String campaign =
                directory.newName(CampaignNames.nearest(dropped.getFileName().toString()));
        Path results = directory.results(campaign);
        try {
            Files.move(dropped, directory.error(campaign), StandardCopyOption.ATOMIC_MOVE);
            try (ResultsFile file = ResultsFile.open(results, 0)) {
                file.refuse(problem);
            }
        } catch (IOException e) {
            if (reported.add(campaign)) {
                LOG.warn("{}: cannot be sent, and not be put away either ({}). {}", campaign, e.toString(), problem);
            }
            return;
        }
        new Progress(campaign, 0, 0, results, listener)
                .report(CampaignStatus.Phase.REFUSED, Counts.NONE, problem, null);
        LOG.warn("{}: cannot be sent. {}. The file lies in {}", campaign, problem, directory.error(campaign));
    }
}
