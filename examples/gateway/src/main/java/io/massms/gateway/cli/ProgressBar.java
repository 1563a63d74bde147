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
package io.massms.gateway.cli;

import io.massms.gateway.campaign.CampaignListener;
import io.massms.gateway.campaign.CampaignStatus;
import java.io.PrintWriter;

/** One line that is drawn over and over while a campaign runs. */
final class ProgressBar implements CampaignListener {
    private static final int WIDTH = 20;
    private static final long INTERVAL = 200_000_000;
    private static final String CLEAR_LINE = "\r\u001B[K";
    /** A line that is too long for the terminal is cut: what ran over into a second one could not be drawn over. */
    private static final String CUT = "\u001B[?7l";

    private static final String WRAP = "\u001B[?7h";

    private final PrintWriter out;
    private long lastDrawn = System.nanoTime() - INTERVAL;

    ProgressBar(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void changed(CampaignStatus status) {
        if (status.phase() != CampaignStatus.Phase.RUNNING) {
            out.print(CLEAR_LINE);
        } else if (System.nanoTime() - lastDrawn >= INTERVAL) {
            lastDrawn = System.nanoTime();
            int filled = (int) (WIDTH * status.fraction());
            String bar = "[" + "#".repeat(filled) + " ".repeat(WIDTH - filled) + "] ";
            out.print(CLEAR_LINE + CUT + bar + status.shortLine() + WRAP);
        }
        out.flush();
    }
}
