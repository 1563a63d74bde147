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
package io.massms.camel.text;

/** What becomes of characters that a provider cannot carry. The constants are option values, hence the lower case. */
public enum TextPolicy {
    /** Transliterates only what the provider's alphabet cannot carry. */
    auto,
    /** Transliterates to GSM 03.38 as well, so that "canción" stays in parts of 160 characters. */
    gsm7,
    /** Rejects a text that would have to be changed. */
    strict,
    /** Neither changes nor checks the characters. */
    asIs
}
