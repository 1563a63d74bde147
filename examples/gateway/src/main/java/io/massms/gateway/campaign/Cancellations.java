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
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which campaigns the operator wants no more of. A file for each remembers it, until the campaign has ended. */
final class Cancellations {
    private final WorkingDirectory directory;
    private final Set<String> cancelled = ConcurrentHashMap.newKeySet();

    private Cancellations(WorkingDirectory directory) {
        this.directory = directory;
    }

    /** Those of a directory. */
    static Cancellations in(WorkingDirectory directory) throws IOException {
        Cancellations cancellations = new Cancellations(directory);
        for (String campaign : directory.underWay()) {
            if (Files.exists(directory.cancellation(campaign))) {
                cancellations.cancelled.add(campaign);
            }
        }
        return cancellations;
    }

    /**
     * Nothing more of a campaign is to be sent; on the disk when this returns.
     *
     * @return false where no such campaign is under way
     */
    synchronized boolean cancel(String campaign) throws IOException {
        if (!directory.underWay().contains(campaign)) {
            return false;
        }
        Path file = directory.cancellation(campaign);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        cancelled.add(campaign);
        return true;
    }

    boolean contains(String campaign) {
        return cancelled.contains(campaign);
    }

    /** The campaign has ended. */
    synchronized void forget(String campaign) throws IOException {
        cancelled.remove(campaign);
        Files.deleteIfExists(directory.cancellation(campaign));
    }
}
