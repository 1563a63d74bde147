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
package io.massms.camel.hold;

import io.massms.camel.dispatch.Outcome;
import io.massms.camel.model.SmsMessage;
import io.massms.camel.spi.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Sends messages whose time has come: the running endpoint of the account that they were held for. */
public interface HeldSender {

    /** How messages are treated that could not go at their time. */
    HeldRules rules();

    /**
     * How many guards a message has to pass, such as sending hours: where nobody sends like the endpoint that took a message, the most
     * careful one does.
     *
     * @return 0 or more
     */
    int guards();

    /** A job begins that may send and report; asked before it does, and followed by {@link #end()}. */
    void begin();

    /** A job that began has done all that it does. */
    void end();

    /** Whether this takes nothing any more: what did not leave because of that is no try that failed. */
    boolean isStopping();

    /**
     * Sends.
     *
     * @param messages each with one recipient
     * @param done     called once, on any thread
     */
    void send(List<SmsMessage> messages, Consumer<Outcome> done);

    /**
     * What is to be reported of messages that are not sent.
     *
     * @param  messages each with one recipient
     * @param  verdict  why
     * @return          an outcome with a failure
     */
    Outcome unsent(List<SmsMessage> messages, Verdict verdict);

    /**
     * Tells what became of messages that were held.
     *
     * @param clientId      their reference
     * @param scheduledTime when they were to go
     * @param outcome       what became of them
     */
    void report(String clientId, Instant scheduledTime, Outcome outcome);
}
