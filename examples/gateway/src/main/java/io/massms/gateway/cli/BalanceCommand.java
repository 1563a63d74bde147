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
package io.massms.gateway.cli;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import picocli.CommandLine.Command;

/** Asks what is left in the account. */
@Command(
        name = "balance",
        mixinStandardHelpOptions = true,
        description = "Asks the provider what is left in the account.")
final class BalanceCommand extends ProviderCommand {
    @Override
    public Integer call() throws Exception {
        return inSession(this::ask);
    }

    private int ask(Session session) throws Exception {
        Exchange exchange = session.ask("?operation=balance", request -> {});
        requireSuccess(exchange);
        BigDecimal balance = exchange.getMessage().getBody(BigDecimal.class);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("provider", session.provider());
        answer.put("balance", balance);
        print(answer, balance.toPlainString());
        return ExitCodes.OK;
    }
}
