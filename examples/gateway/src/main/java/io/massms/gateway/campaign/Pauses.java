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
package io.massms.gateway.campaign;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;

/** Which campaigns are held up, and until when: the file consumer passes them over. */
final class Pauses implements GenericFileFilter<Object> {
    /** Under which the registry has them. */
    static final String NAME = "pauses";

    /** Behind its end it is over; before its beginning, too: somebody has set the clock back, and its end may be years away. */
    private record Pause(Instant since, Instant until) {
        boolean isOver(Instant now) {
            return now.isBefore(since) || !now.isBefore(until);
        }
    }

    private final Map<String, Pause> pauses = new ConcurrentHashMap<>();
    private final Duration pause;
    private final Duration patience;
    private final Clock clock;

    Pauses(Duration pause, Duration patience, Clock clock) {
        this.pause = pause;
        this.patience = patience;
        this.clock = clock;
    }

    /**
     * Holds a campaign up.
     *
     * @param notBefore when the provider wants to be asked again; null where it said nothing
     * @return          when the campaign goes on
     */
    Instant holdUp(String campaign, Instant notBefore) {
        Instant now = clock.instant();
        Instant until = now.plus(pause);
        if (notBefore != null && notBefore.isAfter(until)) {
            until = notBefore;
        }
        pauses.put(campaign, new Pause(now, until));
        return until;
    }

    /**
     * Whether a campaign was held up for longer than anybody will wait. Where the gateway was stopped meanwhile, it is tried again
     * behind a pause all the same: a machine that has just started may not have its network yet.
     *
     * @param since when its block did not leave for the first time, also in earlier runs
     */
    boolean patienceEnded(String campaign, Instant since) {
        boolean triedBefore = pauses.containsKey(campaign) || patience.isZero();
        return triedBefore && !clock.instant().isBefore(since.plus(patience));
    }

    /** Ends a campaign's wait. */
    void goOn(String campaign) {
        Instant now = clock.instant();
        pauses.computeIfPresent(campaign, (name, running) -> new Pause(now, now));
    }

    /** The campaign goes well, or has ended. */
    void endWait(String campaign) {
        pauses.remove(campaign);
    }

    @Override
    public boolean accept(GenericFile<Object> file) {
        if (file.isDirectory()) {
            return false;
        }
        String name = file.getFileNameOnly();
        Pause running = pauses.get(name.substring(0, name.length() - ".csv".length()));
        return running == null || running.isOver(clock.instant());
    }
}
