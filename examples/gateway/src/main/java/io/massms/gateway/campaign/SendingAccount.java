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
record SendingAccount(String provider, String account, boolean simulated) {

    /**
     * Why another must not send a campaign of this one, and what would be right; null where he may. Another account of the same
     * provider is what the operator wants who corrects an account's settings, or has another key.
     */
    String differenceTo(SendingAccount now) {
        if (equals(now) || accountDiffersFrom(now)) {
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
                    + " the rest. It goes on when the gateway sends through an account of " + provider + " again"
                    + otherwise;
        }
        return "It belongs to the provider " + provider + ", but this gateway sends through " + now.provider
                + ". It goes on when gateway.provider is " + provider + " again" + otherwise;
    }

    /** Whether both send for real through the same provider, but not through the same account. */
    boolean accountDiffersFrom(SendingAccount now) {
        return !simulated && !now.simulated && provider.equals(now.provider) && !equals(now);
    }
}
