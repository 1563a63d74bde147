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

import io.massms.gateway.setup.GatewayMain;
import io.massms.gateway.setup.ProviderAccess;
import java.util.Map;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;

/** Camel with the operator's settings and his provider, for the time of one command. */
final class Session implements AutoCloseable {
    private final Main main = GatewayMain.create();
    private final Thread stop = new Thread(main::stop);
    private ProviderAccess access;

    private Session() {}

    /** Starts one that only speaks to the provider. */
    static Session open(Map<String, String> properties) throws Exception {
        return open(properties, null);
    }

    /**
     * Starts one with routes.
     *
     * @param properties the settings that the command line gives
     * @param routes     made when the settings are known, or null
     */
    static Session open(Map<String, String> properties, Function<Session, RoutesBuilder> routes) throws Exception {
        Session session = new Session();
        properties.forEach(session.main::addOverrideProperty);
        session.main.addOverrideProperty("camel.server.enabled", "false");
        session.main.addMainListener(new MainListenerSupport() {
            @Override
            public void afterConfigure(BaseMainSupport main) {
                session.prepare(routes);
            }
        });
        try {
            session.main.start();
            // Ctrl-C finishes the block in flight and records it
            Runtime.getRuntime().addShutdownHook(session.stop);
            return session;
        } catch (Exception e) {
            session.close();
            throw e;
        }
    }

    private void prepare(Function<Session, RoutesBuilder> routes) {
        access = ProviderAccess.prepare(context());
        if (routes != null) {
            try {
                context().addRoutes(routes.apply(this));
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException("The routes cannot be added", e);
            }
        }
    }

    CamelContext context() {
        return main.getCamelContext();
    }

    String provider() {
        return access.provider();
    }

    boolean simulated() {
        return access.simulated();
    }

    /** Whether the operator asked for a simulation himself. */
    boolean simulationWanted() {
        return context()
                .getPropertiesComponent()
                .resolveProperty("gateway.simulator")
                .filter(wanted -> wanted.strip().equals("true"))
                .isPresent();
    }

    /** Asks the provider for something, or gives it something; the exchange has its answer or an exception. */
    Exchange ask(String options, Processor request) {
        return send("sms:" + provider() + options, request);
    }

    /** Hands an exchange to an endpoint and waits. */
    Exchange send(String endpoint, Processor request) {
        return context()
                .createFluentProducerTemplate()
                .to(endpoint)
                .withProcessor(request)
                .send();
    }

    @Override
    public void close() {
        main.stop();
        if (access != null) {
            access.close();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(stop);
        } catch (IllegalStateException e) {
            // the process ends: the hook runs already
        }
    }
}
