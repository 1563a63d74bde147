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
package io.massms.benchmarks;

/**
 * What a load run is to do.
 *
 * @param sender     which
 * @param inFlight   how many requests are under way at a time; 0 where the sender decides
 * @param latency    of the provider, in milliseconds
 * @param recipients in one request; of a poll, how many messages are outstanding
 */
record Load(String sender, int inFlight, int latency, int recipients) {
    private static final int BULK = 500;
    private static final String TRACKED_CAMPAIGN = "csv-gateway";
    private static final String POLL = "sms-status";

    /** A campaign from a CSV file, with the same text to all or each with its own. */
    static Load campaign(String job, boolean personalised) {
        return new Load(job, 0, 0, personalised ? 1 : BULK);
    }

    boolean isCampaign() {
        return sender.startsWith("csv-");
    }

    /** A tenth where each message is tracked: that takes so much longer, and its speed does not depend on the number. */
    long rowsOf(long campaign) {
        return sender.equals(TRACKED_CAMPAIGN) ? campaign / 10 : campaign;
    }

    /** Messages that the status consumer asks for, among many for which it is not time yet. */
    static Load poll(int outstanding) {
        return new Load(POLL, 0, 0, outstanding);
    }

    boolean isPoll() {
        return sender.equals(POLL);
    }

    boolean needsPostgres() {
        return isPoll() || sender.endsWith("-tracked");
    }
}
