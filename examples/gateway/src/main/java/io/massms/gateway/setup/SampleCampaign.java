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

/** Some hundred rows with the mistakes that real files have, for the first start. */
final class SampleCampaign {
    private SampleCampaign() {}

    /** Drops the sample into the inbox. */
    static void drop(WorkingDirectory directory) throws IOException {
        Path temporary = directory.root().resolve("outbox/.journal/sample-campaign.part");
        try (InputStream sample = SampleCampaign.class.getResourceAsStream("/sample-campaign.csv")) {
            Files.copy(sample, temporary, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(temporary, directory.inbox().resolve("sample-campaign.csv"), StandardCopyOption.ATOMIC_MOVE);
    }
}
