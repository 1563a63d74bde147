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
package io.massms.camel.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.massms.camel.contract.Conversation.Outcome;
import io.massms.camel.spi.Account;
import io.massms.camel.spi.Credential;
import io.massms.camel.spi.Credentials;
import io.massms.camel.spi.Operation;
import io.massms.camel.spi.Reply;
import io.massms.camel.spi.SmsProvider;
import java.nio.charset.Charset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Lets a provider repeat all it was told, and looks whether any of it is shown. */
final class Discretion {
    private static final List<Integer> STATUSES = List.of(200, 302, 400, 403, 404, 429, 500, 503);

    /** Of every kind that people choose: letters, signs that pages escape, digits alone, and the look of a message id. */
    private static final Map<Credential, String> SECRETS = new EnumMap<>(Map.of(
            Credential.apiId, "acme-4711-corp",
            Credential.user, "maría+sms@example.org",
            Credential.password, "p&ss \"w0rd\" <ñ>",
            Credential.token, "98765432109876",
            Credential.apiKey, "d41d8cd98f00b204e9800998ecf8427e"));

    private final SmsProvider provider;
    private final Vector.Question question;
    private final Conversation<?> conversation;

    Discretion(SmsProvider provider, Operation operation, Vector vector) {
        this.provider = provider;
        question = vector.question();
        conversation = Conversation.of(provider, operation, question, account(vector));
    }

    private Account account(Vector vector) {
        Account account = vector.account().at(provider.profile());
        return new Account(
                provider.profile(),
                Credentials.of(SECRETS),
                account.baseUrl(),
                account.method(),
                account.country(),
                account.zone());
    }

    void check() {
        hidden().forEach(hidden -> assertThat(conversation.shown()).doesNotContain(hidden));
        for (String secret : SECRETS.values()) {
            Echoes.of(secret, recipient()).forEach(this::checkAnswer);
        }
        personalData().forEach(personal -> Echoes.of(personal, "Destino").forEach(this::checkAnswer));
    }

    /** Answers that are documents, with secrets and personal data in the places where the provider's own words stand. */
    void checkDocument(String document) {
        hidden().flatMap(hidden -> Echoes.inside(document, hidden)).forEach(body -> {
            for (int status : STATUSES) {
                hear(status, body);
            }
        });
    }

    private void checkAnswer(String body) {
        for (int status : STATUSES) {
            Outcome outcome = hear(status, body);
            assertThat(outcome.anyAccepted()).as("accepted by '%s'", body).isFalse();
        }
    }

    private Outcome hear(int status, String body) {
        Charset charset = provider.profile().charset();
        Reply reply = new Reply(status, body.getBytes(charset), charset, null);
        Outcome outcome = conversation.outcome(reply);
        String shown = outcome.verdicts() + " " + outcome.failed() + " " + reply;
        hidden().forEach(hidden ->
                assertThat(shown).as("what is shown of '%s'", body).doesNotContainIgnoringCase(hidden));
        return outcome;
    }

    private Stream<String> hidden() {
        return Stream.concat(SECRETS.values().stream(), personalData().stream());
    }

    private List<String> personalData() {
        return question.to() == null ? List.of() : List.of(recipient(), question.text());
    }

    private String recipient() {
        return question.to() == null ? "573001234567" : question.to().get(0);
    }
}
