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

import io.massms.simulator.http.Answer;
import io.massms.simulator.http.Params;
import io.massms.simulator.http.RequestHead;
import io.massms.simulator.provider.Exchange;
import io.massms.simulator.provider.Operation;
import io.massms.simulator.provider.ProviderFront;
import io.massms.simulator.provider.smsmasivos.ws.Route;
import io.massms.simulator.store.Platform;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** SMS Masivos Argentina, API guide v11: the HTTP pages and the web service. */
public final class SmsMasivosFront implements ProviderFront {
    static final String ID = "smsmasivos";

    /** The manual does not print what wrong credentials earn: decided. */
    static final String WRONG_CREDENTIALS = "usuario o clave incorrectos";

    private static final Map<String, Operation> PATHS = Map.of(
            "/enviar_sms.asp", Operation.SEND,
            "/enviar_sms_bloque.asp", Operation.BLOCK,
            "/obtener_respuestaapi_bloque.asp", Operation.BLOCK_STATUS,
            "/obtener_sms_entrada.asp", Operation.INBOX,
            "/obtener_saldo.asp", Operation.BALANCE,
            "/obtener_vencimiento_paquete.asp", Operation.EXPIRY,
            "/obtener_envios.asp", Operation.SENT_COUNT,
            "/get_fecha.asp", Operation.SERVER_TIME);

    private final Platform platform;
    private final Desk desk;
    private final BlockPages blocks;
    private final InboxPage inbox;
    private final WebService webService;

    public SmsMasivosFront(Platform platform) {
        this.platform = platform;
        this.desk = new Desk(platform);
        this.blocks = new BlockPages(platform, desk);
        this.inbox = new InboxPage(platform.inbox());
        this.webService = new WebService(platform, desk, inbox);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Optional<Operation> operation(RequestHead head) {
        return Route.of(head)
                .map(Route::operation)
                .or(() -> Optional.ofNullable(PATHS.get(head.path().toLowerCase(Locale.ROOT))));
    }

    @Override
    public Params params(RequestHead head, String body, Params plain) {
        return Route.of(head).map(route -> route.params(body, plain)).orElse(plain);
    }

    @Override
    public List<String> recipients(Operation operation, Params params) {
        return switch (operation) {
            case SEND ->
                List.of(params.optional("tos").orElse(params.anyCase("numero")).trim());
            case BLOCK -> Block.of(params).lines().stream().map(Block.Line::to).toList();
            default -> List.of();
        };
    }

    @Override
    public Answer answer(Operation operation, Exchange exchange) {
        return Route.of(exchange.call().head())
                .map(route -> webService.answer(route, exchange))
                .orElseGet(() -> page(operation, exchange));
    }

    private Answer page(Operation operation, Exchange exchange) {
        return switch (operation) {
            case SEND -> send(exchange);
            case SERVER_TIME -> serverTime(exchange);
            case BLOCK -> block(exchange);
            case BLOCK_STATUS -> authenticated(exchange, login -> Answer.asp(blocks.status(exchange)));
            case INBOX -> authenticated(exchange, login -> inbox.answer(exchange));
            default -> authenticated(exchange, login -> Answer.asp(query(operation)));
        };
    }

    private Answer send(Exchange exchange) {
        Params params = exchange.params();
        String to = params.anyCase("tos").trim();
        Optional<Login> login = Login.of(platform, params);
        String answer = login.isPresent()
                ? SendAnswer.of(params, to, desk.submit(exchange, login.get(), submission(params, to)))
                : SendAnswer.failed(params, WRONG_CREDENTIALS);
        return params.flag("api") ? Answer.asp(answer) : pageForPeople(answer);
    }

    private Desk.Submission submission(Params params, String to) {
        Instant scheduled = Times.parse(params.anyCase("fechadesde")).orElse(null);
        return new Desk.Submission(
                to,
                params.anyCase("texto"),
                Alphabet.WEB,
                emptyToNull(params.anyCase("idinterno")),
                scheduled,
                emptyToNull(params.anyCase("html")),
                params.flag("test"));
    }

    /** "API: variable fija de valor 1 para indicar que las respuestas regresarán como texto plano". */
    private static Answer pageForPeople(String answer) {
        return Answer.of(
                200,
                "text/html; charset=ISO-8859-1",
                "<html><body><p>" + answer.replace("&", "&amp;").replace("<", "&lt;") + "</p></body></html>",
                StandardCharsets.ISO_8859_1);
    }

    /** A dictated code hits the lines, not the call, which only takes the data. */
    private Answer block(Exchange exchange) {
        return Login.of(platform, exchange.params())
                .map(login -> Answer.asp(blocks.take(exchange, login)))
                .orElseGet(() -> Answer.asp(WRONG_CREDENTIALS));
    }

    private Answer authenticated(Exchange exchange, Function<Login, Answer> page) {
        return exchange.forcedCode()
                .map(code -> Answer.asp(Refusal.forced(code).text()))
                .or(() -> Login.of(platform, exchange.params()).map(page))
                .orElseGet(() -> Answer.asp(WRONG_CREDENTIALS));
    }

    private String query(Operation operation) {
        return switch (operation) {
            case BALANCE -> balance().toString();
            case EXPIRY -> platform.options().packageExpiry().toString();
            default ->
                Long.toString(platform.monthlyCounts()
                        .of(YearMonth.from(platform.clock().instant().atOffset(Rules.ZONE))));
        };
    }

    private BigInteger balance() {
        return platform.balances().of(ID).toBigInteger();
    }

    private Answer serverTime(Exchange exchange) {
        Instant now = platform.clock().instant();
        return Answer.asp(exchange.params().flag("iso") ? Times.iso(now) : Times.local(now));
    }

    private static String emptyToNull(String value) {
        return value.isEmpty() ? null : value;
    }
}
