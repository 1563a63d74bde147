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

import io.massms.camel.spi.RateLimit;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** How fast requests follow one another. */
@UriParams
public abstract class SmsPaceConfiguration extends SmsScheduleConfiguration {
    @UriParam(label = "producer,advanced")
    private Double requestsPerSecond;

    @UriParam(label = "producer,advanced", javaType = "java.time.Duration", defaultValue = "10000")
    private long rateLimitWait = 10_000;

    @UriParam(label = "producer,advanced")
    private RateLimit rateLimit;

    public Double getRequestsPerSecond() {
        return requestsPerSecond;
    }

    /**
     * The most requests per second that the account starts, evenly spread, such as 0.5 or 20; at least one request per
     * day (0.0000116). All endpoints of the account in this component share this rate. It replaces the interval that
     * the provider asks for. If requestInterval is also set, the slower of the two applies.
     */
    public void setRequestsPerSecond(Double requestsPerSecond) {
        this.requestsPerSecond = requestsPerSecond;
    }

    public long getRateLimitWait() {
        return rateLimitWait;
    }

    /**
     * How long a request waits at most after the provider asked the account to slow down. If the provider asks for a
     * longer pause, the request is not sent and fails with the time from which it may be sent. 0 or more.
     */
    public void setRateLimitWait(long rateLimitWait) {
        this.rateLimitWait = rateLimitWait;
    }

    public RateLimit getRateLimit() {
        return rateLimit;
    }

    /**
     * A rate limit that several processes share, such as a Bucket4jRateLimit over PostgreSQL.
     */
    public void setRateLimit(RateLimit rateLimit) {
        this.rateLimit = rateLimit;
    }
}
