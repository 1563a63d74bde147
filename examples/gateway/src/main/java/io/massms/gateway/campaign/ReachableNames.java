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

import io.massms.gateway.setup.PlatformCharset;
import java.io.File;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes over files that nobody can open under the name that Java makes of theirs, and says so once of each. */
final class ReachableNames implements GenericFileFilter<Object> {
    private static final Logger LOG = LoggerFactory.getLogger(ReachableNames.class);
    private static final char REPLACEMENT = '\uFFFD';

    private final Set<String> reported = ConcurrentHashMap.newKeySet();
    private final GenericFileFilter<Object> next;

    /** Asks another filter about the others. */
    ReachableNames(GenericFileFilter<Object> next) {
        this.next = next;
    }

    @Override
    public boolean accept(GenericFile<Object> file) {
        if (isReachable(file)) {
            return next.accept(file);
        }
        if (reported.add(file.getFileNameOnly())) {
            LOG.warn(
                    "{} is not taken: its name has letters that this process, which reads names as {}, does not know;"
                            + " rename the file, or {} and start again",
                    file.getAbsoluteFilePath(),
                    PlatformCharset.name(),
                    PlatformCharset.REMEDY);
        }
        return false;
    }

    private static boolean isReachable(GenericFile<Object> file) {
        String name = file.getFileNameOnly();
        // a file that really has this letter in its name is there
        return PlatformCharset.reaches(name)
                && (name.indexOf(REPLACEMENT) < 0 || new File(file.getAbsoluteFilePath()).exists());
    }
}
