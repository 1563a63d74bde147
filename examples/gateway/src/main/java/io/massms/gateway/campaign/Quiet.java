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

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;

/** Lets files pass that have not changed for some time: whoever writes them is done. Waits for each without holding up others. */
final class Quiet implements GenericFileFilter<Object> {
    /** Under which the registry has it. */
    static final String NAME = "quiet";

    private record Look(long size, long modified, long nanoTime) {}

    private final Map<String, Look> looks = new ConcurrentHashMap<>();
    private final Duration time;
    private final LongSupplier nanoTime;

    Quiet(Duration time, LongSupplier nanoTime) {
        this.time = time;
        this.nanoTime = nanoTime;
    }

    @Override
    public boolean accept(GenericFile<Object> file) {
        if (file.isDirectory()) {
            return false;
        }
        Look now = new Look(file.getFileLength(), file.getLastModified(), nanoTime.getAsLong());
        Look since = looks.merge(
                file.getFileNameOnly(),
                now,
                (before, look) -> before.size == look.size && before.modified == look.modified ? before : look);
        boolean quiet = now.nanoTime - since.nanoTime >= time.toNanos();
        if (quiet) {
            looks.remove(file.getFileNameOnly());
        }
        return quiet;
    }
}
