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
package io.massms.camel.model;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of one message to one recipient, whether or not its text was split into parts. Only all of its receipts tell: where the
 * option {@code receipts} is not {@code all} some may be missing, and then nobody can say.
 *
 * @param receipts of its parts, in their order; at least one
 */
public record SmsMessageResult(List<SmsReceipt> receipts) {

    /** Keeps the list from changing. */
    public SmsMessageResult {
        if (receipts == null || receipts.isEmpty()) {
            throw new IllegalArgumentException("There are no receipts; right is one for each part of a message");
        }
        receipts = List.copyOf(receipts);
    }

    /**
     * The receipts of a send by message: those of a message's parts stand together.
     *
     * @param  receipts in the order of the input
     * @return          one for each message of which there is a receipt, in the same order
     */
    public static List<SmsMessageResult> group(List<SmsReceipt> receipts) {
        List<SmsMessageResult> messages = new ArrayList<>(receipts.size());
        int end;
        for (int first = 0; first < receipts.size(); first = end) {
            end = first + 1;
            while (end < receipts.size() && follows(receipts.get(end - 1), receipts.get(end))) {
                end++;
            }
            messages.add(new SmsMessageResult(receipts.subList(first, end)));
        }
        return List.copyOf(messages);
    }

    private static boolean follows(SmsReceipt earlier, SmsReceipt later) {
        return earlier.parts() == later.parts() && earlier.part() < later.part();
    }

    /**
     * Whether the receipts of all its parts are here.
     *
     * @return false where some were not kept
     */
    public boolean complete() {
        return receipts.size() == Math.max(1, receipts.get(0).parts());
    }

    /**
     * Where the message as a whole stands.
     *
     * @return the state of the part that decides; {@link SmsState#UNKNOWN} where some parts left, or may have left, and others did
     *         not, or nobody can say: the same message again could reach the recipient in part twice
     */
    public SmsState state() {
        boolean gone = receipts.stream().allMatch(SmsReceipt::accepted);
        boolean stayed = receipts.stream().noneMatch(part -> part.accepted() || part.uncertain());
        return complete() && (gone || stayed) ? decisive().state() : SmsState.UNKNOWN;
    }

    /**
     * The receipt that decides: the first that tells of a failure, else the first of a part that was left out, else the first.
     *
     * @return never null
     */
    public SmsReceipt decisive() {
        return receipts.stream()
                .filter(part -> part.rejected() || part.uncertain())
                .findFirst()
                .or(() -> receipts.stream().filter(part -> !part.accepted()).findFirst())
                .orElse(receipts.get(0));
    }

    /**
     * Why it did not go, or may not have gone as a whole.
     *
     * @return null where nothing failed
     */
    public SmsError error() {
        return decisive().error();
    }

    /**
     * Whether the provider took all of it.
     *
     * @return true when it left for certain
     */
    public boolean accepted() {
        return state().isAccepted();
    }

    /**
     * Whether it may have left, or did in part.
     *
     * @return true when it must not simply be sent again
     */
    public boolean uncertain() {
        return state() == SmsState.UNKNOWN;
    }

    /**
     * Whether surely nothing of it left.
     *
     * @return true when it was refused
     */
    public boolean rejected() {
        return state() == SmsState.REJECTED;
    }

    /**
     * Whether surely nothing of it left and it is worth sending again as a whole.
     *
     * @return true when it was refused for passing reasons only
     */
    public boolean retryable() {
        return rejected() && receipts.stream().filter(SmsReceipt::rejected).allMatch(SmsReceipt::retryable);
    }

    /** Says what became of it, without recipient or text: those are personal data. */
    @Override
    public String toString() {
        return "SmsMessageResult[" + state() + (error() == null ? "" : ", error=" + error()) + ", receipts="
                + receipts.size() + "]";
    }
}
