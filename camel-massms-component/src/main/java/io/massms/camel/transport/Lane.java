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
package io.massms.camel.transport;

/** Connections, and threads for I/O, that are kept apart from others to the same host. */
enum Lane {
    /** One message, an answer that somebody waits for, a question: none of these waits behind a long list. */
    SINGLE,
    /** What belongs to a send of many: more of it is under way at a time, and its answers are long. */
    BULK
}
