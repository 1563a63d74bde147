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
 * @param stage      how far our knowledge goes; a message in flight whose process died reads as uncertain
 * @param verdict    what is known of it; null until there is an outcome
 * @param note       what somebody wrote when settling it, or a later report that contradicted a final state; null where there is none
 * @param created    when its sending began
 * @param updated    when the tracker last learnt something of it
 * @param nextCheck  when to ask the provider for its status; null for never
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
     * Where it stands.
     *
     * @return {@link SmsState#UNKNOWN} until there is an outcome
     */
    public SmsState state() {
        return verdict == null ? SmsState.UNKNOWN : verdict.state();
    }

    /**
     * Whether it takes somebody to say what became of it: its outcome is open, or the provider took it and then knew nothing of it.
     *
     * @return true where it can be {@linkplain SmsTracker#settle settled}
     */
    public boolean canBeSettled() {
        return stage == Stage.UNCERTAIN || wasForgotten();
    }

    /**
     * Whether nobody asks for it any longer: its state is final, or the last that the provider says of it. Where it is due all the same,
     * its change was not told yet.
     *
     * @return true where it needs no question
     */
    public boolean hasLastWord() {
        return stage == Stage.FINISHED || wasForgotten();
    }

    /** Whether the provider took it and then knew nothing of it. */
    private boolean wasForgotten() {
        return stage == Stage.TAKEN && state() == SmsState.UNKNOWN;
    }

    /**
     * What the provider, or a mail, calls it.
     *
     * @return null where nobody gave it an id, or none yet; of a message by mail the mail that settled it
     */
    public String providerMessageId() {
        return verdict == null ? null : verdict.messageId();
    }

    /**
     * What is told to whoever sends it again.
     *
     * @return its outcome; null until there is one
     */
    public Verdict told() {
        return verdict == null || Objects.equals(verdict.messageId(), toldId()) ? verdict : verdict.withMessageId(null);
    }

    /** A message by mail has no id: what stands in its place is the mail that settled it, which is of use to trackers alone. */
    private String toldId() {
        return submission.channel() == Channel.smtp ? null : providerMessageId();
    }

    /**
     * What there is to tell a route of it.
     *
     * @return its state as a report
     */
    public SmsStatus status() {
        return new SmsStatus(
                submission.provider(),
                toldId(),
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
