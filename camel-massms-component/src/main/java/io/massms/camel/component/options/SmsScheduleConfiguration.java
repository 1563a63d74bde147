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
     * The hours in which messages may be sent, such as 08:00-21:00. Several ranges are separated by commas;
     * 20:00-06:00 goes over midnight. The value provider means the hours in the provider's manual.
     */
    public void setSendWindow(String sendWindow) {
        this.sendWindow = sendWindow;
    }

    public String getSendWindowDays() {
        return sendWindowDays;
    }

    /**
     * The days on which the sending hours begin, such as MON-FRI or MON,WED,SAT. The default is every day.
     */
    public void setSendWindowDays(String sendWindowDays) {
        this.sendWindowDays = sendWindowDays;
    }

    public String getSendWindowZone() {
        return sendWindowZone;
    }

    /**
     * The time zone of the sending hours, such as America/Bogota. The default is the time zone of the provider (the
     * option zone).
     */
    public void setSendWindowZone(String sendWindowZone) {
        this.sendWindowZone = sendWindowZone;
    }

    public OutsideWindow getOutsideWindow() {
        return outsideWindow;
    }

    /**
     * What happens to a message whose time (the scheduled time, if it has one) is outside the sending hours: send
     * sends it anyway, reject does not send it and fails with the time from which it may be sent, hold keeps it until
     * the sending hours begin.
     */
    public void setOutsideWindow(OutsideWindow outsideWindow) {
        this.outsideWindow = outsideWindow;
    }

    public long getScheduleGrace() {
        return scheduleGrace;
    }

    /**
     * How late a held message may be sent if no endpoint of its account was running at its time. A message that is
     * later than this when such an endpoint starts is reported as TOO_LATE and not sent. A message that only waits
     * behind others while an endpoint is running is sent however late it is. Each process knows only its own
     * endpoints. 0 or more.
     */
    public void setScheduleGrace(long scheduleGrace) {
        this.scheduleGrace = scheduleGrace;
    }

    public int getScheduledRetries() {
        return scheduledRetries;
    }

    /**
     * How often a held message is tried again if it certainly was not sent and the error may pass. 0 or more.
     */
    public void setScheduledRetries(int scheduledRetries) {
        this.scheduledRetries = scheduledRetries;
    }

    public long getScheduledRetryDelay() {
        return scheduledRetryDelay;
    }

    /**
     * The wait before the first new try of a held message. Each later try waits twice as long. At least 1 ms.
     */
    public void setScheduledRetryDelay(long scheduledRetryDelay) {
        this.scheduledRetryDelay = scheduledRetryDelay;
    }

    public String getScheduledResultUri() {
        return scheduledResultUri;
    }

    /**
     * The endpoint that receives the SmsResult of held messages after they were sent or given up. If there was a
     * failure, the exchange has it as its caught exception. Without this option failures are only logged.
     */
    public void setScheduledResultUri(String scheduledResultUri) {
        this.scheduledResultUri = scheduledResultUri;
    }
}
