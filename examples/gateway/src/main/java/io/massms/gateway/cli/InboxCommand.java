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

import io.massms.camel.model.InboundSms;
import io.massms.gateway.setup.SmsOptions;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Fetches what handsets sent. */
@Command(
        name = "inbox",
        mixinStandardHelpOptions = true,
        description = "Prints the replies in the provider's inbox, the oldest first, and marks none as read.")
final class InboxCommand extends ProviderCommand {
    @Option(names = "--unread", description = "Leaves out what is marked as read.")
    private boolean unread;

    @Override
    public Integer call() throws Exception {
        return inSession(this::fetch);
    }

    private int fetch(Session session) throws Exception {
        Exchange exchange = session.ask(
                "?operation=inbox&unreadOnly=" + unread + "&channel="
                        + SmsOptions.inboxChannel(session.context(), session.provider()),
                request -> {});
        requireSuccess(exchange);
        List<InboundSms> replies = ((List<?>) exchange.getMessage().getBody())
                .stream().map(InboundSms.class::cast).toList();
        print(replies, replies.stream().map(InboxCommand::line).collect(Collectors.joining(System.lineSeparator())));
        return ExitCodes.OK;
    }

    private static String line(InboundSms reply) {
        return Terminal.harmless(reply.receivedTime() + "  " + reply.from() + "  " + reply.text());
    }
}
