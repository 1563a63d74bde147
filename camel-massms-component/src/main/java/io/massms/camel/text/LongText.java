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

/**
 * What becomes of a text that is longer than the provider takes. The constants are option values, hence the lower
 * case.
 */
public enum LongText {
    /** Rejects it. */
    reject,
    /** Sends it as several messages, cut at words and numbered {@code (1/3)}. */
    split,
    /** Sends its beginning. */
    truncate
}
