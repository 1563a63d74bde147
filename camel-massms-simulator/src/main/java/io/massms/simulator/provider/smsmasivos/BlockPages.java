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

import io.massms.simulator.RecipientTrait;
import io.massms.simulator.http.Params;
import io.massms.simulator.provider.Exchange;
import io.massms.simulator.store.BlockLines;
import io.massms.simulator.store.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Block sends and the question what became of them. */
final class BlockPages {
    private static final Duration LATE = Duration.ofHours(1);
    private static final String PENDING = "PENDIENTE";

    /** What the manual does not print: decided. */
    private static final String NO_BLOCK = "falta el parámetro BLOQUE";

    private static final String NO_KEY = "falta el parámetro IDINTERNO o FECHA (YYYYMMDDHHNNSS)";

    private final Platform platform;
    private final Desk desk;

    BlockPages(Platform platform, Desk desk) {
        this.platform = platform;
        this.desk = desk;
    }

    /** "El llamado responde OK al terminar de tomar todos los datos", whatever the lines are worth. */
    String take(Exchange exchange, Login login) {
        Params params = exchange.params();
        if (params.anyCase("bloque").isBlank()) {
            return NO_BLOCK;
        }
        boolean test = params.flag("test");
        Block.of(params).lines().forEach(line -> take(exchange, login, line, test));
        return "OK";
    }

    /** A line counts as accepted at once; what became of it is only told when its time has come. */
    private void take(Exchange exchange, Login login, Block.Line line, boolean test) {
        Desk.Submission submission =
                new Desk.Submission(line.to(), line.text(), Alphabet.WEB, line.clientId(), null, null, test);
        Optional<Refusal> refusal = desk.submit(exchange, login, submission);
        Optional<RecipientTrait> trait = platform.recipients().trait(line.to());
        boolean silent = trait.filter(RecipientTrait.NEVER_REPORTED::equals).isPresent();
        if (!exchange.rehearsal() && !silent) {
            Duration delay = trait.filter(RecipientTrait.LATE::equals).isPresent()
                    ? LATE
                    : platform.options().blockDelay();
            platform.blockLines().add(line.clientId(), platform.clock().instant(), delay, answer(line, refusal, test));
        }
    }

    private static String answer(Block.Line line, Optional<Refusal> refusal, boolean test) {
        String success = test ? line.to() + ": probando sin enviar" : "OK";
        return refusal.map(reason -> line.to() + ": " + reason.text()).orElse(success);
    }

    /** Manual, section "Comprobación del proceso de un envío en bloque". */
    String status(Exchange exchange) {
        Params params = exchange.params();
        BlockLines.Reading reading = new BlockLines.Reading(
                platform.clock().instant(),
                params.flag("solonoleidos"),
                params.flag("marcarcomoleidos") && !exchange.rehearsal());
        String clientId = params.anyCase("idinterno").trim();
        if (!clientId.isEmpty()) {
            return lines(platform.blockLines().byClientId(clientId, reading));
        }
        Optional<Instant> since = Times.parseCompact(params.anyCase("fecha").trim());
        return since.map(moment -> lines(platform.blockLines().since(moment, reading)))
                .orElse(NO_KEY);
    }

    private static String lines(List<BlockLines.Result> results) {
        return results.isEmpty()
                ? PENDING
                : results.stream()
                        .map(result -> result.clientId() + '\t' + Times.compact(result.processed()) + '\t'
                                + result.answer() + "\r\n")
                        .collect(Collectors.joining());
    }
}
