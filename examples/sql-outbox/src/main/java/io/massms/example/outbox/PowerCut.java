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
package io.massms.example.outbox;

import java.nio.file.Path;
import org.apache.camel.main.Main;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeSentEvent;
import org.apache.camel.support.EventNotifierSupport;

/** The outbox in a process that dies at the worst moment: the provider took the messages, and the table does not say so yet. */
final class PowerCut extends EventNotifierSupport {
    private PowerCut() {}

    /**
     * Runs the outbox until it sent something.
     *
     * @param  arguments the database's file, the provider's URL
     * @throws Exception where it does not start
     */
    public static void main(String[] arguments) throws Exception {
        Main main = new Outbox(Database.open(Path.of(arguments[0]))).main();
        main.addOverrideProperty("camel.component.sms.base-url", arguments[1]);
        main.bind("powerCut", new PowerCut());
        main.run();
    }

    @Override
    public void notify(CamelEvent event) {
        if (event instanceof ExchangeSentEvent sent
                && sent.getEndpoint().getEndpointUri().startsWith("sms:")) {
            Runtime.getRuntime().halt(1); // no finally block runs, and no shutdown hook
        }
    }
}
