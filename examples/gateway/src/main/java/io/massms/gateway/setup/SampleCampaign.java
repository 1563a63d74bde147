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
package io.massms.gateway.setup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Some hundred rows with the mistakes that real files have, for the first start. */
public final class SampleCampaign {
    private SampleCampaign() {}

    /** Whether a file with this SHA-256, in hex, is the sample as it was dropped. */
    public static boolean is(String sha256) throws IOException {
        try (InputStream sample = open()) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(sample.readAllBytes());
            return HexFormat.of().formatHex(hash).equals(sha256);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static InputStream open() {
        return SampleCampaign.class.getResourceAsStream("/sample-campaign.csv");
    }

    /** Drops the sample into the inbox. */
    static void drop(WorkingDirectory directory) throws IOException {
        Path temporary = directory.root().resolve("outbox/.journal/sample-campaign.part");
        try (InputStream sample = open()) {
            Files.copy(sample, temporary, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(temporary, directory.inbox().resolve("sample-campaign.csv"), StandardCopyOption.ATOMIC_MOVE);
    }
}
