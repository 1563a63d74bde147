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

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the operator how campaigns go, a line every few seconds and one at the end. */
public final class ProgressLog implements CampaignListener {
    private static final Logger LOG = LoggerFactory.getLogger(ProgressLog.class);

    private final long interval;
    private long lastLine = System.nanoTime();

    /** With so much time between two lines. */
    public ProgressLog(Duration interval) {
        this.interval = interval.toNanos();
    }

    @Override
    public void changed(CampaignStatus status) {
        if (status.phase() == CampaignStatus.Phase.DONE) {
            done(status);
        } else if (status.phase() == CampaignStatus.Phase.BROKEN_OFF) {
            LOG.error("{}: broke off, tried again after gateway.pause: {}", status.name(), status.trouble());
        } else if (isUnderWay(status) && System.nanoTime() - lastLine >= interval) {
            lastLine = System.nanoTime();
            LOG.info("{}: {}", status.name(), status.line());
        }
    }

    /** Before its first row nobody can say how long it takes. */
    private static boolean isUnderWay(CampaignStatus status) {
        return status.phase() == CampaignStatus.Phase.RUNNING && status.counts().rows() > 0;
    }

    private static void done(CampaignStatus status) {
        LOG.info(
                "{}: {}, {} rows: {}; {} rows/s. Results: {}",
                status.name(),
                status.dryRun() == null ? "done" : "checked and not sent",
                String.format("%,d", status.counts().rows()),
                status.counts(),
                String.format("%,.0f", status.rowsPerSecond()),
                status.results());
        if (status.dryRun() != null) {
            LOG.info(
                    "{}: what it would cost\n{}", status.name(), status.dryRun().table());
        }
    }
}
