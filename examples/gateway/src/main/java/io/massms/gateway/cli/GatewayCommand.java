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

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntSupplier;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. */
@Command(
        name = "gateway",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Sends SMS campaigns from CSV files and single messages, through any of the five providers.",
            "Without a command it serves, as @|bold serve|@ does."
        },
        footerHeading = "%nAccount:%n",
        footer = {
            "Credentials are never arguments, because every user of the machine can see those (ps shows them). They come from the"
                    + " file gateway.properties in the current directory (camel.component.sms.password = ...) or from the"
                    + " environment (CAMEL_COMPONENT_SMS_API_ID, _USER, _PASSWORD, _TOKEN, _API_KEY), as all settings can;"
                    + " GATEWAY_PROVIDER names the provider.",
            "As long as neither a provider nor an account is given, a simulator takes the provider's place and nothing is really"
                    + " sent."
        },
        exitCodeListHeading = "%nExit codes (the highest that fits):%n",
        exitCodeList = {
            "0:Everything was accepted, or checked and fine",
            "1:The gateway itself failed",
            "2:The command or the settings are wrong; nothing was sent",
            "3:Something was refused for good",
            "4:Something did not leave for a passing reason: try again later",
            "5:Something may have left, or left in part: find out before you send it again"
        },
        subcommands = {
            SendCommand.class,
            CampaignCommand.class,
            StatusCommand.class,
            BalanceCommand.class,
            InboxCommand.class,
            SimulateCommand.class,
            AutoComplete.GenerateCompletion.class,
            CommandLine.HelpCommand.class
        })
public final class GatewayCommand implements Callable<Integer> {
    private final Map<String, String> properties;
    private final IntSupplier server;

    /**
     * The commands.
     *
     * @param properties settings that go before the operator's
     * @param server     serves until the process is told to stop, and gives the exit code
     */
    public GatewayCommand(Map<String, String> properties, IntSupplier server) {
        this.properties = properties;
        this.server = server;
    }

    /** Ready to be executed. */
    public CommandLine commandLine() {
        CommandLine line = new CommandLine(this);
        line.setExecutionStrategy(this::execute);
        line.setExecutionExceptionHandler(new Failures());
        line.setUsageHelpAutoWidth(true);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
    }

    private int execute(CommandLine.ParseResult parsed) {
        if (parsed.hasSubcommand() && !parsed.subcommand().commandSpec().name().equals("serve")) {
            Terminal.putLogsAside();
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    @Override
    public Integer call() {
        return serve();
    }

    @Command(
            name = "serve",
            mixinStandardHelpOptions = true,
            description = "Takes campaigns from the inbox and messages by HTTP, until it is told to stop.")
    int serve() {
        return server.getAsInt();
    }

    Map<String, String> properties() {
        return properties;
    }
}
