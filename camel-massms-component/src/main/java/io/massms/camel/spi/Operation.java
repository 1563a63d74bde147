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

/** What an endpoint does. The constants are the values of the option {@code operation}. */
public enum Operation {
    /** Sends messages. */
    send,
    /** Withdraws messages that this component still holds until their time comes. */
    cancel,
    /** Asks the provider about messages whose outcome is open, and records what it learns. Sends nothing. */
    reconcile,
    /** Records by hand the outcome of messages that is open. Sends nothing. */
    settle,
    /** Asks for the delivery report of a message. */
    status,
    /** Asks for the account's credit. */
    balance,
    /** Receives the messages that handsets sent. */
    inbox,
    /** Asks when the contracted package ends. */
    expiry,
    /** Asks how many messages were sent this month. */
    sentCount,
    /** Asks for the time of the provider's clock. */
    serverTime
}
