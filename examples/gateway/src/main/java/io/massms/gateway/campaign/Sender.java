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

/**
 * Who sends a campaign.
 *
 * @param provider  the provider's id
 * @param account   a name of the account that tells nothing; null where the simulator stands in for it
 * @param simulated whether nothing is really sent
 */
record Sender(String provider, String account, boolean simulated) {

    /** What another would do to a campaign of this one, and what would be right; null where that is nothing. */
    String differenceTo(Sender now) {
        if (equals(now)) {
            return null;
        }
        String otherwise = "; to send it otherwise, cancel it and drop the rows that were not sent as a new file";
        if (simulated && !now.simulated) {
            return "It belongs to the simulator, but this gateway sends for real through " + now.provider
                    + ". It goes on when the gateway simulates " + provider + " again (gateway.simulator=true)"
                    + otherwise;
        }
        if (now.simulated && !simulated) {
            return "It belongs to the real account " + account
                    + ", but this gateway only simulates, so nobody would get"
                    + " the rest. It goes on when the gateway has that account's settings again" + otherwise;
        }
        return provider.equals(now.provider)
                ? "It belongs to the account " + account + ", but this gateway sends through the account " + now.account
                        + " (another user, API id or base URL). It goes on when the gateway has that account's settings"
                        + " again" + otherwise
                : "It belongs to the provider " + provider + ", but this gateway sends through " + now.provider
                        + ". It goes on when gateway.provider is " + provider + " again" + otherwise;
    }
}
