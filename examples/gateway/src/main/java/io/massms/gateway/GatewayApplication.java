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

import org.apache.camel.PropertyBindingException;
import org.apache.camel.main.Main;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends campaigns from files and single messages from HTTP requests through a provider, or through the simulator. */
public final class GatewayApplication {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayApplication.class);

    private GatewayApplication() {}

    /**
     * Runs until the process is told to stop.
     *
     * @param arguments those of Camel Main
     */
    public static void main(String[] arguments) {
        try (Startup startup = new Startup()) {
            Main main = main(startup);
            int exitCode = main.run(arguments);
            if (exitCode != 0) {
                System.exit(exitCode);
            }
        } catch (Exception e) {
            LOG.error("The gateway cannot start: {}", reason(e));
            LOG.debug("The gateway cannot start", e);
            System.exit(1);
        }
    }

    /** The application before it runs. */
    static Main main(Startup startup) {
        Main main = new Main();
        // in the order in which they are asked: what the operator says first
        main.setPropertyPlaceholderLocations("file:gateway.properties;optional=true,classpath:application.properties");
        main.addMainListener(startup);
        return main;
    }

    /** The first cause that says what would be right, or the last there is. */
    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !speaksForItself(cause)) {
            cause = cause.getCause();
        }
        // Camel's own message repeats the value, and this one may be a password under a misspelt name
        return cause instanceof PropertyBindingException binding
                ? "The option " + binding.getOptionPrefix() + binding.getOptionKey()
                        + " does not exist or has a wrong value"
                : cause.getMessage();
    }

    private static boolean speaksForItself(Throwable cause) {
        return cause instanceof IllegalStateException
                || cause instanceof IllegalArgumentException
                || cause instanceof PropertyBindingException;
    }
}
