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
package io.massms.camel.protocol.smsmasivos;

import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsState;
import io.massms.camel.model.SmsStatus;
import io.massms.camel.protocol.Lines;
import io.massms.camel.spi.ErrorMailDecoder;
import io.massms.camel.spi.MailedRefusal;
import io.massms.camel.spi.ProviderProfile;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A mail in which the provider says why a message sent by mail did not go: "Si el mensaje tuvo algún error se puede enviar por correo
 * electrónico al remitente del email" (manual, section "Envío de mensajes vía correo electrónico (SMTP)"). Its words are those of HTTP.
 */
final class SmsMasivosErrorMail implements ErrorMailDecoder {
    private static final int LONGEST_WORDS = 120;

    /** What stands before a colon and is shorter is a time of day or the like. */
    private static final int SHORTEST_NUMBER = 6;

    /**
     * A line counts that begins with a number and a colon, as the provider's errors do, or that says something of the account; a
     * message's text that the mail may repeat does not. Words that the manual knows go before others.
     */
    @Override
    public Optional<MailedRefusal> decode(String text, ProviderProfile profile) {
        List<String> lines = Lines.of(text == null ? "" : text);
        List<SmsStatus> statuses = lines.stream()
                .map(line -> status(line, profile.id()))
                .filter(Objects::nonNull)
                .toList();
        return statuses.stream()
                .filter(status -> status.to() != null && status.error() != SmsError.OTHER)
                .findFirst()
                .or(() -> statuses.stream().findFirst())
                .map(status -> new MailedRefusal(status, repeated(lines, status.to())));
    }

    /** The mail's lines, and what stands in them behind the recipient, as in the subject of the mail that sent the message. */
    private static Set<String> repeated(List<String> lines, String to) {
        if (to == null) {
            return Set.of();
        }
        Set<String> candidates = new LinkedHashSet<>();
        for (String line : lines) {
            String bare = line.replaceFirst("^[>\\s]+", "").strip();
            candidates.add(bare);
            int number = bare.indexOf(to + " ");
            if (number >= 0) {
                candidates.add(bare.substring(number + to.length()).strip());
            }
        }
        return candidates;
    }

    private static SmsStatus status(String line, String provider) {
        String number = SmsMasivosWord.numberBefore(line);
        String words = SmsMasivosWord.withoutNumber(line);
        SmsMasivosWord word = SmsMasivosWord.ofText(words);
        if (word == SmsMasivosWord.SIMULATED) {
            return null;
        }
        if (number == null || number.length() < SHORTEST_NUMBER) {
            return word != null && word.isAboutTheAccount() && line.length() <= LONGEST_WORDS
                    ? refused(provider, null, word.error(), null)
                    : null;
        }
        return refused(provider, number, word == null ? SmsError.OTHER : word.error(), words);
    }

    private static SmsStatus refused(String provider, String number, SmsError error, String words) {
        return new SmsStatus(provider, null, null, number, SmsState.REJECTED, error, null, words, null);
    }
}
