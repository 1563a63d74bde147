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
package io.massms.camel.provider;

import io.massms.camel.number.NumberForm;
import io.massms.camel.protocol.smsmasivos.SmsMasivosProtocol;
import io.massms.camel.spi.Channel;
import io.massms.camel.spi.Credential;
import io.massms.camel.spi.Operation;
import io.massms.camel.spi.Protocol;
import io.massms.camel.spi.ProviderProfile;
import io.massms.camel.spi.SendProfile;
import io.massms.camel.spi.SmsProvider;
import io.massms.camel.text.Alphabet;
import io.massms.camel.text.TextRules;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** SMS Masivos (servicio.smsmasivos.com.ar), Argentina and four more countries, API guide version 11. */
public final class SmsMasivos implements SmsProvider {
    private static final String API = "https://servicio.smsmasivos.com.ar/";
    private static final String LETTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!?$%()*+,-./:;=@ ";
    private static final Alphabet ALPHABET = Alphabet.of(LETTERS);
    private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9_-]{1,50}");
    private static final SendProfile HTTP = SendProfile.of(1, new TextRules(ALPHABET, 160, 160))
            .withScheduling()
            .withTestFlag()
            .withHtml("http://1rck.in/-000000")
            .withClientId(CLIENT_ID);

    /** The manual bounds no block; 500 lines are decided, and {@code blockMaxBytes} bounds their bytes. */
    private static final SendProfile BLOCK = SendProfile.of(500, new TextRules(ALPHABET, 160, 160))
            .withPersonalTexts()
            .withTestFlag()
            .withAnswersLater(CLIENT_ID);

    private static final SendProfile SOAP =
            SendProfile.of(1, new TextRules(ALPHABET, 160, 160)).withTestFlag();
    private static final SendProfile SMTP = SendProfile.of(1, new TextRules(Alphabet.of(LETTERS + "#"), 160, 160));
    private static final ProviderProfile PROFILE = ProviderProfile.of("smsmasivos", "SMS Masivos")
            .country("AR", "AR", "MX", "PE", "UY", "GT")
            .zone("-03:00")
            .charset(StandardCharsets.ISO_8859_1)
            .numbers(NumberForm.NATIONAL)
            .sendingHours("08:00-22:00")
            .send(Channel.http, HTTP)
            .send(Channel.block, BLOCK)
            .send(Channel.soap, SOAP)
            .send(Channel.smtp, SMTP)
            .url(Operation.send, API + "enviar_sms.asp")
            .url(Operation.inbox, API + "obtener_sms_entrada.asp")
            .url(Operation.send, Channel.block, API + "enviar_sms_bloque.asp")
            .url(Operation.send, Channel.soap, API + "ws/SMSMasivosAPI.asmx")
            .url(Operation.inbox, Channel.soap, API + "ws/SMSMasivosAPI.asmx")
            .url(Operation.status, API + "obtener_respuestaapi_bloque.asp")
            .url(Operation.balance, API + "obtener_saldo.asp")
            .url(Operation.expiry, API + "obtener_vencimiento_paquete.asp")
            .url(Operation.sentCount, API + "obtener_envios.asp")
            .url(Operation.serverTime, API + "get_fecha.asp")
            .credentials(Credential.apiKey)
            .credentials(Credential.user, Credential.password)
            .credentials(Operation.serverTime)
            .credentials(Channel.smtp, Credential.user, Credential.password)
            .build();
    private static final Protocol PROTOCOL = SmsMasivosProtocol.create();

    @Override
    public ProviderProfile profile() {
        return PROFILE;
    }

    @Override
    public Protocol protocol() {
        return PROTOCOL;
    }
}
