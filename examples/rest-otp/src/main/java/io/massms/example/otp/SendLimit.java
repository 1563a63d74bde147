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
package io.massms.example.otp;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * How often a phone gets a code: once in half a minute, for those who click twice; five times in a row and then once in twelve minutes,
 * for its owner's peace and the account's balance.
 */
final class SendLimit {
    static final Duration PAUSE = Duration.ofSeconds(30);
    static final int IN_A_ROW = 5;
    static final Duration LONG_PAUSE = Duration.ofMinutes(12);

    private final Map<String, Phone> phones = new ConcurrentHashMap<>();
    private final Clock clock;

    SendLimit(Clock clock) {
        this.clock = clock;
    }

    /** Takes one send: zero where it may go, else how long to wait. */
    Duration take(String phone) {
        Phone asking = phones.compute(
                phone, (same, known) -> new Phone(known == null ? bucket() : known.bucket(), clock.instant()));
        return Duration.ofNanos(asking.bucket().tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
    }

    /** Forgets phones that may have as many as new ones again. */
    void forgetIdle() {
        Instant longAgo = clock.instant().minus(LONG_PAUSE.multipliedBy(IN_A_ROW));
        phones.values().removeIf(phone -> phone.lastAsked().isBefore(longAgo));
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(Bandwidth.builder().capacity(1).refillGreedy(1, PAUSE).build())
                .addLimit(Bandwidth.builder()
                        .capacity(IN_A_ROW)
                        .refillGreedy(1, LONG_PAUSE)
                        .build())
                .withCustomTimePrecision(new TimeOf(clock))
                .build();
    }

    private record Phone(Bucket bucket, Instant lastAsked) {}

    private record TimeOf(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
