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
package io.massms.simulator.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.massms.simulator.Account;
import io.massms.simulator.DeliveryOutcome;
import io.massms.simulator.Fault;
import io.massms.simulator.MessageState;
import io.massms.simulator.SimulatedReply;
import io.massms.simulator.Simulator;
import io.massms.simulator.SimulatorOptions;
import io.massms.simulator.TestClient;
import io.massms.testing.Browser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

class SandboxPageTest {
    private static final String NUMBER = "1144445555";
    private static final String ITCLOUD_SEND = "/sms/back_sms/public/api/sendsms";
    private static Browser browser;
    private Simulator simulator;

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void start() {
        if (browser == null) {
            browser = Browser.open();
        }
        simulator = Simulator.start(new SimulatorOptions()
                .smtpPort(0)
                .deliveryDelay(Duration.ofHours(1))
                .operatorDelay(Duration.ofMinutes(1)));
        browser.scheme("light");
        browser.size(new Dimension(1440, 900));
        browser.complaints();
        browser.origins();
    }

    @AfterEach
    void stop() {
        if (browser == null) {
            return;
        }
        try {
            browser.leave();
            assertThat(browser.origins()).containsOnly(simulator.url());
            assertThat(browser.complaints()).isEmpty();
        } finally {
            simulator.close();
        }
    }

    @Test
    void aNewcomerIsShownWhichBaseUrlToUse() {
        browser.go(simulator.url());

        assertThat(browser.text(".welcome")).contains("Nothing has been sent yet");
        for (String provider : simulator.providers()) {
            assertThat(browser.text(".welcome")).contains("baseUrl=" + simulator.baseUrl(provider));
        }
        assertThat(browser.text(".welcome")).contains("SMTP port " + simulator.smtpPort());
        browser.screenshot("sandbox-empty");
    }

    @Test
    void aMessageAppearsWithoutReloading() {
        browser.go(simulator.url());
        browser.see(".welcome");

        send("ACME: su codigo es 123456", "otp-1");

        browser.until(page -> assertThat(page.text(".threads li")).contains(NUMBER, "smsmasivos", "su codigo"));
        browser.until(page -> assertThat(page.text(".log")).contains("ACME: su codigo es 123456"));
        assertThat(browser.text("#panel")).contains("GSM 03.38", "1 part of 160", "otp-1", "demo", "/enviar_sms.asp");
    }

    @Test
    void credentialsAreMaskedWhereverTheRequestIsShown() {
        new TestClient(simulator.baseUrl("smsmasivos"))
                .post(
                        "/enviar_sms.asp",
                        "api",
                        "1",
                        "usuario",
                        "demo",
                        "clave",
                        "s3cr3t",
                        "tos",
                        NUMBER,
                        "texto",
                        "Hola");
        browser.go(simulator.url());
        browser.click("#panel details:last-of-type summary");

        browser.until(page -> assertThat(page.text("#panel")).contains("clave=***"));
        assertThat((String) browser.run("return document.documentElement.textContent"))
                .doesNotContain("s3cr3t");
    }

    @Test
    void aReplyIsWaitingUntilItIsFetched() {
        send("Confirma?", "pedido-1");
        browser.go(simulator.url());

        browser.see("#reply").sendKeys("Sí, gracias", Keys.chord(Keys.CONTROL, Keys.ENTER));
        browser.until(page -> assertThat(page.text(".bubble.sent")).contains("Sí, gracias", "Not fetched yet"));
        assertThat(simulator.replies()).extracting(SimulatedReply::clientId).containsExactly("pedido-1");
        String inbox = new TestClient(simulator.baseUrl("smsmasivos"))
                .get("/obtener_sms_entrada.asp", "apikey", "k", "solonoleidos", "1", "marcarcomoleidos", "1");

        assertThat(inbox).contains("Sí, gracias");
        browser.until(page -> assertThat(page.text(".bubble.sent")).contains("Fetched and marked as read"));
    }

