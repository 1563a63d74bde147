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
package io.massms.camel.tracker;

import io.massms.camel.model.SmsState;
import io.massms.camel.model.SmsStatus;
import io.massms.camel.spi.Channel;
import io.massms.camel.spi.Verdict;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A message as the tracker knows it.
 *
 * @param id         the tracker's own id; ids sort by the time of sending
 * @param submission what was sent to whom
 * @param stage      how much is known; a message in flight whose process died is returned as uncertain
 * @param verdict    the outcome; null until there is one
 * @param note       the note of the person who settled it, or a later report that contradicts its final state; null if there is none
 * @param created    when sending began
 * @param updated    when the tracker last learned something about it
 * @param nextCheck  when it is due: to ask for its status, or to emit its final report again; null for never
 */
public record TrackedMessage(
        UUID id,
        Submission submission,
        Stage stage,
        Verdict verdict,
        String note,
        Instant created,
        Instant updated,
        Instant nextCheck) {

    /**
     * The state of the message.
     *
     * @return {@link SmsState#UNKNOWN} until there is an outcome
     */
    public SmsState state() {
        return verdict == null ? SmsState.UNKNOWN : verdict.state();
    }

    /**
     * Whether it can be {@linkplain SmsTracker#settle settled}: it may have been sent or not, or the provider accepted it and then did not know
     * it any more.
     *
     * @return true if it can be settled
     */
    public boolean canBeSettled() {
        return stage == Stage.UNCERTAIN || wasForgotten();
    }

    /**
     * Whether its polling is finished: its state is final, or the provider says nothing more about it. If it is due nevertheless, its final
     * report has not been delivered yet.
     *
     * @return true if the provider need not be asked any more
     */
    public boolean pollingFinished() {
        return stage == Stage.FINISHED || wasForgotten();
    }

    /** Whether the provider took it and then knew nothing of it. */
    private boolean wasForgotten() {
        return stage == Stage.TAKEN && state() == SmsState.UNKNOWN;
    }

    /**
     * The provider's id of the message.
     *
     * @return null if there is none, or none yet. For a message sent by mail: a name of the error mail that settled it
     */
    public String providerMessageId() {
        return verdict == null ? null : verdict.messageId();
    }

    /**
     * The outcome that a second send with the same key gets.
     *
     * @return the outcome; null until there is one
     */
    public Verdict outcome() {
        return verdict == null || Objects.equals(verdict.messageId(), reportedId())
                ? verdict
                : verdict.withMessageId(null);
    }

    /** A message by mail has no id: what stands in its place is the mail that settled it, which is of use to trackers alone. */
    private String reportedId() {
        return submission.channel() == Channel.smtp ? null : providerMessageId();
    }

    /**
     * The delivery report of the message.
     *
     * @return its present state as a report
     */
    public SmsStatus status() {
        return new SmsStatus(
                submission.provider(),
                reportedId(),
                submission.clientId(),
                submission.to(),
                state(),
                verdict == null ? null : verdict.error(),
                verdict == null ? null : verdict.providerCode(),
                verdict == null ? null : verdict.providerText(),
                updated);
    }

    /** The same, keeping no other message from going. */
    TrackedMessage withoutKey() {
        return new TrackedMessage(id, submission.withoutKey(), stage, verdict, note, created, updated, nextCheck);
    }

    /** The same, of which more is known. */
    TrackedMessage withVerdict(Stage newStage, Verdict newVerdict, Instant now) {
        return new TrackedMessage(id, submission, newStage, newVerdict, note, created, now, nextCheck);
    }

    /** The same with what somebody, or a later report, said of it. */
    TrackedMessage withNote(String newNote, Instant now) {
        return new TrackedMessage(id, submission, stage, verdict, newNote, created, now, nextCheck);
    }

    /** The same, to be asked for at another time, or never. */
    TrackedMessage withNextCheck(Instant time) {
        return new TrackedMessage(id, submission, stage, verdict, note, created, updated, time);
    }

    /** Where it stands, without the recipient: that is personal data. */
    @Override
    public String toString() {
        return "TrackedMessage[" + id + ", " + submission.account() + ", " + stage + ", " + state() + "]";
    }
}
