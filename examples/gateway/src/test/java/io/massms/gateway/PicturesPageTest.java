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
package io.massms.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsReceipt;
import io.massms.camel.model.SmsResult;
import io.massms.camel.model.SmsState;
import io.massms.gateway.page.Dashboard;
import io.massms.simulator.Fault;
import io.massms.simulator.Simulator;
import io.massms.testing.Browser;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Dimension;

/** Takes the manual's pictures of the operator's page, and looks whether everything fits into them. */
class PicturesPageTest {
    private static final Dimension WINDOW = new Dimension(1180, 1220);
    private static final Dimension PHONE = new Dimension(390, 780);
    private static final String TOKEN = "open-sesame";

    @TempDir
    Path directory;

    private final Simulator simulator = Simulator.start();
    private Browser browser;
    private TestGateway gateway;

    @BeforeEach
    void start() throws Exception {
        browser = Browser.open();
        anHourBefore();
        Map<String, String> properties = new TreeMap<>(TestGateway.through(simulator, "smsmasivos"));
        properties.putAll(Map.of(
                "camel.component.sms.channel", "soap",
                "gateway.token", TOKEN,
                "gateway.pause", "1h",
                "gateway.block-size", "100",
                "gateway.inbox-delay", "50ms"));
        gateway = new TestGateway(directory, properties);
        anHourLikeOthers();
    }

    @AfterEach
    void stop() {
        if (browser != null) {
            browser.close();
        }
        if (gateway != null) {
            gateway.close();
        }
        simulator.close();
    }

    @Test
    void theOperatorSeesEverythingAtAGlance() {
        browser.size(WINDOW);
        browser.scheme("light");
        open();
        browser.picture("gateway-operator");

        browser.size(PHONE);
        browser.scheme("dark");
        assertFits();
        browser.run("document.querySelector('[aria-labelledby=h-campaigns]').scrollIntoView()");
        browser.run("scrollBy(0, -70)");
        browser.picture("gateway-phone-dark");
    }

    private void open() {
        browser.go("http://127.0.0.1:" + gateway.port());
        browser.type("#token", TOKEN);
        browser.until(page -> {
            assertThat(page.text("[data-campaign=promo-fin-de-semana]")).contains("Held up");
            assertThat(page.all("#replies li")).hasSize(3);
            assertThat(page.all("#held button")).hasSize(2);
            assertThat(page.all("#uncertain li")).hasSize(1);
        });
        assertFits();
    }

    private void assertFits() {
        assertThat(browser.run("return document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    /** What the page remembers of the time before the gateway was started. */
    private void anHourBefore() throws Exception {
        Path tracker = Files.createDirectories(directory.resolve("tracker"));
        JdbcConnectionPool database = JdbcConnectionPool.create("jdbc:h2:async:" + tracker.resolve("messages"), "", "");
        Instant[] now = {Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(6, ChronoUnit.HOURS)};
        InstantSource time = () -> now[0];
        Dashboard dashboard = new Dashboard(time.withZone(ZoneOffset.UTC), database);
        for (int minute = 0; minute < 360; minute++) {
            int sent = (int) (420 + 260 * Math.sin(minute / 9.0) + 90 * Math.sin(minute / 2.3));
            dashboard.sent(result(sent, minute % 7 == 0 ? 30 : 4));
            if (minute % 5 == 0) {
                dashboard.balance(BigDecimal.valueOf((minute < 200 ? 96_400 : 196_400) - 410L * minute));
            }
            now[0] = now[0].plus(1, ChronoUnit.MINUTES);
        }
        dashboard.save();
        database.dispose();
    }

    private static SmsResult result(int accepted, int rejected) {
        List<SmsReceipt> receipts = IntStream.range(0, rejected)
                .mapToObj(i ->
                        i % 3 == 0 ? SmsError.OPTED_OUT : i % 13 == 1 ? SmsError.LANDLINE : SmsError.INVALID_NUMBER)
                .map(error -> new SmsReceipt(
                        "12", null, null, SmsState.REJECTED, error, null, null, null, 0, null, null, 1, 1, false))
                .toList();
        return new SmsResult("smsmasivos", receipts, accepted, rejected, 0, 0, accepted, List.of());
    }

    private void anHourLikeOthers() throws Exception {
        for (String reply : List.of("Si, confirmo", "Puede ser el martes?", "BAJA")) {
            simulator.reply("smsmasivos", "11444455" + (50 + reply.length()), reply);
        }
        simulator.fault(Fault.acceptThenDrop().recipient("1155667788"));
        send("1155667788", "Su codigo es 481516", null, "otp-2291");
        send("1144440001", "Su turno es el lunes a las 9:30", Duration.ofHours(14), "turno-301");
        send("1144440002", "Su turno es el lunes a las 10:00", Duration.ofHours(15), "turno-302");
        gateway.drop("turnos-lunes.csv", campaign("Su turno es el lunes", 240) + "12,Su turno es el lunes\n");
        gateway.done("turnos-lunes");
        simulator.balance("smsmasivos", new BigDecimal(400));
        gateway.drop("promo-fin-de-semana.csv", campaign("Fin de semana de descuentos", 640));
    }

    private void send(String to, String text, Duration in, String clientId) throws Exception {
        Map<String, String> message = new TreeMap<>(Map.of("to", to, "text", text, "clientId", clientId));
        if (in != null) {
            message.put("scheduledTime", Instant.now().plus(in).toString());
        }
        gateway.post(new ObjectMapper().writeValueAsString(message));
    }

    private static String campaign(String text, int rows) {
        StringBuilder file = new StringBuilder("to,text\n");
        for (int i = 0; i < rows; i++) {
            file.append(1_144_450_000L + i).append(',').append(text).append('\n');
        }
        return file.toString();
    }
}
