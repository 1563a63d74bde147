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

import io.massms.camel.component.SmsConstants;
import io.massms.camel.model.SmsStatus;
import org.apache.camel.Exchange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Asks what became of a message. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Asks the provider what became of a message.",
        footer = {
            "%nExit code 0 where it was delivered or is on its way, 3 where it will not be delivered, 5 where nobody knows."
        })
final class StatusCommand extends ProviderCommand {
    @Parameters(paramLabel = "ID", description = "The provider's id of the message.")
    private String id;

    @Override
    public Integer call() throws Exception {
        return inSession(this::ask);
    }

    private int ask(Session session) throws Exception {
        Exchange exchange = session.ask(
                "?operation=status", request -> request.getMessage().setHeader(SmsConstants.MESSAGE_ID, id));
        requireSuccess(exchange);
        SmsStatus status = exchange.getMessage().getBody(SmsStatus.class);
        String error = status.error() == null ? "" : "  " + status.error();
        String words = status.providerText() == null ? "" : "  " + status.providerText();
        print(status, Terminal.harmless(status.messageId() + "  " + status.state() + error + words));
        return ExitCodes.of(status.state());
    }
}
