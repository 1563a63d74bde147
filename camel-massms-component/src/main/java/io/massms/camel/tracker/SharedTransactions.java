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
package io.massms.camel.tracker;

import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Knows Spring's data source that gives the connection of the caller's transaction: what commits on it commits the caller's work. */
final class SharedTransactions {
    private static final Logger LOG = LoggerFactory.getLogger(SharedTransactions.class);
    private static final String SPRINGS = "TransactionAwareDataSourceProxy";

    private SharedTransactions() {}

    /** It does no harm to the threads of the component, so it is not refused. */
    static void warn(DataSource dataSource) {
        for (Class<?> type = dataSource.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getName().endsWith(SPRINGS)) {
                LOG.warn(
                        "The data source is a {}: a method of the tracker or of the opt-out repository that is called in a Spring transaction"
                                + " commits that transaction. Give it the plain data source",
                        SPRINGS);
                return;
            }
        }
    }
}
