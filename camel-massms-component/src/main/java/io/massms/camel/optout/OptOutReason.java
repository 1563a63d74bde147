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
package io.massms.camel.optout;

/** How it became known that a number must not get messages. */
public enum OptOutReason {
    /** Its owner replied with a stop word. */
    REPLY,
    /** A provider refused a message because the number opted out or is in a do-not-call register. */
    PROVIDER,
    /** A person entered it. */
    MANUAL,
    /** It was imported from a list. */
    IMPORTED
}