    @Test
    void aFaultSetOnThePageHitsTheNextRequest() {
        browser.go(simulator.url());
        browser.click("#tab-faults");
        browser.see("select[name=provider]").sendKeys("itcloud");
        browser.see("select[name=mode]").sendKeys("the first n");
        browser.clickButton("#panel", "Put in force");
        browser.until(page -> assertThat(page.text(".card")).contains("itcloud", "the first 1", "hit 0 times"));

        assertThatThrownBy(() -> itcloud("573104445566", "Pedido 4711")).isInstanceOf(TestClient.Lost.class);

        browser.until(page -> assertThat(page.text(".card")).contains("hit 1 time"));
        browser.until(page -> assertThat(page.text(".log")).contains("Pedido 4711"));
        browser.screenshot("sandbox-faults");
        browser.click("#tab-message");
        browser.until(page -> assertThat(page.text("#panel")).contains("Fault 1 was played on it", "Answer none"));
        browser.click("#tab-faults");
        browser.clickButton("#panel", "Remove");
        browser.until(page -> assertThat(simulator.faults()).isEmpty());
    }

    @Test
    void aDeliveryIsSettledByHand() {
        new TestClient(simulator.baseUrl("linktosms"))
                .post("/massms/api/sendmsg.php", masms("573001234567", "Su cita es a las 10:30"));
        browser.go(simulator.url());
        browser.until(page -> assertThat(page.text(".timeline")).contains("With the provider", "Delivered"));

        browser.clickButton("#panel", "Failed");

        browser.until(page -> assertThat(page.text(".headline")).contains("Unreachable"));
        assertThat(simulator.messages().get(0).state()).isEqualTo(MessageState.UNREACHABLE);
        browser.clickButton("#panel", "Late");
        browser.until(page -> assertThat(page.all(".timeline .coming")).hasSize(1));
        browser.clickButton("#panel", "Delivered");
        browser.until(page -> assertThat(page.text(".bubble .meta")).contains("Delivered"));
    }

    @Test
    void hostileTextsStayText() {
        String hostile = "<script>window.hacked=1</script><img src=x onerror=window.hacked=1>";
        natalia("573001112233", hostile);
        natalia("573001112233<img src=x onerror=window.hacked=1>", hostile);
        simulator.reply("natalia", "573001112233", hostile);
        simulator.fault(Fault.empty().recipient("<b>x</b>"));
        browser.go(simulator.url());

        browser.until(page -> assertThat(page.text(".log")).contains(hostile));
        browser.click("#tab-faults");
        browser.until(page -> assertThat(page.text(".card")).contains("<b>x</b>"));
        assertThat(browser.run("return window.hacked")).isNull();
        assertThat(browser.all("main img, main script, main b")).isEmpty();
    }

    @Test
    void thePageSaysWhyATextIsUcs2() {
        natalia("573001112233", "Mañana “sí”");
        browser.go(simulator.url());

        browser.until(
                page -> assertThat(page.text("#panel")).contains("UCS-2 because GSM 03.38 lacks “ U+201C, í U+00ED"));
        assertThat(browser.all(".fulltext mark")).hasSize(3);
    }

    @Test
    void filtersAndSearchNarrowTheList() {
        send("Hola desde smsmasivos", null);
        itcloud("573104445566", "Pedido 4711");
        natalia("573109998877", "Otro pedido");
        browser.go(simulator.url());
        browser.until(page -> assertThat(page.all(".threads li")).hasSize(3));

        browser.see("#q").sendKeys("PEDIDO");
        browser.until(page -> assertThat(page.text(".summary")).isEqualTo("2 conversations match"));
        browser.see("#provider").sendKeys("itcloud");
        browser.until(page -> assertThat(page.text(".summary")).isEqualTo("1 conversation match"));
        browser.see("#state").sendKeys("Delivered");
        browser.until(page -> assertThat(page.text(".summary")).isEqualTo("Nothing matches the filters"));
    }

    @Test
    void duplicatesAreFlaggedAcrossProviders() {
        itcloud("573104445566", "Pedido 4711 en camino");
        natalia("573104445566", "Pedido 4711 en camino");
        browser.go(simulator.url());

        browser.until(page -> assertThat(page.text("#tab-duplicates")).contains("1"));
        browser.until(page -> assertThat(page.text(".bubble")).contains("came 2×"));
        browser.click("#tab-duplicates");
        browser.until(page -> assertThat(page.text(".card")).contains("573104445566", "2 times", "itcloud, natalia"));
    }

