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
package io.massms.simulator.provider.masms;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** linktosms and markettext, the MasSMS protocol. */
public final class MasmsFront implements ProviderFront {
    private static final Map<String, Operation> PATHS = Map.of(
            "/massms/api/sendmsg.php", Operation.SEND,
            "/massms/api/query.php", Operation.STATUS,
            "/massms/api/getbalance.php", Operation.BALANCE);
    /** "Deben ser pasados en formato internacional y no deben incluir el signo + ... 00": manual, "Consideraciones Generales". */
    private static final Pattern INTERNATIONAL = Pattern.compile("[1-9]\\d{7,14}");

    private final MasmsProfile profile;
    private final Platform platform;
    private final MasmsRules rules;
    private final Outcomes outcomes;

    private MasmsFront(MasmsProfile profile, Platform platform) {
        this.profile = profile;
        this.platform = platform;
        this.rules = new MasmsRules(profile, platform);
        this.outcomes = new Outcomes(
                platform.options().visibleAfter(),
                profile.reportsOperator() ? platform.options().operatorDelay() : null,
                platform.options().deliveryDelay());
    }

    public static ProviderFront linktosms(Platform platform) {
        return new MasmsFront(MasmsProfile.LINKTOSMS, platform);
    }

    public static ProviderFront markettext(Platform platform) {
        return new MasmsFront(MasmsProfile.MARKETTEXT, platform);
    }

    @Override
    public String id() {
        return profile.id();
    }

    @Override
    public Optional<Operation> operation(RequestHead head) {
        return Optional.ofNullable(PATHS.get(head.path()));
    }

    @Override
    public List<String> recipients(Operation operation, Params params) {
        return operation == Operation.SEND ? CommaList.split(params.get("to")) : List.of();
    }

    @Override
    public Answer answer(Operation operation, Exchange exchange) {
        return Answer.php(
                switch (operation) {
                    case SEND -> send(exchange);
                    case STATUS -> status(exchange);
                    default -> balance(exchange);
                });
    }

    private String send(Exchange exchange) {
        Params params = exchange.params();
        List<String> recipients = CommaList.split(params.get("to"));
        Optional<String> refusal =
                exchange.forcedCode().or(() -> rules.ofSend(params, recipients).map(MasmsError::code));
        return refusal.isPresent() ? error(refusal.get(), recipients) : accept(exchange, recipients);
    }

    private String accept(Exchange exchange, List<String> recipients) {
        Instant scheduled = Schedule.of(exchange.params());
        List<String> results = new ArrayList<>(recipients.size());
        boolean noneHasBalance = true;
        for (String to : recipients) {
            String result = accept(exchange, to, scheduled);
            noneHasBalance &= result.equals(MasmsError.NO_BALANCE.code());
            results.add(to + ':' + result);
        }
        return noneHasBalance ? error(MasmsError.NO_BALANCE.code(), recipients) : String.join(",", results);
    }

    private String accept(Exchange exchange, String to, Instant scheduled) {
        Optional<RecipientTrait> trait = platform.recipients().trait(to);
        Optional<String> forced = exchange.forcedCode(to);
        if (forced.isPresent()) {
            return forced.get();
        }
        if (trait.filter(RecipientTrait.NO_BALANCE::equals).isPresent()) {
            return MasmsError.NO_BALANCE.code();
        }
        return exchange.accept(platform, draft(exchange.params(), to, trait, scheduled), MessageIds::of)
                .map(SimulatedMessage::providerMessageId)
                .orElse(MasmsError.NO_BALANCE.code());
    }

    private Draft draft(Params params, String to, Optional<RecipientTrait> trait, Instant scheduled) {
        boolean valid = INTERNATIONAL.matcher(to).matches();
        String text = params.get("text");
        String account = params.get("api_id") + '/' + params.get("user");
        return Draft.of(
                        profile.id(),
                        account,
                        to,
                        text,
                        Parts.of(text),
                        valid ? outcomes.of(trait) : outcomes.invalid())
                .from(blankToNull(params.get("senderid")))
                .type(blankToNull(params.get("smstype")))
                .scheduled(scheduled);
    }

    private String status(Exchange exchange) {
        Params params = exchange.params();
        Optional<String> refusal =
                exchange.forcedCode().or(() -> rules.ofQuestion(params).map(MasmsError::code));
        return refusal.map(code -> error(code, List.of()))
                .orElseGet(() -> platform.ledger()
                        .findByProviderId(profile.id(), params.get("msgid"))
                        .map(message -> MasmsStatus.of(message.state()))
                        .orElse("NOTFOUND"));
    }

    private String balance(Exchange exchange) {
        Optional<String> refusal = exchange.forcedCode()
                .or(() -> rules.ofQuestion(exchange.params()).map(MasmsError::code));
        BigDecimal balance = platform.balances().of(profile.id());
        return refusal.map(code -> error(code, List.of())).orElseGet(balance::toPlainString);
    }

    private String error(String code, List<String> recipients) {
        return switch (platform.options().masmsErrorForm()) {
            case BARE -> code;
            case PREFIXED -> "ERROR:" + code;
            case WITH_TEXT -> code + ':' + MasmsError.textOf(code);
            case PER_NUMBER ->
                recipients.isEmpty()
                        ? code
                        : String.join(
                                ",",
                                recipients.stream().map(to -> to + ':' + code).toList());
        };
    }

    private static String blankToNull(String value) {
        return value.isBlank() ? null : value;
    }
}
