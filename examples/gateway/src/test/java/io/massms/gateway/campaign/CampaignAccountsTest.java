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

import io.massms.gateway.setup.WorkingDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What came in for one account does not leave through another, however often the gateway starts with other settings. */
class CampaignAccountsTest extends CampaignTestSupport {
    private static final SendingAccount SIMULATED = new SendingAccount("linktosms", null, true);
    private static final SendingAccount OTHER_ACCOUNT =
            new SendingAccount("linktosms", "linktosms-fedcba9876543210", false);

    /** Whose a campaign is, and who would send it now. */
    static Stream<Arguments> otherAccounts() {
        return Stream.of(SIMULATED, new SendingAccount("itcloud", "itcloud-0123456789abcdef", false))
                .flatMap(other -> Stream.of(Arguments.of(REAL, other), Arguments.of(other, REAL)));
    }

    @ParameterizedTest
    @MethodSource("otherAccounts")
    void aCampaignThatIsHalfSentWaitsForItsOwnAccount(SendingAccount own, SendingAccount now) throws IOException {
        try (WorkingDirectory directory = prepared("half-sent")) {
            Campaign begun = campaigns(directory, own).open("c");
            send(begun, begun.blocks().next());
            begun.close();

            assertThat(campaigns(directory, now).open("c")).isNull();
            assertHeldUp(directory, BLOCK);

            Campaign further = campaigns(directory, own).open("c");
            assertThat(send(further, further.blocks().next())).isEqualTo(ALL.subList(BLOCK, 2 * BLOCK));
            further.close();
        }
    }

    @ParameterizedTest
    @MethodSource("otherAccounts")
    void aFileThatWaitedForAnotherCampaignWaitsForItsOwnAccount(SendingAccount own, SendingAccount now)
            throws IOException {
        try (WorkingDirectory directory = prepared("waits")) {
            CampaignAccounts.in(directory, false, () -> own).note("c");

            assertThat(campaigns(directory, now).open("c")).isNull();
            assertHeldUp(directory, 0);
            assertThat(directory.journal("c")).isEmptyFile();

            assertThat(run(directory, own)).isEqualTo(ALL);
            assertThat(directory.accounts()).isEmpty();
        }
    }

    @Test
    void aCampaignThatIsHalfSentGoesOnThroughAnotherAccountOfItsProvider() throws IOException {
        try (WorkingDirectory directory = prepared("other-account")) {
            Campaign begun = campaigns(directory).open("c");
            send(begun, begun.blocks().next());
            begun.intend(begun.blocks().next());
            begun.close();

            assertThat(run(directory, OTHER_ACCOUNT))
                    .as("not what was sent, or in flight")
                    .isEqualTo(ALL.subList(2 * BLOCK, ROWS));
            assertThat(results(directory)).extracting(row -> row.get("to")).isEqualTo(ALL);
            assertThat(results(directory).subList(BLOCK, 2 * BLOCK))
                    .extracting(row -> row.get("state"))
                    .containsOnly("UNKNOWN");
        }
    }

    @Test
    void fromThenOnItIsTheOtherAccounts() throws IOException {
        try (WorkingDirectory directory = prepared("handed-over")) {
            CampaignAccounts.in(directory, false, () -> REAL).note("c");
            campaigns(directory, OTHER_ACCOUNT).open("c").close();
            assertThat(owner(directory)).isEqualTo(OTHER_ACCOUNT);
            campaigns(directory, REAL).open("c").close();
            assertThat(owner(directory)).isEqualTo(REAL);

            assertThat(campaigns(directory, SIMULATED).open("c")).isNull();
            assertThat(run(directory, REAL)).isEqualTo(ALL);
        }
    }

    @Test
    void aCampaignThatIsCancelledKeepsItsOwner() throws IOException {
        try (WorkingDirectory directory = prepared("cancelled-owner")) {
            campaigns(directory).open("c").close();
            Cancellations.in(directory).cancel("c");
            campaigns(directory, OTHER_ACCOUNT).open("c").close();
            assertThat(owner(directory)).isEqualTo(REAL);
        }
    }

    private static SendingAccount owner(WorkingDirectory directory) throws IOException {
        try (Journal journal = Journal.open(directory.journal("c"))) {
            return journal.state().began().owner();
        }
    }

    @Test
    void whatDiffersIsNamed() {
        SendingAccount otherProvider = new SendingAccount("itcloud", "itcloud-0123456789abcdef", false);
        assertThat(REAL.differenceTo(REAL)).isNull();
        assertThat(SIMULATED.differenceTo(new SendingAccount("linktosms", null, true)))
                .isNull();
        assertThat(REAL.differenceTo(SIMULATED)).contains("only simulates", REAL.account(), "cancel it");
        assertThat(SIMULATED.differenceTo(REAL)).contains("belongs to the simulator", "gateway.simulator=true");
        assertThat(REAL.differenceTo(OTHER_ACCOUNT)).isNull();
        assertThat(REAL.differenceTo(otherProvider)).contains("linktosms", "itcloud", "gateway.provider");
    }

    @Test
    void aCampaignOfAnotherAccountCanBeCancelled() throws IOException {
        try (WorkingDirectory directory = prepared("cancelled")) {
            Campaign begun = campaigns(directory).open("c");
            send(begun, begun.blocks().next());
            begun.close();
            Cancellations.in(directory).cancel("c");

            assertThat(run(directory, SIMULATED)).isEmpty();
            assertThat(results(directory)).hasSize(ROWS);
            assertThat(directory.done("c")).exists();
        }
    }

    @Test
    void aCampaignWhoseJournalDoesNotSayWhetherItIsSimulatedIsNotSent() throws IOException {
        try (WorkingDirectory directory = prepared("damaged")) {
            Campaign begun = campaigns(directory).open("c");
            send(begun, begun.blocks().next());
            begun.close();
            String journal = Files.readString(directory.journal("c"));
            Files.writeString(directory.journal("c"), journal.replaceFirst("\"simulated\":false,", ""));

            assertThatThrownBy(() -> campaigns(directory, REAL).open("c")).isInstanceOf(DamagedJournalException.class);
        }
    }

    @Test
    void aNoteOfAFileThatNeverCameIsForgotten() throws IOException {
        try (WorkingDirectory directory = prepared("never-came")) {
            CampaignAccounts accounts = CampaignAccounts.in(directory, false, () -> SIMULATED);
            accounts.note("promo");
            Files.copy(directory.source("c"), directory.source("other"));
            accounts.note("other");

            CampaignAccounts.in(directory, true, () -> REAL);
            assertThat(directory.accounts()).as("a dry run has nothing to say").contains(directory.account("promo"));
            CampaignAccounts.in(directory, false, () -> REAL);
            assertThat(directory.accounts()).containsExactly(directory.account("other"));
        }
    }

    private void assertHeldUp(WorkingDirectory directory, long settled) throws IOException {
        assertThat(statuses.get(statuses.size() - 1)).satisfies(status -> {
            assertThat(status.phase()).isEqualTo(CampaignStatus.Phase.HELD_UP);
            assertThat(status.counts().rows()).isEqualTo(settled);
            assertThat(status.trouble()).contains("cancel it");
        });
        assertThat(directory.source("c")).exists();
    }
}
