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
package io.massms.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * The simulator's time. It follows the system clock until it is set, advanced or frozen; statuses, schedules, sending hours and
 * the dates in answers follow it.
 */
public final class SimulatorClock extends Clock {
    private final Hand hand;
    private final ZoneId zone;

    SimulatorClock() {
        this(new Hand(), ZoneOffset.UTC);
    }

    private SimulatorClock(Hand hand, ZoneId zone) {
        this.hand = hand;
        this.zone = zone;
    }

    /**
     * A clock without a simulator, for tests of what is told the time: it stands until it is moved.
     *
     * @param  instant what it shows
     * @return         frozen
     */
    public static SimulatorClock standingAt(Instant instant) {
        SimulatorClock clock = new SimulatorClock();
        clock.freeze(instant);
        return clock;
    }

    /** Moves to an instant and runs on from there (or stands there, when frozen). */
    public void set(Instant instant) {
        hand.set(Objects.requireNonNull(instant, "instant"));
    }

    /** Moves by an amount; a negative one goes back. */
    public void advance(Duration amount) {
        hand.advance(amount);
    }

    /** Stops at the present instant: from now on only {@link #set} and {@link #advance} move it. */
    public void freeze() {
        hand.freeze();
    }

    /** Stops at the given instant. */
    public void freeze(Instant instant) {
        hand.freeze(Objects.requireNonNull(instant, "instant"));
    }

    /** Runs again after {@link #freeze()}. */
    public void run() {
        hand.run();
    }

    /** Whether it stands still. */
    public boolean frozen() {
        return hand.frozenAt != null;
    }

    /** Back to the system's time, running. */
    public void reset() {
        hand.reset();
    }

    @Override
    public Instant instant() {
        return hand.now();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId newZone) {
        return new SimulatorClock(hand, newZone);
    }

    private static final class Hand {
        private volatile Duration offset = Duration.ZERO;
        private volatile Instant frozenAt;

        Instant now() {
            Instant still = frozenAt;
            return still == null ? Instant.now().plus(offset) : still;
        }

        synchronized void set(Instant instant) {
            if (frozenAt == null) {
                offset = Duration.between(Instant.now(), instant);
            } else {
                frozenAt = instant;
            }
        }

        synchronized void advance(Duration amount) {
            set(now().plus(amount));
        }

        synchronized void freeze() {
            frozenAt = now();
        }

        synchronized void freeze(Instant instant) {
            frozenAt = instant;
        }

        synchronized void run() {
            if (frozenAt != null) {
                offset = Duration.between(Instant.now(), frozenAt);
                frozenAt = null;
            }
        }

        synchronized void reset() {
            offset = Duration.ZERO;
            frozenAt = null;
        }
    }
}
