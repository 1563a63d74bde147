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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.massms.gateway.csv.UnreadableFileException;
import io.massms.gateway.setup.WorkingDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** A crash can leave the journal after each of its bytes: whatever it left, no row is sent twice and none is lost. */
class CampaignResumeTest extends CampaignTestSupport {
    @Test
    void afterACrashAtAnyByteOfTheJournalNoRowIsSentTwiceAndNoneIsLost() throws IOException {
        byte[] journal;
        byte[] results;
        try (WorkingDirectory whole = prepared("whole")) {
            assertThat(run(whole)).containsExactlyElementsOf(ALL);
            journal = Files.readAllBytes(whole.journal("c"));
            results = Files.readAllBytes(whole.results("c"));
        }
        for (int length = 0; length < journal.length; length++) {
            String left = new String(journal, 0, length, StandardCharsets.UTF_8);
            try (WorkingDirectory directory = prepared("crash-" + length)) {
                Files.writeString(directory.journal("c"), left);
                Files.write(directory.results("c"), Arrays.copyOf(results, results.length * length / journal.length));
                int mayHaveLeft = BLOCK * count(left, "\"intent\"");
                int settled = Math.min(ROWS, BLOCK * count(left, "\"outcome\""));
                growTo(directory.results("c"), results, lengthWith(results, settled));

                List<String> sent = run(directory);

                assertThat(sent)
                        .as("sent after a crash at byte %d", length)
                        .containsExactlyElementsOf(ALL.subList(Math.min(ROWS, mayHaveLeft), ROWS));
                List<CSVRecord> rows = results(directory);
                assertThat(rows).extracting(row -> row.get("to")).containsExactlyElementsOf(ALL);
                for (int i = 0; i < ROWS; i++) {
                    boolean inFlight = i >= settled && i < mayHaveLeft;
                    assertThat(rows.get(i).get("state"))
                            .as("row %d after a crash at byte %d", i + 1, length)
                            .isEqualTo(inFlight ? "UNKNOWN" : "ENROUTE");
                }
                assertThat(directory.done("c")).exists();
            }
        }
    }

    @Test
    void aCampaignThatWasReleasedBeforeTheCrashSendsItsBlockAgain() throws IOException {
        try (WorkingDirectory directory = prepared("released")) {
            Campaigns campaigns = campaigns(directory);
            Campaign campaign = campaigns.open("c");
            campaign.intend(campaign.blocks().next());
            campaign.release();
            campaign.close();

            assertThat(run(directory)).containsExactlyElementsOf(ALL);
        }
    }

    @Test
    void aCampaignThatWasCancelledBeforeTheCrashSendsNoMore() throws IOException {
        try (WorkingDirectory directory = prepared("cancelled")) {
            Campaign campaign = campaigns(directory).open("c");
            send(campaign, campaign.blocks().next());
            assertThat(Cancellations.in(directory).cancel("c")).isTrue();
            campaign.close();

            assertThat(run(directory)).isEmpty();
            assertThat(results(directory).subList(BLOCK, ROWS))
                    .extracting(row -> row.get("state"))
                    .containsOnly("SKIPPED");
            assertThat(directory.cancellation("c")).doesNotExist();
            assertThat(Cancellations.in(directory).cancel("c"))
                    .as("behind its end")
                    .isFalse();
        }
    }

    @Test
    void aFileThatWasFinishedButNotYetMovedIsOnlyMoved() throws IOException {
        try (WorkingDirectory directory = prepared("finished")) {
            run(directory);
            Files.move(directory.done("c"), directory.processing().resolve("c.csv"));

            assertThat(campaigns(directory).open("c")).isNull();
            assertThat(last().counts().accepted()).isEqualTo(ROWS);
            assertThat(last().rowsPerSecond())
                    .as("nothing was sent in this run")
                    .isLessThan(1);
            assertThat(directory.done("c")).exists();
            assertThat(results(directory)).hasSize(ROWS);
        }
    }

    @Test
    void aFileThatWasChangedAfterAPartWasSentIsNotSentFurther() throws IOException {
        try (WorkingDirectory directory = prepared("changed")) {
            Campaign campaign = campaigns(directory).open("c");
            send(campaign, campaign.blocks().next());
            campaign.close();
            Path file = directory.processing().resolve("c.csv");
            Files.writeString(file, Files.readString(file).replace("Hola 1", "Hola 2"));

            assertThatThrownBy(() -> campaigns(directory).open("c"))
                    .isInstanceOf(UnreadableFileException.class)
                    .hasMessageContaining("changed");

            campaigns(directory).refuse("c", new UnreadableFileException("changed"));
            assertThat(last().phase()).isEqualTo(CampaignStatus.Phase.REFUSED);
            assertThat(last().counts().accepted()).isEqualTo(BLOCK);
        }
    }

