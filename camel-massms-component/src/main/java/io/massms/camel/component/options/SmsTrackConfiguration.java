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
package io.massms.camel.component.options;

import io.massms.camel.tracker.SmsTracker;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** How messages are kept track of. */
@UriParams
public abstract class SmsTrackConfiguration extends SmsSendConfiguration {
    @UriParam(label = "common")
    @Metadata(autowired = true)
    private SmsTracker tracker;

    @UriParam(label = "producer", defaultValue = "false")
    private boolean idempotent;

    @UriParam(label = "common", javaType = "java.time.Duration", defaultValue = "5000")
    private long statusFirstInterval = 5_000;

    @UriParam(label = "consumer", javaType = "java.time.Duration", defaultValue = "3600000")
    private long statusMaxInterval = 3_600_000;

    @UriParam(label = "consumer", javaType = "java.time.Duration", defaultValue = "259200000")
    private long statusMaxAge = 259_200_000;

    @UriParam(label = "consumer", javaType = "java.time.Duration", defaultValue = "300000")
    private long statusNotFoundGrace = 300_000;

    @UriParam(label = "common,advanced", defaultValue = "10")
    private int statusByDateFrom = 10;

    @UriParam(label = "consumer", defaultValue = "100")
    private int maxMessagesPerPoll = 100;

    public int getStatusByDateFrom() {
        return statusByDateFrom;
    }

    /**
     * Only for channel=block: how many messages must be due before the provider is asked for all of them by date in
     * one call, instead of one call per message. 0 means never. Used by consumers of operation=status and by sends
     * with awaitBlock.
     */
    public void setStatusByDateFrom(int statusByDateFrom) {
        this.statusByDateFrom = statusByDateFrom;
    }

    public int getMaxMessagesPerPoll() {
        return maxMessagesPerPoll;
    }

    /**
     * The most messages that one poll handles; also the most messages that one call of operation=reconcile handles. 1
     * or more.
     */
    public void setMaxMessagesPerPoll(int maxMessagesPerPoll) {
        this.maxMessagesPerPoll = maxMessagesPerPoll;
    }

    public SmsTracker getTracker() {
        return tracker;
    }

    /**
     * The record of all messages sent. By default there is none, unless idempotent=true or a consumer of
     * operation=status needs one: then it is kept in memory, is shared by the endpoints of the component, and is lost
     * when the process ends. A single SmsTracker in the registry is used automatically.
     */
    public void setTracker(SmsTracker tracker) {
        this.tracker = tracker;
    }

    public boolean isIdempotent() {
        return idempotent;
    }

    /**
     * Whether a message with the same client id to the same recipient is sent only once. A second one is not sent: it
     * gets the stored receipt, or fails as uncertain while the outcome of the first is unknown. Every message then
     * needs a client id. Only a JDBC tracker keeps this promise across restarts.
     */
    public void setIdempotent(boolean idempotent) {
        this.idempotent = idempotent;
    }

    public long getStatusFirstInterval() {
        return statusFirstInterval;
    }

    /**
     * Sending endpoint with a tracker: how long after sending the provider is first asked for the status of a message.
     * Consumer of operation=status: the shortest interval between two questions for the same message. The intervals
     * grow with the age of the message. At least 1 ms.
     */
    public void setStatusFirstInterval(long statusFirstInterval) {
        this.statusFirstInterval = statusFirstInterval;
    }

    public long getStatusMaxInterval() {
        return statusMaxInterval;
    }

    /**
     * The longest interval between two questions for the status of the same message. Not less than
     * statusFirstInterval.
     */
    public void setStatusMaxInterval(long statusMaxInterval) {
        this.statusMaxInterval = statusMaxInterval;
    }

    public long getStatusMaxAge() {
        return statusMaxAge;
    }

    /**
     * How long the provider is asked for the status of a message after its state last changed. Then a final report
     * says EXPIRED, or UNKNOWN if the provider's answer cannot be understood. A scheduled message is asked for as long
     * as it is scheduled, and a provider that does not answer is asked until it answers. At least 1 ms.
     */
    public void setStatusMaxAge(long statusMaxAge) {
        this.statusMaxAge = statusMaxAge;
    }

    public long getStatusNotFoundGrace() {
        return statusNotFoundGrace;
    }

    /**
     * How long after sending the answer that the message is not found means not yet. After that the message becomes
     * UNKNOWN. 0 or more.
     */
    public void setStatusNotFoundGrace(long statusNotFoundGrace) {
        this.statusNotFoundGrace = statusNotFoundGrace;
    }
}
