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
package io.massms.simulator.provider.smsmasivos;

import io.massms.simulator.SimulatedRequest.Field;
import io.massms.simulator.http.Params;
import io.massms.simulator.provider.Exchange;
import io.massms.simulator.store.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes messages from subjects: manual, section "Envío de mensajes vía correo electrónico (SMTP)". */
public final class MailDesk {
    /** "En el asunto se colocarán todos los parámetros". */
    private static final List<String> PARAMETERS = List.of("USUARIO", "CLAVE", "NUMERO", "TEXTO");

    /** What the manual does not print: decided. */
    private static final String WRONG_SUBJECT = "el asunto debe tener la forma USUARIO CLAVE NUMERO TEXTO";

    private final Platform platform;
    private final Desk desk;

    public MailDesk(Platform platform) {
        this.platform = platform;
        this.desk = new Desk(platform);
    }

    /** As many of the four parameters as a subject has; the text is the rest of it, spaces and all. */
    public static Params parse(String subject) {
        String[] words = subject.strip().split("\\s+", PARAMETERS.size());
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            fields.add(new Field(PARAMETERS.get(i), words[i]));
        }
        return new Params(List.copyOf(fields));
    }

    /** Why nothing was sent, in the words of an error mail; empty when it was. */
    public Optional<String> take(Exchange exchange) {
        Params params = exchange.params();
        if (params.fields().size() < PARAMETERS.size()) {
            return Optional.of(WRONG_SUBJECT);
        }
        String to = params.get("NUMERO");
        Optional<Login> login = Login.of(platform, params.get("USUARIO"), params.get("CLAVE"));
        if (login.isEmpty()) {
            return Optional.of(SmsMasivosFront.WRONG_CREDENTIALS);
        }
        Desk.Submission submission =
                new Desk.Submission(to, params.get("TEXTO"), Alphabet.MAIL, null, null, null, false);
        return desk.submit(exchange, login.get(), submission).map(refusal -> to + ": " + refusal.text());
    }
}
