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

/** The store of a tracker, or of a JDBC opt-out repository, could not be read or written. */
public final class TrackerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure of the store.
     *
     * @param message what went wrong and what would be right
     * @param cause   the cause
     */
    public TrackerException(String message, Throwable cause) {
        super(message, cause);
    }
}
