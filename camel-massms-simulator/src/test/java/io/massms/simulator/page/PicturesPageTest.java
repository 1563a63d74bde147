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

import io.massms.simulator.Account;
import io.massms.simulator.Fault;
import io.massms.simulator.RecipientTrait;
import io.massms.simulator.Simulator;
import io.massms.simulator.SimulatorOptions;
import io.massms.simulator.TestClient;
import io.massms.testing.Browser;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Dimension;

/** Takes the manual's pictures of the sandbox, and looks whether everything fits into them. */
class PicturesPageTest {
    private static final Dimension WINDOW = new Dimension(1280, 730);
    private static final Dimension PHONE = new Dimension(390, 780);

    private Browser browser;
    private Simulator simulator;

    @BeforeEach
    void start() {
        browser = Browser.open();
        simulator = Simulator.start(
                new SimulatorOptions().operatorDelay(Duration.ofSeconds(2)).deliveryDelay(Duration.ofSeconds(9)));
        simulator
                .clock()
                .set(LocalDate.now()
                        .atTime(LocalTime.of(9, 2))
                        .atZone(ZoneId.systemDefault())
                        .toInstant());
        morning();
        browser.size(WINDOW);
        browser.scheme("light");
    }

    @AfterEach
    void stop() {
        if (browser != null) {
            browser.close();
        }
        if (simulator != null) {
            simulator.close();
        }
    }

    @Test
    void theInboxHasItsThreadsAndAMessageWithEverythingThatIsKnownOfIt() {
        open("linktosms/573001234567");
        browser.until(page -> assertThat(page.text("#panel")).contains("UCS-2 because"));
        assertFits();
        browser.picture("sandbox-inbox");

        browser.click("#panel details:last-of-type summary");
        browser.run("document.querySelector('#panel').scrollTop = 1e6");
        browser.picture("sandbox-request", "#tools");
    }

    @Test
    void faultsAreInForceAndMoreCanBeMade() {
        simulator.fault(Fault.acceptThenDrop().provider("itcloud").every(3));
        simulator.fault(Fault.providerCode("110").provider("linktosms").recipient("57310.*"));
        open("linktosms/573001234567");
        browser.click("#tab-faults");
        browser.until(page -> assertThat(page.all(".card")).hasSize(2));
        browser.picture("sandbox-faults");
    }

    @Test
    void theClockAndTheAccountsAreAtHand() {
        simulator.account(Account.masms("linktosms", "77", "clinica-norte", "s3cr3t"));
        simulator.account(Account.of("itcloud", "ops", "t0k3n"));
        simulator.balance("natalia", new BigDecimal(3));
        simulator.maintenance("itcloud", true);
        open("linktosms/573001234567");
        browser.click("#tab-conditions");
        browser.until(page -> assertThat(page.text("[data-account=linktosms]")).contains("77/clinica-norte"));
        assertFits();
        browser.picture("sandbox-accounts", "#panel");
    }

    @Test
    void thePageFitsAPhoneInTheDark() {
        browser.size(PHONE);
        browser.scheme("dark");
        open("smsmasivos/1144445555");
        browser.until(page -> assertThat(page.all(".bubble")).hasSize(3));
        assertFits();
        browser.picture("sandbox-phone-dark");
    }

    private void open(String thread) {
        browser.go(simulator.url() + "/#/" + thread);
        browser.see(".bubble");
    }

    private void assertFits() {
        assertThat(browser.run("return document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    /** What an application that is being written may have sent until ten o'clock. */
    private void morning() {
        itcloud("573104445566", "Pedido 4711 en camino. Gracias por su compra.");
        itcloud("573104445566", "Pedido 4711 en camino. Gracias por su compra.");
        later(11);
        natalia("573157778899", "Su factura de noviembre vence el viernes 27.");
        later(4);
        masms("markettext", "573209900008", "TIENDA", "Fin de semana de descuentos: 2x1 en toda la tienda");
        later(6);
        smsmasivos("ACME: lo esperamos el lunes a las 9. Confirma?", "cita-88");
        later(3);
        simulator.reply("smsmasivos", "1144445555", "Si, confirmo");
        smsmasivos("ACME: gracias, cita confirmada.", "cita-88");
        later(7);
        simulator.recipient("573001112233", RecipientTrait.LANDLINE);
        masms("linktosms", "573001112233", "CLINICA", "Sus resultados están listos");
        later(8);
        masms("linktosms", "573001234567", "CLINICA", "Su cita es mañana a las 10:30.");
        later(5);
        simulator.reply("linktosms", "573001234567", "Puede ser a las 11?");
        later(1);
        masms(
                "linktosms",
                "573001234567",
                "CLINICA",
                "Claro: mañana a las 11:00, “Clínica Norte”, piso 3. Responda BAJA para no recibir más mensajes.");
    }

    private void later(int minutes) {
        simulator.clock().advance(Duration.ofMinutes(minutes));
    }

    private void smsmasivos(String text, String clientId) {
        client("smsmasivos")
                .post(
                        "/enviar_sms.asp",
                        "api",
                        "1",
                        "usuario",
                        "demo",
                        "clave",
                        "demo",
                        "tos",
                        "1144445555",
                        "texto",
                        text,
                        "idinterno",
                        clientId);
    }

    private void itcloud(String to, String text) {
        client("itcloud")
                .post(
                        "/sms/back_sms/public/api/sendsms",
                        "user",
                        "ops",
                        "token",
                        "t",
                        "GSM",
                        to,
                        "SMSText",
                        text,
                        "metodo_envio",
                        "1via");
    }

    private void natalia(String to, String text) {
        client("natalia")
                .post("/envio/api/sendsms/send.php", "user", "me", "password", "p", "GSM", to, "SMSText", text);
    }

    private void masms(String provider, String to, String sender, String text) {
        client(provider)
                .post(
                        "/massms/api/sendmsg.php",
                        "api_id",
                        "77",
                        "user",
                        "clinica-norte",
                        "password",
                        "p",
                        "to",
                        to,
                        "text",
                        text,
                        "senderid",
                        sender);
    }

    private TestClient client(String provider) {
        return new TestClient(simulator.baseUrl(provider));
    }
}
