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
package io.massms.gateway;

import io.massms.gateway.cli.GatewayCommand;
import java.util.Map;

/**
 * Sends campaigns from files and single messages from HTTP requests through a provider, or through the simulator; or does one
 * thing and ends, as the command line says.
 */
public final class GatewayApplication {
    private GatewayApplication() {}

    /**
     * Runs a command.
     *
     * @param arguments none to serve until the process is told to stop
     */
    public static void main(String[] arguments) {
        int exitCode = new GatewayCommand(Map.of(), Server::run).commandLine().execute(arguments);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }
}
