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
     * The most requests of the account that start in a second, evenly spread, such as 0.5 or 20; takes the place of the
     * interval that the provider asks for. All endpoints of the account in this process share the pace.
     */
    public void setRequestsPerSecond(Double requestsPerSecond) {
        this.requestsPerSecond = requestsPerSecond;
    }

    public long getRateLimitWait() {
        return rateLimitWait;
    }

    /**
     * How long a request waits at most when the provider asked the account to slow down; a longer pause rejects it for
     * now, unsent, with the time from which it may go.
     */
    public void setRateLimitWait(long rateLimitWait) {
        this.rateLimitWait = rateLimitWait;
    }

    public RateLimit getRateLimit() {
        return rateLimit;
    }

    /**
     * A pace that several processes keep together, such as a Bucket4jRateLimit over PostgreSQL.
     */
    public void setRateLimit(RateLimit rateLimit) {
        this.rateLimit = rateLimit;
    }
}
