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
import io.massms.camel.component.options.SmsConfiguration;
import io.massms.camel.dispatch.OutsideWindow;
import io.massms.camel.error.SmsException;
import io.massms.camel.model.MessageType;
import io.massms.camel.model.SmsMessage;
import io.massms.camel.model.SmsReceipt;
import io.massms.camel.model.SmsResult;
import io.massms.camel.spi.Channel;
import io.massms.camel.spi.SendProfile;
import io.massms.gateway.json.GatewayJson;
import io.massms.gateway.setup.SmsOptions;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.util.ObjectHelper;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends one text. */
@Command(
        name = "send",
        mixinStandardHelpOptions = true,
        description = "Sends a text to one number or several, and prints what became of each.")
final class SendCommand extends ProviderCommand {
    @Option(
            names = "--to",
            required = true,
            split = ",",
            paramLabel = "NUMBER",
            description = "Whom to: a number, or several.")
    private List<String> to;

    @Parameters(paramLabel = "TEXT", description = "What they read; - takes it from the standard input.")
    private String text;

    @Option(names = "--from", paramLabel = "SENDER", description = "The sender id, where the provider carries one.")
    private String from;

    @Option(names = "--client-id", paramLabel = "ID", description = "Your own reference.")
    private String clientId;

    @Option(names = "--type", paramLabel = "TYPE", description = "${COMPLETION-CANDIDATES}; by default ONE_WAY.")
    private MessageType type;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            converter = FutureTime.class,
            description =
                    "When to deliver, such as 2026-12-24T18:30:00-05:00, where the provider has a schedule of its own.")
    private OffsetDateTime at;

    @Option(names = "--dry-run", description = "Checks and counts only.")
    private boolean dryRun;

    @Override
    public Integer call() throws Exception {
        ReadableText.require(commandLine(), "--from", from);
        ReadableText.require(commandLine(), "--client-id", clientId);
        String words = text.equals("-")
                ? ReadableText.of(commandLine(), System.in)
                : ReadableText.require(commandLine(), "TEXT", text);
        return inSession(session -> send(session, words));
    }

    private int send(Session session, String words) throws Exception {
        holdNothing(session);
        SmsMessage message = new SmsMessage(
                String.join(",", to), words, from, clientId, type, at == null ? null : at.toInstant(), null);
        Exchange exchange = session.ask("", request -> {
            request.getMessage().setBody(message);
            if (dryRun) {
                request.getMessage().setHeader(SmsConstants.DRY_RUN, true);
            }
        });
        SmsException failure = ObjectHelper.getException(SmsException.class, exchange.getException());
        if (failure != null && !failure.getReceipts().isEmpty()) {
            print(GatewayJson.result(failure));
            return ExitCodes.of(failure);
        }
        requireSuccess(exchange);
        SmsResult result = exchange.getMessage().getBody(SmsResult.class);
        print(result);
        return ExitCodes.of(result);
    }

    /** What this process held would be gone when it ends. */
    private void holdNothing(Session session) {
        SmsConfiguration options = SmsOptions.of(session.context());
        if (options.getOutsideWindow() == OutsideWindow.hold) {
            options.setOutsideWindow(OutsideWindow.reject);
        }
        if (at != null && !dryRun && !schedules(session, options.getChannel())) {
            throw new IllegalArgumentException("--at: " + session.provider()
                    + " has no schedule of its own, and this command ends before that time."
                    + " A gateway that serves holds messages: POST /sms, or a CSV file with the column scheduledTime");
        }
    }

    private static boolean schedules(Session session, Channel channel) {
        SendProfile profile = SmsOptions.provider(session.context(), session.provider())
                .profile()
                .send(channel);
        return profile != null && profile.scheduling();
    }

    private void print(SmsResult result) throws IOException {
        print(
                GatewayJson.withoutCopies(result),
                result.receipts().stream().map(SendCommand::line).collect(Collectors.joining(System.lineSeparator())));
    }

    private static String line(SmsReceipt receipt) {
        StringBuilder line = new StringBuilder(String.format("%-16s %s", receipt.to(), receipt.state()));
        if (receipt.parts() > 1) {
            line.append(" (")
                    .append(receipt.part())
                    .append(" of ")
                    .append(receipt.parts())
                    .append(')');
        }
        if (receipt.messageId() != null) {
            line.append("  id ").append(receipt.messageId());
        }
        if (receipt.segments() > 0) {
            line.append("  ")
                    .append(receipt.segments())
                    .append(receipt.segments() == 1 ? " part " : " parts ")
                    .append(receipt.encoding());
        }
        if (receipt.error() != null) {
            line.append("  ").append(receipt.error());
        }
        String reason = receipt.reason() == null && !receipt.accepted() ? receipt.providerText() : receipt.reason();
        return Terminal.harmless(
                reason == null
                        ? line.toString()
                        : line.append(": ").append(reason).toString());
    }
}
