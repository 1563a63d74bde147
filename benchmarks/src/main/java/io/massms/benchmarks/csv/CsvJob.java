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
package io.massms.benchmarks.csv;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** One way of bringing a campaign from its file to a results file with a row for each of its rows. */
interface CsvJob extends Closeable {

    /**
     * Does it.
     *
     * @param  campaign where the campaign is
     * @param  name     of its results
     * @return          the results
     */
    Path run(Path campaign, String name) throws Exception;

    @Override
    default void close() throws IOException {}
}
