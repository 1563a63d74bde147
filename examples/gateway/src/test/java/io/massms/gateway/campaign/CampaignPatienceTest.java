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

import static org.assertj.core.api.Assertions.assertThat;

import io.massms.gateway.setup.WorkingDirectory;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.apache.camel.component.file.GenericFile;
import org.junit.jupiter.api.Test;

class CampaignPatienceTest extends CampaignTestSupport {
    private static final Instant NOW = Instant.parse("2027-01-01T12:00:00Z");

    private Instant now = NOW;

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    @Test
    void aRestartDoesNotBeginItAnew() throws IOException {
        try (WorkingDirectory directory = prepared("restart")) {
            Instant since = holdUp(directory);
            assertThat(since).isNotNull();
            assertThat(holdUp(directory)).isEqualTo(since);

            Campaign campaign = campaigns(directory).open("c");
            send(campaign, campaign.blocks().next());
            assertThat(campaign.heldUpSince()).as("behind a block that left").isNull();
            campaign.close();
        }
    }

    @Test
    void whatWasHeldUpWhileTheGatewayStoodIsTriedTwiceBeforeItIsWrittenOff() {
        Pauses pauses = pauses(Duration.ofHours(24));
        Instant since = NOW.minus(Duration.ofDays(3));
        assertThat(pauses.patienceEnded("c", since)).isFalse();
        pauses.holdUp("c", null);
        assertThat(pauses.patienceEnded("c", since)).isTrue();
        assertThat(pauses.patienceEnded("c", NOW.minus(Duration.ofHours(23)))).isFalse();
    }

    @Test
    void withoutPatienceNothingWaits() {
        assertThat(pauses(Duration.ZERO).patienceEnded("c", NOW)).isTrue();
    }

    @Test
    void aCampaignIsTriedAgainThoughTheClockWasSetBack() {
        Pauses pauses = pauses(Duration.ofHours(24));
        pauses.holdUp("c", null);
        assertThat(goesOn(pauses)).isFalse();
        now = NOW.plusSeconds(59);
        assertThat(goesOn(pauses)).isFalse();
        now = NOW.minus(Duration.ofDays(365));
        assertThat(goesOn(pauses)).isTrue();

        pauses.holdUp("c", null);
        assertThat(goesOn(pauses)).isFalse();
        now = now.plusSeconds(60);
        assertThat(goesOn(pauses)).isTrue();
    }

    private static boolean goesOn(Pauses pauses) {
        GenericFile<Object> file = new GenericFile<>();
        file.setFileNameOnly("c.csv");
        return pauses.accept(file);
    }

    private Pauses pauses(Duration patience) {
        return new Pauses(Duration.ofMinutes(1), patience, clock);
    }

    private Instant holdUp(WorkingDirectory directory) throws IOException {
        try (Campaign campaign = campaigns(directory).open("c")) {
            campaign.intend(campaign.blocks().next());
            campaign.release();
            return campaign.heldUpSince();
        }
    }
}
