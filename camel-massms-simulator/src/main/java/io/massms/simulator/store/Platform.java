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
package io.massms.simulator.store;

import io.massms.simulator.SimulatorClock;
import io.massms.simulator.SimulatorOptions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Everything that the simulated providers remember, in one place, so that one reset clears it all. */
public final class Platform {
    private final SimulatorOptions options;
    private final SimulatorClock clock;
    private final Ledger ledger;
    private final RequestLog requests;
    private final Balances balances;
    private final Recipients recipients;
    private final Accounts accounts;
    private final RecentTexts recentTexts;
    private final MonthlyCounts monthlyCounts = new MonthlyCounts();
    private final Inbox inbox;
    private final BlockLines blockLines;
    private final Pushes pushes;
    private final Changes changes = new Changes();
    private final Set<String> maintenance = ConcurrentHashMap.newKeySet();

    public Platform(SimulatorOptions options, SimulatorClock clock) {
        this.options = options;
        this.clock = clock;
        ledger = new Ledger(clock, options.maxMessages());
        requests = new RequestLog(options.maxRequests(), options.maxRequestBytes(), changes);
        balances = new Balances(options.balance());
        recipients = new Recipients(options.recipients(), options.magicNumbers());
        accounts = new Accounts(options.accounts());
        inbox = new Inbox(clock, options.maxMessages());
        blockLines = new BlockLines(options.maxMessages());
        pushes = new Pushes(options.maxMessages(), changes);
        recentTexts = new RecentTexts(options.duplicateWindow(), options.maxMessages());
    }

    public SimulatorOptions options() {
        return options;
    }

    public SimulatorClock clock() {
        return clock;
    }

    public Ledger ledger() {
        return ledger;
    }

    public RequestLog requests() {
        return requests;
    }

    public Balances balances() {
        return balances;
    }

    public Recipients recipients() {
        return recipients;
    }

    public Accounts accounts() {
        return accounts;
    }

    public RecentTexts recentTexts() {
        return recentTexts;
    }

    public MonthlyCounts monthlyCounts() {
        return monthlyCounts;
    }

    public Inbox inbox() {
        return inbox;
    }

    public BlockLines blockLines() {
        return blockLines;
    }

    public Pushes pushes() {
        return pushes;
    }

    /** Who is told that something may look different. */
    public Changes changes() {
        return changes;
    }

    /** The ids of the providers that answer "under maintenance". */
    public Set<String> maintenance() {
        return maintenance;
    }

    public void reset() {
        ledger.reset();
        requests.reset();
        balances.reset();
        recipients.reset();
        accounts.reset();
        inbox.reset();
        blockLines.reset();
        pushes.reset();
        recentTexts.reset();
        monthlyCounts.reset();
        maintenance.clear();
        clock.reset();
    }
}
