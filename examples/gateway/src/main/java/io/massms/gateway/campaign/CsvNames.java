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

import java.io.File;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes over files that are no CSV by their names, and says so once of each that somebody left lying in the inbox. */
final class CsvNames implements GenericFileFilter<Object> {
    private static final Logger LOG = LoggerFactory.getLogger(CsvNames.class);

    private final Set<String> reported = ConcurrentHashMap.newKeySet();
    private final GenericFileFilter<Object> next;

    /** Looks at what another filter lets pass: what is still being written may get its name last. */
    CsvNames(GenericFileFilter<Object> next) {
        this.next = next;
    }

    @Override
    public boolean accept(GenericFile<Object> file) {
        if (!next.accept(file)) {
            return false;
        }
        String name = file.getFileNameOnly();
        if (name.toLowerCase(Locale.ROOT).endsWith(".csv")) {
            return true;
        }
        if (reported.add(name)) {
            LOG.warn(
                    "{} is not taken: right is a CSV file whose name ends in .csv (in Excel: \"CSV UTF-8 (comma delimited)\")",
                    ((File) file.getFile()).toPath());
        }
        return false;
    }
}
