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
package io.massms.camel.ratelimit;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.massms.camel.spi.RateLimit;
import java.time.Duration;

/** A pace that processes share through a store of Bucket4j, such as PostgreSQL: a bucket for each account. */
public final class Bucket4jRateLimit implements RateLimit {
    private final ProxyManager<String> buckets;
    private final BucketConfiguration configuration;

    /**
     * A pace.
     *
     * @param buckets       where they are kept
     * @param configuration how many requests an account may start in which time
     */
    public Bucket4jRateLimit(ProxyManager<String> buckets, BucketConfiguration configuration) {
        this.buckets = buckets;
        this.configuration = configuration;
    }

    @Override
    public Duration reserve(String account) {
        return Duration.ofNanos(
                buckets.builder().build(account, () -> configuration).consumeIgnoringRateLimits(1));
    }
}
