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
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Some hundred rows with the mistakes that real files have, for the first start. */
public final class SampleCampaign {
    private static final Logger LOG = LoggerFactory.getLogger(SampleCampaign.class);

    /** By the country of its numbers. */
    private static final Map<String, String> SAMPLES =
            Map.of("CO", "/sample-campaign.csv", "AR", "/sample-campaign-AR.csv");

    private SampleCampaign() {}

    /** Whether a file with this SHA-256, in hex, is a sample as it was dropped. */
    public static boolean is(String sha256) throws IOException {
        for (String sample : SAMPLES.values()) {
            if (sha256(sample).equals(sha256)) {
                return true;
            }
        }
        return false;
    }

    private static String sha256(String resource) throws IOException {
        try (InputStream sample = open(resource)) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(sample.readAllBytes());
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static InputStream open(String resource) {
        return SampleCampaign.class.getResourceAsStream(resource);
    }

    /** Drops the sample for a country into the inbox, where there is one. */
    static void drop(WorkingDirectory directory, String country) throws IOException {
        String resource = SAMPLES.get(country);
        if (resource == null) {
            LOG.info("There is no sample campaign with numbers of {}: drop a file of your own", country);
            return;
        }
        Path temporary = directory.root().resolve("outbox/.journal/sample-campaign.part");
        try (InputStream sample = open(resource)) {
            Files.copy(sample, temporary, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(temporary, directory.inbox().resolve("sample-campaign.csv"), StandardCopyOption.ATOMIC_MOVE);
    }
}