    @Test
    void theClockAndBalancesAreSet() {
        browser.go(simulator.url());
        browser.click("#tab-conditions");
        assertThat(browser.all("input[aria-label$='is under maintenance']"))
                .extracting(box -> box.getAttribute("aria-label"))
                .containsExactly("itcloud is under maintenance", "natalia is under maintenance");
        WebElement balance = browser.see("input[aria-label='Balance at natalia']");
        balance.clear();
        balance.sendKeys("3", Keys.TAB);
        browser.until(page -> assertThat(simulator.balance("natalia")).isEqualByComparingTo("3"));
        browser.clickButton("#panel", "Freeze");
        browser.until(page -> assertThat(simulator.clock().frozen()).isTrue());

        browser.clickButton("#panel", "+1 day");
        browser.until(page -> assertThat(page.text(".clock")).contains("frozen"));
        browser.screenshot("sandbox-conditions");
        browser.clickButton("#panel", "Reset everything");
        browser.clickButton("#panel", "Really?");
        browser.until(page -> assertThat(simulator.clock().frozen()).isFalse());
    }

    @Test
    void theClockIsSetToATime() {
        browser.go(simulator.url());
        browser.click("#tab-conditions");
        browser.see("input[type=datetime-local]");
        browser.run("document.querySelector('input[type=datetime-local]').value = '2027-03-01T09:30:00'");
        browser.clickButton("#panel", "Set the clock");

        browser.until(page -> assertThat(page.text(".clock")).contains("2027").contains("9:30"));
        assertThat(simulator.clock().instant()).isAfter(Instant.parse("2027-02-27T00:00:00Z"));
    }

    @Test
    void onlyTheAccountsAddedOnThePageAreTaken() {
        browser.go(simulator.url());
        browser.click("#tab-conditions");
        browser.until(page -> assertThat(page.text("[data-account=linktosms]")).contains("any credentials"));
        browser.click("#panel summary");
        browser.see("select[name=provider]").sendKeys("linktosms");
        browser.type("input[name=apiId]", "77");
        browser.type("input[name=user]", "<b>acme</b>");
        browser.type("input[name=secret]", "s3cr3t");
        browser.see("input[name=secret]").sendKeys(Keys.ENTER);

        browser.until(page -> assertThat(page.text("[data-account=linktosms]")).contains("77/<b>acme</b>"));
        assertThat(browser.all("input[name=secret]").get(0).getDomProperty("value"))
                .isEmpty();
        assertThat(simulator.accounts()).containsExactly(Account.masms("linktosms", "77", "<b>acme</b>", "s3cr3t"));
        browser.clickButton("#panel", "Take any credentials again");
        browser.until(page -> assertThat(page.text("[data-account=linktosms]")).contains("any credentials"));
        assertThat(simulator.accounts()).isEmpty();
    }

    @Test
    void anAccountThatCannotBeIsExplained() {
        browser.go(simulator.url());
        browser.click("#tab-conditions");
        browser.click("#panel summary");
        browser.clickButton("#panel", "Add account");

        browser.until(page -> assertThat(page.text("#live")).contains("needs a user and a secret"));
        assertThat(simulator.accounts()).isEmpty();
        browser.complaints();
    }

    @Test
    void theMagicNumbersAreListed() {
        browser.go(simulator.url());
        browser.click("#tab-numbers");

        assertThat(browser.all(".numbers tbody tr")).hasSize(19);
        browser.screenshot("sandbox-numbers");
    }

    @Test
    void keysMoveThroughTheList() {
        IntStream.rangeClosed(1, 3).forEach(i -> natalia("57300111220" + i, "Hola " + i));
        browser.go(simulator.url());
        browser.until(
                page -> assertThat(page.all(".threads li[aria-selected=true]")).hasSize(1));

        browser.see("#panel").sendKeys("j");
        browser.until(page -> assertThat(page.text("h2")).isEqualTo("573001112202"));
        browser.see(".threads li[aria-selected=true]").sendKeys(Keys.ARROW_DOWN);
        browser.until(page -> assertThat(page.text("h2")).isEqualTo("573001112201"));
        browser.see("#panel").sendKeys("r");
        browser.until(
                page -> assertThat(page.run("return document.activeElement.id")).isEqualTo("reply"));
    }

    @Test
    void tenThousandMessagesAreShownAPageAtATime() {
        for (int chunk = 0; chunk < 100; chunk++) {
            int first = chunk * 100;
            String numbers = IntStream.range(first, first + 100)
                    .mapToObj(i -> Long.toString(573_000_000_000L + i))
                    .collect(Collectors.joining(","));
            new TestClient(simulator.baseUrl("linktosms"))
                    .post("/massms/api/sendmsg.php", masms(numbers, "Promo " + chunk));
        }
        browser.go(simulator.url());

        browser.until(page -> assertThat(page.text(".summary")).isEqualTo("10,000 conversations"));
        assertThat(browser.all(".threads li")).hasSizeBetween(50, 200);
        browser.run("document.querySelector('.threads').scrollTop = 1e9");
        browser.until(page -> assertThat(page.all(".threads li").size()).isGreaterThanOrEqualTo(100));
    }

