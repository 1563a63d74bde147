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
package io.massms.gateway.track;

import io.massms.camel.tracker.JdbcTracker;
import io.massms.camel.tracker.SmsTracker;
import java.io.Closeable;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** What the gateway remembers of messages. */
public final class Tracking implements Closeable {
    private final SmsTracker tracker;
    private final CampaignIndex campaigns;
    private final Accounts accounts;

    private Tracking(SmsTracker tracker, CampaignIndex campaigns, Accounts accounts) {
        this.tracker = tracker;
        this.campaigns = campaigns;
        this.accounts = accounts;
    }

    /**
     * That of a database.
     *
     * @param retention  after what time finished messages are forgotten
     * @param idempotent whether a message with the same reference goes once
     */
    static Tracking in(DataSource database, Duration retention, boolean idempotent) throws SQLException {
        CampaignIndex campaigns = new CampaignIndex(database, retention, idempotent);
        campaigns.create();
        return new Tracking(
                JdbcTracker.builder(database)
                        .createSchema(true)
                        .retention(retention)
                        .build(),
                campaigns,
                Accounts.in(database));
    }

    /** Every message sent. */
    public SmsTracker tracker() {
        return tracker;
    }

    /** Which row of which campaign a message comes from. */
    public CampaignIndex campaigns() {
        return campaigns;
    }

    /** Finds messages that went through any account of the provider which sends now. */
    public Messages messages() {
        return new Messages(tracker, accounts::known);
    }

    /** Says through which account messages go from now on. */
    void sendThrough(String account, String provider, boolean simulated) throws SQLException {
        accounts.note(account, provider, simulated);
    }

    @Override
    public void close() {
        tracker.close();
    }
}
