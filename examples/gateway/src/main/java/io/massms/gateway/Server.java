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

import io.massms.gateway.cli.ExitCodes;
import io.massms.gateway.setup.GatewayMain;
import org.apache.camel.main.Main;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gateway as it runs all day: campaigns from the inbox, messages by HTTP. */
final class Server {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    private Server() {}

    /**
     * Runs until the process is told to stop.
     *
     * @return the process's exit code
     */
    static int run() {
        try (Startup startup = new Startup()) {
            return main(startup).run(new String[0]);
        } catch (Exception e) {
            LOG.error("The gateway cannot start: {}", GatewayMain.reason(e));
            LOG.debug("The gateway cannot start", e);
            return ExitCodes.ofFailure(e);
        }
    }

    /** The application before it runs. */
    static Main main(Startup startup) {
        Main main = GatewayMain.create();
        main.addMainListener(startup);
        return main;
    }
}
