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
package io.massms.camel.hold;

import io.massms.camel.model.SmsMessage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.quartz.JobKey;
import org.quartz.TriggerKey;

/**
 * What jobs are called: all jobs of a client id share a group, and the same messages for the same time under the same client id have
 * the same name.
 * References can be longer than a job store's columns, so digests stand for them.
 */
final class HeldKeys {
    /** What the names of all groups begin with. */
    static final String GROUPS = "massms.";

    private static final int LENGTH = 16;

    private HeldKeys() {}

    static String group(String account, String clientId) {
        MessageDigest digest = sha256();
        add(digest, clientId);
        return GROUPS + account + "." + hex(digest);
    }

    static JobKey job(String account, String clientId, Instant due, List<SmsMessage> messages) {
        MessageDigest digest = sha256();
        add(digest, due.toString());
        add(digest, messages.get(0).text());
        add(digest, messages.get(0).from());
        add(digest, messages.get(0).html());
        add(digest, String.valueOf(messages.get(0).type()));
        messages.forEach(message -> add(digest, message.to()));
        return new JobKey(hex(digest), group(account, clientId));
    }

    static TriggerKey trigger(JobKey job) {
        return new TriggerKey(job.getName(), job.getGroup());
    }

    private static void add(MessageDigest digest, String value) {
        if (value != null) {
            digest.update(value.getBytes(StandardCharsets.UTF_8));
        }
        digest.update((byte) (value == null ? 1 : 0));
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest(), 0, LENGTH);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
