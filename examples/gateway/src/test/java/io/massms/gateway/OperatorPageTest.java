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
import io.massms.simulator.Fault;
import io.massms.simulator.Simulator;
import io.massms.testing.Browser;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Dimension;

class OperatorPageTest {
    private static final Dimension DESKTOP = new Dimension(1280, 1000);
    private static final Dimension PHONE = new Dimension(390, 844);
    private static final String TOKEN = "open-sesame";

    private static Browser browser;

    @TempDir
    Path directory;

    private final Simulator simulator = Simulator.start();
    private TestGateway gateway;

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void openBrowser() {
        if (browser == null) {
            browser = Browser.open();
        }
        browser.scheme("light");
        browser.size(DESKTOP);
        browser.complaints();
        browser.origins();
    }

    @AfterEach
    void stop() {
        try {
            if (browser != null) {
                browser.leave();
            }
        } finally {
            if (gateway != null) {
                gateway.close();
            }
            simulator.close();
        }
    }

    @Test
    void theOperatorSeesHowThingsGoAndNothingComesFromElsewhere() throws Exception {
        start("linktosms", Map.of("gateway.balance-interval", "200ms"));
        simulator.balance("linktosms", new BigDecimal(48_250));
        gateway.drop("promo.csv", campaign("promo", 120) + "12,Hola\n13,Hola\n");
        gateway.done("promo");
        browser.until(page -> assertThat(page.text("[data-campaign=promo]"))
                .contains("Done")
                .contains("122 of 122 rows")
                .contains("120 accepted"));
        assertThat(browser.text("#failures")).contains("invalid number");
        assertThat(browser.text("#minutes")).contains("120 accepted").contains("2 rejected");
        simulator.balance("linktosms", new BigDecimal(48_130));
        browser.until(page -> assertThat(page.text("#balance")).contains("48,130"));
        browser.see("#balance svg .line");
        browser.screenshot("gateway-desktop");
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.origins()).containsOnly(url());
    }

    @Test
    void textsAndNamesOfOthersStayText() throws Exception {
        String hostile = "<img src=x onerror=\"document.title='taken'\"><script>document.title='taken'</script>";
        simulator.reply("smsmasivos", "1144445555", hostile);
        start("smsmasivos", Map.of("gateway.inbox-delay", "50ms"));
        gateway.drop("<b>bold.csv", "to,text\n1144445555,Hola\n");
        browser.until(page -> assertThat(page.text("#replies .text")).isEqualTo(hostile));
        browser.until(page -> assertThat(page.text("#campaigns .name")).isEqualTo("<b>bold"));
        assertThat(browser.run("return document.title")).isEqualTo("SMS gateway");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whereNoTokenIsSetNobodyCanDoMoreThanLook() throws Exception {
        start("linktosms", Map.of());
        uncertainMessage();
        browser.see("[data-message]");
        assertThat(browser.all("main button")).isEmpty();
        assertThat(browser.see("#who").isDisplayed()).isTrue();
        assertThat(browser.all("#key").get(0).isDisplayed()).isFalse();
        assertThat(post("/api/campaigns/any/cancel", "")).contains("403");
    }

    @Test
    void anUncertainMessageIsSettledByWhoeverHasTheToken() throws Exception {
        start("linktosms", Map.of("gateway.token", TOKEN));
        uncertainMessage();
        assertThat(browser.see("[data-message]").getText()).contains("573001234567");
        assertThat(browser.all("main button")).as("before the token is given").isEmpty();
        browser.type("#token", "wrong");
        browser.clickButton("[data-message]", "It was sent");
        browser.until(page -> assertThat(page.text("#live")).contains("token"));
        browser.see("[data-message]");
        browser.type("#token", TOKEN);
        browser.clickButton("[data-message]", "It was sent");
        browser.until(page -> assertThat(page.text("#uncertain")).contains("No message"));
        assertThat(gateway.get("/messages/mine").body()).contains("\"TAKEN\"").contains("operator's page");
    }

    @Test
    void aCampaignThatIsHeldUpIsTriedNowOrCancelled() throws Exception {
        Fault empty = simulator.fault(Fault.providerCode("110"));
        start("linktosms", Map.of("gateway.token", TOKEN, "gateway.pause", "1h", "gateway.block-size", "2"));
        gateway.drop("promo.csv", campaign("promo", 5));
        browser.until(page -> assertThat(page.text("[data-campaign=promo]")).contains("Held up"));
        browser.type("#token", TOKEN);
        browser.see("[data-campaign=promo] button");
        browser.screenshot("gateway-held-up");
        long asked = simulator.requestCount();
        browser.clickButton("[data-campaign=promo]", "Try now");
        browser.until(page -> assertThat(simulator.requestCount()).isGreaterThan(asked));
        browser.until(page -> assertThat(page.text("[data-campaign=promo]")).contains("Held up"));
        browser.clickButton("[data-campaign=promo]", "Cancel");
        assertThat(gateway.done("promo"))
                .allSatisfy(row -> assertThat(row.get("state")).isEqualTo("SKIPPED"))
                .allSatisfy(row -> assertThat(row.get("reason")).contains("cancelled"))
                .hasSize(5);
        simulator.removeFault(empty.id());
        browser.until(page -> assertThat(page.text("[data-campaign=promo]")).contains("Done"));
        assertThat(simulator.acceptedCount()).isZero();
    }

    @Test
    void messagesThatWaitForTheirTimeAreListedAndCancelled() throws Exception {
        String hostile = "<img src=x onerror=\"document.title='taken'\">";
        start("itcloud", Map.of("gateway.token", TOKEN, "camel.component.sms.token", "t"));
        assertThat(browser.text("#held")).contains("No message");
        schedule("573001234567", "Su cita es a las 10:30");
        schedule("573001234568", hostile);
        browser.until(page -> assertThat(page.text("#held")).contains("573001234567", "Su cita es", hostile));
        assertThat(browser.all("#held button")).as("before the token is given").isEmpty();
        browser.type("#token", TOKEN);
        browser.clickButton("[data-held]", "Cancel");
        browser.until(page -> assertThat(page.all("[data-held]")).hasSize(1));
        browser.clickButton("[data-held]", "Cancel");
        browser.until(page -> assertThat(page.text("#held")).contains("No message"));
        assertThat(simulator.acceptedCount()).isZero();
        assertThat(browser.run("return document.title")).isEqualTo("SMS gateway");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aRestartLeavesOnThePageWhatHappenedBefore() throws Exception {
        start("linktosms", Map.of());
        gateway.drop("promo.csv", campaign("promo", 12) + "12,Hola\n");
        gateway.done("promo");
        browser.leave();
        gateway.close();
        start("linktosms", Map.of());
        assertThat(browser.text("[data-campaign=promo]")).contains("Done").contains("13 of 13 rows");
        assertThat(browser.text("#minutes")).contains("12 accepted").contains("1 rejected");
        assertThat(browser.text("#failures")).contains("invalid number");
    }

    @Test
    void thePageFitsAPhoneInTheDark() throws Exception {
        start("linktosms", Map.of("gateway.token", TOKEN));
        uncertainMessage();
        gateway.drop(
                "promo.csv", campaign("a-rather-long-name-without-any-blank-in-it-for-december", 30) + "12,Hola\n");
        gateway.done("promo");
        browser.scheme("dark");
        browser.size(PHONE);
        browser.until(page -> assertThat(page.text("[data-campaign=promo]")).contains("Done"));
        assertThat((Long) browser.run("return document.documentElement.scrollWidth"))
                .isEqualTo(PHONE.width);
        browser.screenshot("gateway-phone-dark");
    }

    @Test
    void aPageElsewhereWhoseNameLeadsHereLearnsNothing() throws Exception {
        start("linktosms", Map.of());
        assertThat(request("GET /api/overview HTTP/1.1\r\nHost: evil.example:" + gateway.port()))
                .contains(" 403 ");
        assertThat(request("GET /api/overview HTTP/1.1\r\nHost: localhost:" + gateway.port()))
                .contains(" 200 ");
    }

    private void start(String provider, Map<String, String> more) throws Exception {
        Map<String, String> properties = new TreeMap<>(TestGateway.through(simulator, provider));
        properties.putAll(more);
        gateway = new TestGateway(directory, properties);
        browser.go(url());
    }

    private void uncertainMessage() throws Exception {
        simulator.fault(Fault.acceptThenDrop().first(1));
        gateway.post("{\"to\": \"573001234567\", \"text\": \"Hola\", \"clientId\": \"mine\"}");
    }

    private void schedule(String to, String text) throws Exception {
        String when = Instant.now().plusSeconds(7200).toString();
        gateway.post(new ObjectMapper().writeValueAsString(Map.of("to", to, "text", text, "scheduledTime", when)));
    }

    private static String campaign(String text, int rows) {
        StringBuilder file = new StringBuilder("to,text\n");
        for (int i = 0; i < rows; i++) {
            file.append(573_001_200_000L + i).append(',').append(text).append('\n');
        }
        return file.toString();
    }

    private String url() {
        return "http://127.0.0.1:" + gateway.port();
    }

    private String post(String path, String token) throws IOException {
        return request(
                "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\nAuthorization: Bearer " + token);
    }

    /** Spoken by hand: Java's client lets nobody choose the host. */
    private String request(String head) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", gateway.port())) {
            OutputStream out = socket.getOutputStream();
            out.write((head + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
