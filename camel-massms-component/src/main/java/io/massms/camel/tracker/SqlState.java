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

import java.sql.SQLException;
import java.util.Set;

/** What failures of JDBC say about themselves. Not all do: a pool that has no connection to give throws an exception without a state. */
final class SqlState {
    private SqlState() {}

    /** Whether it is a failure with one of these states. */
    static boolean isAmong(Set<String> states, Throwable failure) {
        return states.contains(of(failure));
    }

    /** Classes 22 (data), 23 (integrity) and 54 (limits, such as a value that is too long for PostgreSQL's index). */
    static boolean isAboutData(Throwable failure) {
        String state = of(failure);
        return state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
    }

    private static String of(Throwable failure) {
        String state = failure instanceof SQLException e ? e.getSQLState() : null;
        return state == null ? "" : state;
    }
}
