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
package io.massms.camel.spi;

/** The kinds of credentials that providers ask for. The constants are the names of the options. */
public enum Credential {
    /** The company id. */
    apiId,
    /** The user's name. */
    user,
    /** The user's password. */
    password,
    /** A token that authorizes sending. */
    token,
    /** A key that is used instead of user and password. */
    apiKey
}
