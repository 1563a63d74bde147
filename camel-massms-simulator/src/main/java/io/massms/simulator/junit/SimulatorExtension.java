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
package io.massms.simulator.junit;

import io.massms.simulator.Simulator;
import io.massms.simulator.SimulatorOptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A simulator for the tests of a class: started before them, reset before each, closed after the last. Registered on an instance
 * field it lives for one test. It also gives itself to parameters of type {@link Simulator}.
 *
 * <pre>{@code
 * @RegisterExtension
 * static SimulatorExtension sms = new SimulatorExtension();
 * }</pre>
 */
public final class SimulatorExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {
    private final SimulatorOptions options;
    private Simulator simulator;
    private int openClasses;

    public SimulatorExtension() {
        this(new SimulatorOptions());
    }

    public SimulatorExtension(SimulatorOptions options) {
        this.options = options;
    }

    /** The running simulator; it is started if need be, so that other static fields can use it. */
    public synchronized Simulator simulator() {
        if (simulator == null) {
            simulator = Simulator.start(options);
        }
        return simulator;
    }

    /** Short for {@code simulator().baseUrl(provider)}. */
    public String baseUrl(String provider) {
        return simulator().baseUrl(provider);
    }

    /** Nested classes begin within the outer one's tests; only the outermost ends the simulator. */
    @Override
    public synchronized void beforeAll(ExtensionContext context) {
        openClasses++;
        simulator();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        simulator().reset();
    }

    @Override
    public synchronized void afterEach(ExtensionContext context) {
        if (openClasses == 0) {
            close();
        }
    }

    @Override
    public synchronized void afterAll(ExtensionContext context) {
        openClasses--;
        if (openClasses == 0) {
            close();
        }
    }

    private void close() {
        if (simulator != null) {
            simulator.close();
            simulator = null;
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Simulator.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return simulator();
    }
}
