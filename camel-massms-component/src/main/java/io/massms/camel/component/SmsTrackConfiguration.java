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
package io.massms.camel.component;

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
     * How many messages of blocks have to be due for the provider to be asked by their date, in one call for all, instead of once for
     * each; 0 means never. An option of the consumer, and of sends with awaitBlock.
     */
    public void setStatusByDateFrom(int statusByDateFrom) {
        this.statusByDateFrom = statusByDateFrom;
    }

    public int getMaxMessagesPerPoll() {
        return maxMessagesPerPoll;
    }

    /**
     * How many messages are handled in one poll at most; 1 or more.
     */
    public void setMaxMessagesPerPoll(int maxMessagesPerPoll) {
        this.maxMessagesPerPoll = maxMessagesPerPoll;
    }

    public SmsTracker getTracker() {
        return tracker;
    }

    /**
     * The record of every message sent. By default there is none, unless idempotent=true or a consumer of operation=status asks
     * for one; then it is kept in memory, shared by the endpoints of the component, and gone with the process.
     */
    public void setTracker(SmsTracker tracker) {
        this.tracker = tracker;
    }

    public boolean isIdempotent() {
        return idempotent;
    }

    /**
     * Whether a message with the same client id to the same recipient is sent once only: a second one gets the stored receipt, and
     * is refused as uncertain while the outcome of the first is open. Every message then needs a client id.
     */
    public void setIdempotent(boolean idempotent) {
        this.idempotent = idempotent;
    }

    public long getStatusFirstInterval() {
        return statusFirstInterval;
    }

    /**
     * How long after sending the provider is first asked for the status of a message, where it is tracked; an option of the
     * endpoint that sends. To the consumer it is the shortest interval between two questions; they grow with the age of the message.
     */
    public void setStatusFirstInterval(long statusFirstInterval) {
        this.statusFirstInterval = statusFirstInterval;
    }

    public long getStatusMaxInterval() {
        return statusMaxInterval;
    }

    /**
     * The longest interval between two questions for the status of a message.
     */
    public void setStatusMaxInterval(long statusMaxInterval) {
        this.statusMaxInterval = statusMaxInterval;
    }

    public long getStatusMaxAge() {
        return statusMaxAge;
    }

    /**
     * How long the provider is asked for the status of a message after its last change; a scheduled message is asked for as long as
     * it is scheduled. Then a last report says EXPIRED, or UNKNOWN where what the provider says cannot be understood. A provider
     * that is away is asked until it is back. 1 ms or more.
     */
    public void setStatusMaxAge(long statusMaxAge) {
        this.statusMaxAge = statusMaxAge;
    }

    public long getStatusNotFoundGrace() {
        return statusNotFoundGrace;
    }

    /**
     * How long after sending an answer that the message is not found means not yet; 0 or more.
     */
    public void setStatusNotFoundGrace(long statusNotFoundGrace) {
        this.statusNotFoundGrace = statusNotFoundGrace;
    }
}
