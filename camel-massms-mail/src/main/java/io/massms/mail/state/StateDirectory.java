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
package io.massms.mail.state;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.service.ServiceSupport;

/** The folder with the state of all bridges of one Camel context. A lock keeps other processes out. */
public final class StateDirectory extends ServiceSupport {
    private final Path folder;
    private final FileChannel lock;
    private final Journal ledger;
    private final Journal origins;

    private StateDirectory(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
        lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        takeLock();
        ledger = Journal.open(folder.resolve("ledger"));
        origins = Journal.open(folder.resolve("origins"));
    }

    /**
     * The folder of this name, the same for all bridges of the context; closed with the context.
     *
     * @param  context               of the bridges
     * @param  name                  its path
     * @return                       made where there was none
     * @throws IllegalStateException where another process uses it
     * @throws Exception             where it cannot be made, read or written
     */
    public static StateDirectory of(CamelContext context, String name) throws Exception {
        Path folder = Path.of(name).toAbsolutePath().normalize();
        String id = "sms-mail-state:" + folder;
        synchronized (context.getRegistry()) {
            StateDirectory known = context.getRegistry().lookupByNameAndType(id, StateDirectory.class);
            if (known != null) {
                return known;
            }
            StateDirectory opened = new StateDirectory(folder);
            context.getRegistry().bind(id, opened);
            context.addService(opened, true, true);
            return opened;
        }
    }

    /**
     * What became of each mail.
     *
     * @return a repository that survives the process
     */
    public IdempotentRepository ledger() {
        return new JournalLedger(ledger);
    }

    /**
     * Who wrote the mails that messages came from.
     *
     * @return a repository that survives the process
     */
    public StateRepository<String, String> origins() {
        return new JournalStates(origins);
    }

    @Override
    protected void doStop() throws Exception {
        ledger.close();
        origins.close();
        lock.close();
    }

    private void takeLock() throws IOException {
        boolean taken;
        try {
            taken = lock.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            taken = false;
        }
        if (!taken) {
            lock.close();
            throw new IllegalStateException(
                    "Another bridge uses the stateDirectory " + folder + "; right is one of its own for each process");
        }
    }
}
