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

import io.massms.camel.error.SmsException;
import io.massms.gateway.setup.GatewayMain;
import org.apache.camel.util.ObjectHelper;
import picocli.CommandLine;

/** Says why a command failed. */
final class Failures implements CommandLine.IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        SmsException refusal = ObjectHelper.getException(SmsException.class, failure);
        String reason = refusal == null ? GatewayMain.reason(failure) : refusal.getMessage();
        command.getErr()
                .println(command.getCommandName() + ": "
                        + Terminal.harmless(reason == null ? failure.toString() : reason));
        if (refusal != null) {
            return ExitCodes.of(refusal);
        }
        int exitCode = ExitCodes.ofFailure(failure);
        if (exitCode == ExitCodes.USAGE) {
            command.getErr()
                    .println("Settings come from the file gateway.properties and the environment: see gateway --help");
        }
        return exitCode;
    }
}
