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

import io.massms.simulator.Account;
import io.massms.simulator.RecipientTrait;
import io.massms.simulator.SimulatedMessage;
import io.massms.simulator.http.Answer;
import io.massms.simulator.http.Params;
import io.massms.simulator.provider.CommaList;
import io.massms.simulator.provider.Exchange;
import io.massms.simulator.provider.Operation;
import io.massms.simulator.provider.Outcomes;
import io.massms.simulator.provider.Parts;
import io.massms.simulator.provider.ProviderFront;
import io.massms.simulator.store.Draft;
import io.massms.simulator.store.Platform;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
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
    /** The manual names no time zone: decided. */
    private static final ZoneId ZONE = ZoneId.of("America/Bogota");

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withResolverStyle(ResolverStyle.STRICT);

    private final MasmsProfile profile;
    private final Platform platform;
    private final Outcomes outcomes;

    private MasmsFront(MasmsProfile profile, Platform platform) {
        this.profile = profile;
        this.platform = platform;
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
    public Optional<Operation> operation(String path) {
        return Optional.ofNullable(PATHS.get(path));
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
                exchange.forcedCode().or(() -> refusal(params, recipients).map(MasmsError::code));
        return refusal.isPresent() ? error(refusal.get(), recipients) : accept(exchange, recipients);
    }

    private Optional<MasmsError> refusal(Params params, List<String> recipients) {
        if (params.get("api_id").isEmpty()) {
            return Optional.of(MasmsError.NO_API_ID);
        }
        if (params.get("user").isEmpty()) {
            return Optional.of(MasmsError.NO_USER);
        }
        if (params.get("password").isEmpty()) {
            return Optional.of(MasmsError.NO_PASSWORD);
        }
        if (recipients.isEmpty()) {
            return Optional.of(MasmsError.NO_TO);
        }
        if (params.get("text").isEmpty()) {
            return Optional.of(MasmsError.NO_TEXT);
        }
        String sender = params.get("senderid");
        if (!sender.isEmpty() && !profile.sender().matcher(sender).matches()) {
            return Optional.of(MasmsError.BAD_SENDER);
        }
        return account(params, params.get("password"))
                .or(() -> recipients.size() > profile.maxRecipients()
                        ? Optional.of(MasmsError.TOO_MANY_RECIPIENTS)
                        : Optional.empty());
    }

    /** What is wrong with the account; without a password (status, balance) only the names must fit. */
    private Optional<MasmsError> account(Params params, String password) {
        String apiId = params.get("api_id");
        String user = params.get("user");
        Optional<Account.Status> status = platform.accounts()
                .open(
                        profile.id(),
                        account -> apiId.equals(account.apiId())
                                && user.equals(account.user())
                                && (password == null || password.equals(account.secret())),
                        apiId.equals("closed") ? apiId : user,
                        password == null ? apiId : password);
        return status.map(MasmsFront::refusal).orElse(Optional.of(MasmsError.WRONG_CREDENTIALS));
    }

    private static Optional<MasmsError> refusal(Account.Status status) {
        return switch (status) {
            case ACTIVE -> Optional.empty();
            case PRODUCT_INACTIVE, EXPIRED -> Optional.of(MasmsError.PRODUCT_INACTIVE);
            case COMPANY_INACTIVE -> Optional.of(MasmsError.COMPANY_INACTIVE);
        };
    }

    private String accept(Exchange exchange, List<String> recipients) {
        Instant scheduled = scheduled(exchange.params());
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

    /** A date or time that cannot be read sends at once: decided, the manual is silent. */
    private static Instant scheduled(Params params) {
        if (!params.get("smstype").equals("p")) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(params.get("date_delivery"), DATE);
            return LocalDateTime.of(date, LocalTime.parse(params.get("time_delivery"), TIME))
                    .atZone(ZONE)
                    .toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private String status(Exchange exchange) {
        Params params = exchange.params();
        Optional<String> refusal =
                exchange.forcedCode().or(() -> readRefusal(params).map(MasmsError::code));
        return refusal.map(code -> error(code, List.of()))
                .orElseGet(() -> platform.ledger()
                        .findByProviderId(profile.id(), params.get("msgid"))
                        .map(message -> MasmsStatus.of(message.state()))
                        .orElse("NOTFOUND"));
    }

    private String balance(Exchange exchange) {
        Optional<String> refusal =
                exchange.forcedCode().or(() -> readRefusal(exchange.params()).map(MasmsError::code));
        BigDecimal balance = platform.balances().of(profile.id());
        return refusal.map(code -> error(code, List.of())).orElseGet(balance::toPlainString);
    }

    private Optional<MasmsError> readRefusal(Params params) {
        if (params.get("api_id").isEmpty()) {
            return Optional.of(MasmsError.NO_API_ID);
        }
        if (params.get("user").isEmpty()) {
            return Optional.of(MasmsError.NO_USER);
        }
        return account(params, null);
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
