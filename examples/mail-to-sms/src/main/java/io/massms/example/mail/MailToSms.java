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
package io.massms.example.mail;

import io.massms.mail.PasswordHash;
import io.massms.simulator.SimulatedMessage;
import io.massms.simulator.Simulator;
import jakarta.mail.internet.MimeMessage;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.camel.main.Main;

/** A mail becomes an SMS, and its answer becomes a mail; with a mail server and a provider in this process. */
public final class MailToSms {
    private static final String ANA = "ana@example.org";
    private static final String NUMBER = "541155556666";
    private static final String PASSWORD = "CLAVE500";

    private final PrintStream out;

    private MailToSms(PrintStream out) {
        this.out = out;
    }

    /**
     * Prints what happens.
     *
     * @param  arguments none
     * @throws Exception where something did not work
     */
    public static void main(String[] arguments) throws Exception {
        run(System.out);
    }

    static void run(PrintStream out) throws Exception {
        new MailToSms(out).run();
    }

    private void run() throws Exception {
        Path data = Files.createTempDirectory("mail-to-sms");
        Files.writeString(data.resolve("accounts.properties"), "USU500 = " + PasswordHash.of(PASSWORD.toCharArray()));
        try (MailServer mail = new MailServer();
                Simulator provider = Simulator.start()) {
            Main main = bridge(mail, provider, data);
            main.start();
            try {
                numberInTheAddress(mail, provider);
                answerOfTheHandset(mail, provider);
                commandInTheSubject(mail, provider);
                wrongPassword(mail);
            } finally {
                main.stop();
            }
        }
    }

    private void numberInTheAddress(MailServer mail, Simulator provider) throws Exception {
        say("Ana mails to %s@sms.example.org:", NUMBER);
        mail.send(ANA, NUMBER + "@sms.example.org", "Su cita", "Su cita es hoy a las 3.\n\n-- \nAna, Clinica Norte");
        SimulatedMessage sms = provider.awaitMessage(message -> true, Duration.ofSeconds(30));
        say("   the handset %s shows: %s", sms.to(), sms.text());
    }

    private void answerOfTheHandset(MailServer mail, Simulator provider) throws Exception {
        SimulatedMessage sms = provider.messages().get(0);
        say("The handset answers: Sí, allí estaré");
        provider.reply("smsmasivos", sms.to(), "Sí, allí estaré", sms.clientId());
        MimeMessage answer = mail.await(ANA, 1);
        say(
                "   Ana gets a mail from %s: %s",
                answer.getFrom()[0], answer.getContent().toString().strip());
    }

    private void commandInTheSubject(MailServer mail, Simulator provider) throws Exception {
        say("A system mails the subject: USU500 (password) 1155557777 Vence su factura");
        mail.send(
                "erp@other.example", "sms@sms.example.org", "USU500 " + PASSWORD + " 1155557777 Vence su factura", "");
        SimulatedMessage sms =
                provider.awaitMessage(message -> message.to().equals("1155557777"), Duration.ofSeconds(30));
        say("   the handset %s shows: %s", sms.to(), sms.text());
    }

    private void wrongPassword(MailServer mail) throws Exception {
        say("Somebody mails a subject with a wrong password:");
        mail.send(ANA, "sms@sms.example.org", "USU500 guess 1155557777 Hola", "");
        MimeMessage answer = mail.await(ANA, 2);
        say("   the answer: %s", answer.getContent().toString().strip().replaceAll("\\s+", " "));
    }

    private static Main bridge(MailServer mail, Simulator provider, Path data) {
        Main main = new Main(MailToSms.class);
        main.configure().withRoutesIncludePattern("classpath:bridge.yaml");
        main.addOverrideProperty("mail.box", mail.mailbox());
        main.addOverrideProperty("mail.smtp", mail.smtp());
        String sms = "sms:smsmasivos?apiKey=any&country=AR&baseUrl=" + provider.baseUrl("smsmasivos");
        main.addOverrideProperty("sms.endpoint", sms);
        main.addOverrideProperty("sms.inbox", sms + "&operation=inbox&delay=250&initialDelay=0");
        main.addOverrideProperty("data", data.toString());
        return main;
    }

    private void say(String words, Object... values) {
        out.printf(words + "%n", values);
    }
}
