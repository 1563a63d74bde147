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

import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsState;
import io.massms.camel.model.SmsStatus;
import io.massms.camel.spi.Channel;
import io.massms.camel.spi.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** What the tracker's tests send. */
final class Samples {
    static final String ACCOUNT = "markettext:0123456789abcdef";
    static final Duration CLAIM = Duration.ofMinutes(1);

    private Samples() {}

    static Submission plain(String to) {
        return new Submission(ACCOUNT, "markettext", to, null, false, 1, 1, Fingerprint.ofText("Hola"));
    }

    /** One that went by a channel whose provider names the recipient alone. */
    static Submission mailed(String to) {
        return new Submission(ACCOUNT, "smsmasivos", to, null, false, 1, 1, Fingerprint.ofText("Hola"), Channel.smtp);
    }

    static Submission keyed(String to, String clientId) {
        return keyed(to, clientId, 1);
    }

    static Submission keyed(String to, String clientId, int part) {
        return new Submission(ACCOUNT, "markettext", to, clientId, true, part, 3, null);
    }

    /** A long text that a database cannot compress, and so not put into an index. */
    static String patternless(int characters, char first) {
        return new Random(1)
                .ints(characters, first, first + 90)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    static Verdict taken(String messageId) {
        return Verdict.taken(SmsState.ENROUTE, messageId);
    }

    static Verdict refused() {
        return Verdict.rejected(SmsError.MAINTENANCE, "110", "en mantenimiento", "The provider is under maintenance");
    }

    static Verdict timedOut() {
        return Verdict.uncertain(SmsError.TIMEOUT, null, "No answer came in time");
    }

    static SmsStatus status(String messageId, SmsState state) {
        return new SmsStatus("markettext", messageId, null, null, state, null, "1", "una palabra", null);
    }

    static StatusReport received(String messageId, SmsState state) {
        return StatusReport.received(ACCOUNT, status(messageId, state));
    }

    static Admission begin(SmsTracker tracker, Submission submission) {
        return get(tracker.begin(List.of(submission))).get(0);
    }

    static void complete(SmsTracker tracker, UUID id, Verdict verdict, Instant nextCheck) {
        get(tracker.complete(List.of(new Settlement(id, verdict, nextCheck))));
    }

    /** A message that the provider took. */
    static UUID sent(SmsTracker tracker, Submission submission, String messageId, Instant nextCheck) {
        UUID id = begin(tracker, submission).id();
        complete(tracker, id, taken(messageId), nextCheck);
        return id;
    }

    static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
    }
}
