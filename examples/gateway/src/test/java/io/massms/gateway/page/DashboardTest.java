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
package io.massms.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.massms.camel.model.InboundSms;
import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsResult;
import io.massms.gateway.campaign.CampaignStatus;
import io.massms.gateway.campaign.CampaignStatus.Phase;
import io.massms.gateway.campaign.Counts;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the operator's page shows, and what of it outlives the gateway. */
class DashboardTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:30Z");

    private final JdbcConnectionPool database =
            JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "", "");

    @AfterEach
    void close() {
        database.dispose();
    }

    @Test
    void aRestartCostsNothingOfWhatWasSaved() throws Exception {
        Dashboard before = dashboard(NOON);
        before.sent(result(3, 0));
        before.changed(campaign("promo", Phase.RUNNING, 0, 0));
        before.changed(campaign("promo", Phase.RUNNING, 10, 2));
        before.balance(new BigDecimal("41.5"));
        before.reply(new InboundSms("smsmasivos", "1144445555", null, "Sí", "r-1", null, NOON));
        before.save();

        Dashboard after = dashboard(NOON.plusSeconds(120));

        assertThat(minute(after, NOON))
                .extracting(Minutes.Minute::accepted, Minutes.Minute::rejected)
                .containsExactly(13L, 2L);
        assertThat(after.failures()).containsExactly(new Overview.Failure(SmsError.INVALID_NUMBER, 2, NOON));
        assertThat(after.balances()).containsExactly(new Overview.Balance(NOON, new BigDecimal("41.5")));
        assertThat(after.replies()).extracting(InboundSms::text).containsExactly("Sí");
        assertThat(after.campaigns()).extracting(CampaignStatus::name).containsExactly("promo");
    }

    @Test
    void aReplyThatComesAgainBecauseNobodyTookItIsShownOnce() throws Exception {
        Dashboard dashboard = dashboard(NOON);
        dashboard.reply(new InboundSms("smsmasivos", "1144445555", null, "Sí", "r-1", null, NOON));
        dashboard.reply(new InboundSms("smsmasivos", "1144446666", null, "No", "r-2", null, NOON));
        dashboard.reply(new InboundSms("smsmasivos", "1144445555", null, "Sí", "r-1", null, NOON));
        assertThat(dashboard.replies()).extracting(InboundSms::text).containsExactly("Sí", "No");
    }

    @Test
    void aCampaignThatRanWhenTheGatewayEndedStandsStillUntilItGoesOn() throws Exception {
        Dashboard before = dashboard(NOON);
        before.changed(campaign("promo", Phase.RUNNING, 10, 2));
        before.changed(campaign("other", Phase.DONE, 5, 0));
        before.save();

        Dashboard after = dashboard(NOON.plusSeconds(60));

        assertThat(after.campaigns())
                .extracting(CampaignStatus::name, CampaignStatus::phase)
                .containsExactlyInAnyOrder(tuple("promo", Phase.STOPPED), tuple("other", Phase.DONE));
        after.changed(campaign("promo", Phase.RUNNING, 15, 3));
        assertThat(minute(after, NOON.plusSeconds(60)).accepted())
                .as("what it sent since it was last heard of")
                .isEqualTo(5);
    }

    @Test
    void aCampaignWhoseJournalWasDamagedForATimeKeepsWhatIsKnownOfItAndCountsOnce() throws Exception {
        Dashboard dashboard = dashboard(NOON);
        dashboard.changed(campaign("promo", Phase.RUNNING, 0, 0));
        dashboard.changed(campaign("promo", Phase.RUNNING, 10, 2));
        dashboard.changed(campaign("promo", Phase.BROKEN_OFF, 0, 0));
        assertThat(dashboard.campaigns()).singleElement().satisfies(promo -> {
            assertThat(promo.phase()).isEqualTo(Phase.BROKEN_OFF);
            assertThat(promo.counts()).isEqualTo(new Counts(10, 2, 0, 0));
        });

        dashboard.changed(campaign("promo", Phase.RUNNING, 10, 2));
        dashboard.changed(campaign("promo", Phase.RUNNING, 15, 2));
        assertThat(minute(dashboard, NOON))
                .extracting(Minutes.Minute::accepted, Minutes.Minute::rejected)
                .containsExactly(15L, 2L);
    }

    @Test
    void aCampaignThatWasDamagedFromTheStartCountsFromItsRepairOn() throws Exception {
        Dashboard before = dashboard(NOON);
        before.changed(campaign("promo", Phase.BROKEN_OFF, 5, 0));
        before.changed(campaign("promo", Phase.BROKEN_OFF, 5, 0));
        before.save();
        Dashboard after = dashboard(NOON.plusSeconds(60));
        after.changed(campaign("promo", Phase.RUNNING, 10, 2));
        assertThat(minute(after, NOON.plusSeconds(60)).accepted())
                .as("sent before anybody looked")
                .isZero();
        after.changed(campaign("promo", Phase.RUNNING, 13, 2));
        assertThat(minute(after, NOON.plusSeconds(60)).accepted()).isEqualTo(3);
    }

    @Test
    void failuresAddUpOverARestart() throws Exception {
        Dashboard before = dashboard(NOON);
        before.changed(campaign("promo", Phase.RUNNING, 0, 0));
        before.changed(campaign("promo", Phase.RUNNING, 0, 2));
        before.save();
        Dashboard after = dashboard(NOON.plusSeconds(7200));
        after.changed(campaign("promo", Phase.RUNNING, 0, 3));

        assertThat(after.failures())
                .containsExactly(new Overview.Failure(SmsError.INVALID_NUMBER, 5, NOON.plusSeconds(7200)));
    }

    @Test
    void whatIsOlderThanAWeekIsForgotten() throws Exception {
        Dashboard before = dashboard(NOON);
        before.changed(campaign("promo", Phase.RUNNING, 0, 0));
        before.changed(campaign("promo", Phase.RUNNING, 1, 2));
        before.balance(BigDecimal.ONE);
        before.save();
        Instant later = NOON.plus(Duration.ofDays(8));
        Dashboard after = dashboard(later);
        assertThat(after.failures()).isEmpty();
        after.balance(BigDecimal.TEN);
        after.save();

        assertThat(dashboard(later).balances())
                .extracting(Overview.Balance::balance)
                .containsExactly(BigDecimal.TEN);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void manyMessagesOfAMinuteAreOneRow() throws Exception {
        Dashboard dashboard = dashboard(NOON);
        for (int i = 0; i < 100; i++) {
            dashboard.sent(result(1, 0));
        }
        assertThat(rows()).as("nobody who sends waits for the database").isZero();
        dashboard.save();
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void whatCouldNotBeWrittenIsWrittenTheNextTime() throws Exception {
        Dashboard dashboard = dashboard(NOON);
        dashboard.sent(result(2, 0));
        execute("alter table gateway_page rename to elsewhere");
        dashboard.save();
        dashboard.balance(BigDecimal.ONE);
        execute("alter table elsewhere rename to gateway_page");
        dashboard.save();

        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void aHeldMessageIsNotCountedAsAcceptedTwice() throws Exception {
        Dashboard dashboard = dashboard(NOON);
        dashboard.sent(result(1, 0));
        dashboard.settled(result(1, 0));

        assertThat(minute(dashboard, NOON).accepted()).isEqualTo(1);
    }

    private Dashboard dashboard(Instant now) throws Exception {
        return new Dashboard(Clock.fixed(now, ZoneOffset.UTC), database);
    }

    private static Minutes.Minute minute(Dashboard dashboard, Instant when) {
        return dashboard.minutes().stream()
                .filter(minute -> minute.time().equals(when.truncatedTo(ChronoUnit.MINUTES)))
                .findFirst()
                .orElseThrow();
    }

    private static SmsResult result(int accepted, int rejected) {
        return new SmsResult("linktosms", List.of(), accepted, rejected, 0, 0, accepted, List.of());
    }

    private static CampaignStatus campaign(String name, Phase phase, long accepted, long rejected) {
        return new CampaignStatus(
                name,
                phase,
                new Counts(accepted, rejected, 0, 0),
                100,
                50,
                rejected == 0 ? Map.of() : Map.of(SmsError.INVALID_NUMBER, rejected),
                null,
                "outbox/" + name + "-results.csv",
                null);
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute(sql);
        }
    }

    private long rows() throws Exception {
        try (Connection connection = database.getConnection();
                ResultSet rows = connection.createStatement().executeQuery("select count(*) from gateway_page")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
