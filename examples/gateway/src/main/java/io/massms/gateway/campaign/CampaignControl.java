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

import io.massms.gateway.setup.WorkingDirectory;
import java.io.IOException;

/** What the operator can do to campaigns under way. */
public final class CampaignControl {
    /** Under which the registry has it. */
    public static final String NAME = "campaignControl";

    private final WorkingDirectory directory;
    private final Pauses pauses;
    private final Cancellations cancellations;
    private final CampaignAccounts accounts;

    CampaignControl(WorkingDirectory directory, Pauses pauses, Cancellations cancellations, CampaignAccounts accounts) {
        this.directory = directory;
        this.pauses = pauses;
        this.cancellations = cancellations;
        this.accounts = accounts;
    }

    /** Says on the disk that a campaign whose file is about to come in belongs to who sends now. */
    public void claim(String campaign) throws IOException {
        accounts.note(campaign);
    }

    /** Ends a campaign's wait; false where no such campaign is under way. */
    public boolean goOn(String campaign) throws IOException {
        pauses.goOn(campaign);
        return directory.underWay().contains(campaign);
    }

    /**
     * Nothing more of a campaign is sent, also after a restart; it ends at once, also where it waits.
     *
     * @return false where no such campaign is under way
     */
    public boolean cancel(String campaign) throws IOException {
        boolean known = cancellations.cancel(campaign);
        pauses.goOn(campaign);
        return known;
    }
}
