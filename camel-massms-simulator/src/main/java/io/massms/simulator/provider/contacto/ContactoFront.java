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
package io.massms.simulator.provider.contacto;

import io.massms.simulator.Account;
import io.massms.simulator.RecipientTrait;
import io.massms.simulator.SimulatedMessage;
import io.massms.simulator.http.Answer;
import io.massms.simulator.http.Params;
import io.massms.simulator.http.RequestHead;
import io.massms.simulator.provider.CommaList;
import io.massms.simulator.provider.Exchange;
import io.massms.simulator.provider.Operation;
import io.massms.simulator.provider.Outcomes;
import io.massms.simulator.provider.Parts;
import io.massms.simulator.provider.ProviderFront;
import io.massms.simulator.store.Draft;
import io.massms.simulator.store.Platform;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** itcloud and natalia, two ages of one server. */
public final class ContactoFront implements ProviderFront {
    private static final String MAINTENANCE = "-6";
    /** Codes that speak of the request as a whole and come without a number. */
    private static final Set<String> REQUEST_LEVEL = Set.of("-1", MAINTENANCE, "-7", "-11");

    private static final Set<String> WAYS = Set.of("1via", "2via", "flash");
    private static final long FIRST_ACCEPTANCE_CODE = 12_000_000;

    private final ContactoProfile profile;
    private final Platform platform;
    private final ContactoRules rules;
    private final Outcomes outcomes;

    private ContactoFront(ContactoProfile profile, Platform platform) {
        this.profile = profile;
        this.platform = platform;
        this.rules = new ContactoRules(profile, platform);
        this.outcomes = new Outcomes(Duration.ZERO, null, platform.options().deliveryDelay());
    }

    public static ProviderFront itcloud(Platform platform) {
        return new ContactoFront(ContactoProfile.ITCLOUD, platform);
    }

    public static ProviderFront natalia(Platform platform) {
        return new ContactoFront(ContactoProfile.NATALIA, platform);
    }

    @Override
    public String id() {
        return profile.id();
    }

    @Override
    public boolean tellsMaintenance() {
        return profile.has(MAINTENANCE);
    }

    @Override
    public Optional<Operation> operation(RequestHead head) {
        if (head.path().equals(profile.sendPath())) {
            return Optional.of(Operation.SEND);
        }
        return head.path().equals(profile.balancePath()) ? Optional.of(Operation.BALANCE) : Optional.empty();
    }

    @Override
    public List<String> recipients(Operation operation, Params params) {
        return operation == Operation.SEND ? CommaList.split(gsm(params)) : List.of();
    }

    @Override
    public Answer answer(Operation operation, Exchange exchange) {
        return Answer.php(operation == Operation.SEND ? send(exchange) : balance(exchange));
    }

    private String send(Exchange exchange) {
        List<String> recipients = recipients(exchange.params());
        Optional<String> refusal = exchange.forcedCode()
                .filter(REQUEST_LEVEL::contains)
                .or(() -> requestRefusal(exchange.params(), recipients));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Optional<String> common = rules.time().or(() -> rules.text(text(exchange.params())));
        StringBuilder answer = new StringBuilder();
        for (String to : recipients) {
            String code = exchange.forcedCode(to).or(() -> common).orElseGet(() -> accept(exchange, to));
            answer.append(line(to, code));
        }
        return answer.toString();
    }

    /** natalia knows one recipient: what it gets is that one number, commas and all. */
    private List<String> recipients(Params params) {
        List<String> split = CommaList.split(gsm(params));
        return profile.maxRecipients() == 1 || split.isEmpty()
                ? List.of(gsm(params).trim())
                : split;
    }

    private Optional<String> requestRefusal(Params params, List<String> recipients) {
        if (!authenticated(params, profile.secretNames())) {
            return Optional.of("-1");
        }
        if (platform.maintenance().contains(profile.id())) {
            return Optional.of(MAINTENANCE);
        }
        if (profile.has("-7") && recipients.size() > profile.maxRecipients()) {
            return Optional.of("-7");
        }
        String way = params.get("metodo_envio");
        boolean unknownWay = profile.has("-11") && !way.isEmpty() && !WAYS.contains(way);
        return unknownWay ? Optional.of("-11") : Optional.empty();
    }

    private boolean authenticated(Params params, String... secretNames) {
        String user = user(params);
        String secret = params.get(secretNames);
        return platform.accounts()
                .open(
                        profile.id(),
                        account -> user.equals(account.user()) && secret.equals(account.secret()),
                        user,
                        secret)
                .filter(Account.Status.ACTIVE::equals)
                .isPresent();
    }

    private String accept(Exchange exchange, String to) {
        Optional<RecipientTrait> trait = platform.recipients().trait(to);
        Params params = exchange.params();
        return rules.recipient(to, trait)
                .orElseGet(() -> exchange.accept(platform, draft(params, to, trait), ContactoFront::acceptanceCode)
                        .map(SimulatedMessage::providerMessageId)
                        .orElse("-3"));
    }

    private Draft draft(Params params, String to, Optional<RecipientTrait> trait) {
        String text = text(params);
        String way = params.get("metodo_envio");
        return Draft.of(profile.id(), user(params), to, text, Parts.of(text), outcomes.of(trait))
                .type(way.isEmpty() && profile.has("-11") ? "1via" : way.isEmpty() ? null : way);
    }

    private static String acceptanceCode(long id) {
        return Long.toString(FIRST_ACCEPTANCE_CODE + id);
    }

    private String line(String to, String code) {
        if (profile.maxRecipients() > 1) {
            return to + ',' + code + "<br>";
        }
        return platform.options().nataliaAnswersWithNumber() ? to + ',' + code : code;
    }

    private String balance(Exchange exchange) {
        Optional<String> forced = exchange.forcedCode();
        if (forced.isPresent()) {
            return forced.get();
        }
        BigDecimal balance = platform.balances().of(profile.id());
        return authenticated(exchange.params(), "token", "Token", "password", "Password")
                ? balance.setScale(0, RoundingMode.DOWN).toPlainString()
                : "-1";
    }

    private static String user(Params params) {
        return params.get("user", "User");
    }

    private static String gsm(Params params) {
        return params.get("GSM", "gsm");
    }

    private static String text(Params params) {
        return params.get("SMSText");
    }
}