    @Test
    void rowsThatWereInFlightWhenTheFileWasChangedAreNoneThatAreMissing() throws IOException {
        try (WorkingDirectory directory = prepared("changed-in-flight")) {
            Campaign campaign = campaigns(directory).open("c");
            send(campaign, campaign.blocks().next());
            campaign.intend(campaign.blocks().next());
            campaign.close();
            Files.writeString(directory.source("c"), "");

            refuse(directory);

            assertThat(results(directory)).hasSize(2 * BLOCK + 1);
            assertThat(results(directory).subList(BLOCK, 2 * BLOCK))
                    .extracting(row -> row.get("row"), row -> row.get("state"))
                    .startsWith(tuple("11", "UNKNOWN"))
                    .endsWith(tuple("20", "UNKNOWN"));
            assertThat(last().counts()).isEqualTo(new Counts(BLOCK, 0, BLOCK, 0));
        }
    }

    @Test
    void aCampaignThatCannotBeOpenedReportsHowFarItWas() throws IOException {
        try (WorkingDirectory directory = prepared("unopened")) {
            Campaign campaign = campaigns(directory).open("c");
            send(campaign, campaign.blocks().next());
            campaign.close();

            campaigns(directory).breakOff("c", "for the test");
            assertThat(last().phase()).isEqualTo(CampaignStatus.Phase.BROKEN_OFF);
            assertThat(last().counts().accepted()).isEqualTo(BLOCK);
            assertThat(last().expectedRows()).isEqualTo(ROWS);
            assertThat(run(directory)).isEqualTo(ALL.subList(BLOCK, ROWS));
        }
    }

    @Test
    void aCampaignWhoseFileIsTakenAwayWhileItIsSentEnds() throws IOException {
        try (WorkingDirectory directory = prepared("gone")) {
            Campaigns campaigns = campaigns(directory);
            Campaign campaign = campaigns.open("c");
            for (Iterator<Block> blocks = campaign.blocks(); blocks.hasNext(); ) {
                send(campaign, blocks.next());
            }
            Files.delete(directory.source("c"));
            campaigns.close(campaign);

            assertThat(last().phase()).isEqualTo(CampaignStatus.Phase.DONE);
            assertThat(results(directory)).hasSize(ROWS);
        }
    }

    private void refuse(WorkingDirectory directory) throws IOException {
        Campaigns campaigns = campaigns(directory);
        UnreadableFileException why = catchThrowableOfType(UnreadableFileException.class, () -> campaigns.open("c"));
        campaigns.refuse("c", why);
    }

    private CampaignStatus last() {
        return statuses.get(statuses.size() - 1);
    }

    @Test
    void aFileThatHasGrownSinceItWasReadIsNotCalledDone() throws IOException {
        try (WorkingDirectory directory = prepared("grown")) {
            Campaigns campaigns = campaigns(directory);
            Campaign campaign = campaigns.open("c");
            for (Iterator<Block> blocks = campaign.blocks(); blocks.hasNext(); ) {
                send(campaign, blocks.next());
            }
            Files.writeString(
                    directory.processing().resolve("c.csv"), "573000000099,Hola 1\n", StandardOpenOption.APPEND);
            campaigns.close(campaign);

            assertThat(directory.done("c")).doesNotExist();
            assertThat(directory.error("c")).exists();
            List<CSVRecord> rows = results(directory);
            assertThat(rows).hasSize(ROWS + 1);
            assertThat(rows.get(ROWS).get("reason")).contains("still being written", "row " + ROWS);
        }
    }

    @Test
    void aJournalWithADamagedLineInItsMiddleStopsTheCampaign() throws IOException {
        try (WorkingDirectory directory = prepared("damaged")) {
            run(directory);
            Files.move(directory.done("c"), directory.processing().resolve("c.csv"));
            Path journal = directory.journal("c");
            Files.writeString(journal, Files.readString(journal).replaceFirst("\"outcome\"", "outcome"));

            assertThatThrownBy(() -> campaigns(directory).open("c"))
                    .isInstanceOf(DamagedJournalException.class)
                    .hasMessageContaining("not sent");
        }
    }

    @Test
    void aDamagedJournalShowsHowFarTheCampaignWasUpToTheDamage() throws IOException {
        try (WorkingDirectory directory = prepared("damaged-later")) {
            run(directory);
            Files.move(directory.done("c"), directory.processing().resolve("c.csv"));
            Path journal = directory.journal("c");
            String lines = Files.readString(journal);
            int last = lines.lastIndexOf("\"outcome\"");
            Files.writeString(journal, lines.substring(0, last) + "damage" + lines.substring(last));

            campaigns(directory).breakOff("c", "for the test");
            assertThat(last().counts().accepted()).isEqualTo(2 * BLOCK);
        }
    }

    /** What the journal calls settled was forced to the disk before: only what stands behind may be missing. */
    private static void growTo(Path file, byte[] whole, int length) throws IOException {
        if (Files.size(file) < length) {
            Files.write(file, Arrays.copyOf(whole, length));
        }
    }

    private static int lengthWith(byte[] results, int rows) {
        int position = 0;
        for (int lines = rows == 0 ? 0 : rows + 1; lines > 0; lines--) {
            while (results[position++] != '\n') {}
        }
        return position;
    }

    /** How often a word stands in whole lines. */
    private static int count(String journal, String word) {
        String whole = journal.substring(0, journal.lastIndexOf('\n') + 1);
        return (int) whole.lines().filter(line -> line.contains(word)).count();
    }
}
