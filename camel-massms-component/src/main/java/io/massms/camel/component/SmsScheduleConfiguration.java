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

import io.massms.camel.dispatch.OutsideWindow;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** When messages are sent. */
@UriParams
public abstract class SmsScheduleConfiguration extends SmsInboxConfiguration {
    @UriParam(label = "producer")
    private String sendWindow;

    @UriParam(label = "producer")
    private String sendWindowDays;

    @UriParam(label = "producer")
    private String sendWindowZone;

    @UriParam(label = "producer", defaultValue = "send")
    private OutsideWindow outsideWindow = OutsideWindow.send;

    @UriParam(label = "producer,advanced", javaType = "java.time.Duration", defaultValue = "3600000")
    private long scheduleGrace = 3_600_000;

    @UriParam(label = "producer,advanced", defaultValue = "5")
    private int scheduledRetries = 5;

    @UriParam(label = "producer,advanced", javaType = "java.time.Duration", defaultValue = "10000")
    private long scheduledRetryDelay = 10_000;

    @UriParam(label = "producer,advanced")
    private String scheduledResultUri;

    public String getSendWindow() {
        return sendWindow;
    }

    /**
     * The hours in which messages may go, such as 08:00-21:00, several with commas between them, 20:00-06:00 over
     * midnight, or provider for the hours that the manual of the provider names.
     */
    public void setSendWindow(String sendWindow) {
        this.sendWindow = sendWindow;
    }

    public String getSendWindowDays() {
        return sendWindowDays;
    }

    /**
     * The days on which the sending hours begin, such as MON-FRI or MON,WED,SAT; every day by default.
     */
    public void setSendWindowDays(String sendWindowDays) {
        this.sendWindowDays = sendWindowDays;
    }

    public String getSendWindowZone() {
        return sendWindowZone;
    }

    /**
     * The time zone of the sending hours, such as America/Bogota; by default the one in which the provider reads times.
     */
    public void setSendWindowZone(String sendWindowZone) {
        this.sendWindowZone = sendWindowZone;
    }

    public OutsideWindow getOutsideWindow() {
        return outsideWindow;
    }

    /**
     * What happens to messages whose time (the scheduled one, if there is one) lies outside the sending hours: send
     * them all the same, reject them for now with the time from which they may go, or hold them until the hours begin.
     */
    public void setOutsideWindow(OutsideWindow outsideWindow) {
        this.outsideWindow = outsideWindow;
    }

    public long getScheduleGrace() {
        return scheduleGrace;
    }

    /**
     * How late a held message may go where no endpoint of its account ran at its time, counted until one starts in the
     * process that sends it; an older one is reported as TOO_LATE and not sent. One that waits for its turn behind others
     * while the endpoint runs goes however late that is.
     */
    public void setScheduleGrace(long scheduleGrace) {
        this.scheduleGrace = scheduleGrace;
    }

    public int getScheduledRetries() {
        return scheduledRetries;
    }

    /**
     * How often a held message is tried again that surely did not leave.
     */
    public void setScheduledRetries(int scheduledRetries) {
        this.scheduledRetries = scheduledRetries;
    }

    public long getScheduledRetryDelay() {
        return scheduledRetryDelay;
    }

    /**
     * How long before a held message is tried again for the first time; each later try waits twice as long.
     */
    public void setScheduledRetryDelay(long scheduledRetryDelay) {
        this.scheduledRetryDelay = scheduledRetryDelay;
    }

    public String getScheduledResultUri() {
        return scheduledResultUri;
    }

    /**
     * The endpoint that gets the SmsResult of held messages once they were sent or given up; where there was a failure
     * the exchange has it as its caught exception. Without it failures are logged.
     */
    public void setScheduledResultUri(String scheduledResultUri) {
        this.scheduledResultUri = scheduledResultUri;
    }
}