    @Test
    void aPhoneShowsOnePaneAtATime() {
        stage();
        browser.size(new Dimension(390, 844));
        browser.go(simulator.url());
        browser.see(".threads li");
        browser.screenshot("sandbox-phone-inbox");
        assertThat(visiblePanes()).containsExactly("threads");

        browser.click(".threads li:first-child");
        browser.see(".bubble");
        assertThat(visiblePanes()).containsExactly("conversation");
        browser.screenshot("sandbox-phone-conversation");
        browser.click(".bubble .body");
        browser.until(page -> assertThat(visiblePanes()).containsExactly("tools"));
        browser.see(".fulltext");
        browser.screenshot("sandbox-phone-message");
        browser.click("[data-go=threads]");
        browser.until(page -> assertThat(visiblePanes()).containsExactly("threads"));
        assertThat(browser.run("return document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    @Test
    void theDarkSchemeIsDark() {
        stage();
        browser.go(simulator.url());
        browser.see(".bubble");
        browser.see(".fulltext");
        browser.screenshot("sandbox-light");
        assertThat(background()).isEqualTo("rgb(246, 246, 243)");

        browser.scheme("dark");

        assertThat(background()).isEqualTo("rgb(19, 21, 23)");
        browser.screenshot("sandbox-dark");
    }

    /** A day in the life of a sandbox. */
    private void stage() {
        itcloud("573104445566", "Pedido 4711 en camino. Gracias por su compra.");
        itcloud("573104445566", "Pedido 4711 en camino. Gracias por su compra.");
        natalia("573157778899", "Su factura vence el viernes.");
        new TestClient(simulator.baseUrl("markettext"))
                .post(
                        "/massms/api/sendmsg.php",
                        masms("573009900008", "Promo de fin de semana: 2x1 en toda la tienda"));
        send("ACME: lo esperamos el lunes a las 9. Confirma?", "cita-88");
        simulator.reply("smsmasivos", NUMBER, "Si, confirmo");
        send("ACME: gracias, cita confirmada.", "cita-88");
        new TestClient(simulator.baseUrl("linktosms"))
                .post("/massms/api/sendmsg.php", masms("573001234567", "Su cita es mañana a las 10:30."));
        simulator.reply("linktosms", "573001234567", "Puede ser a las 11?");
        new TestClient(simulator.baseUrl("linktosms"))
                .post(
                        "/massms/api/sendmsg.php",
                        masms(
                                "573001234567",
                                "Claro: mañana a las 11:00, “Clínica Norte”, piso 3. Responda BAJA para no"
                                        + " recibir más mensajes 🙂"));
        simulator.deliver(1, DeliveryOutcome.delivered());
        simulator.fault(Fault.acceptThenDrop().provider("itcloud").every(3));
    }

    private String background() {
        return (String) browser.run("return getComputedStyle(document.body).backgroundColor");
    }

    private static List<String> visiblePanes() {
        return browser.all("main > .pane").stream()
                .filter(WebElement::isDisplayed)
                .map(pane -> pane.getDomAttribute("id"))
                .toList();
    }

    private void send(String text, String clientId) {
        new TestClient(simulator.baseUrl("smsmasivos"))
                .post(
                        "/enviar_sms.asp",
                        "api",
                        "1",
                        "usuario",
                        "demo",
                        "clave",
                        "demo",
                        "tos",
                        NUMBER,
                        "texto",
                        text,
                        "idinterno",
                        clientId == null ? "" : clientId);
    }

    private void itcloud(String to, String text) {
        new TestClient(simulator.baseUrl("itcloud"))
                .post(ITCLOUD_SEND, "user", "ops", "token", "t", "GSM", to, "SMSText", text, "metodo_envio", "2via");
    }

    private void natalia(String to, String text) {
        new TestClient(simulator.baseUrl("natalia"))
                .post("/envio/api/sendsms/send.php", "user", "me", "password", "p", "GSM", to, "SMSText", text);
    }

    private static String[] masms(String to, String text) {
        return new String[] {
            "api_id", "77", "user", "acme", "password", "p", "to", to, "text", text, "senderid", "CLINICA"
        };
    }
}
