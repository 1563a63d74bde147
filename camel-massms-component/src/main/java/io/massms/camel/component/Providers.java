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
package io.massms.camel.component;

import io.massms.camel.spi.SmsProvider;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.apache.camel.CamelContext;

/** Finds providers: in the Camel registry first, then through {@link ServiceLoader}. */
final class Providers {
    private final Map<String, SmsProvider> byId = new TreeMap<>();

    private Providers() {}

    static Providers of(CamelContext context) {
        Providers providers = new Providers();
        providers.addServices(SmsProvider.class.getClassLoader());
        if (context.getApplicationContextClassLoader() != null) {
            providers.addServices(context.getApplicationContextClassLoader());
        }
        context.getRegistry().findByType(SmsProvider.class).forEach(providers::add);
        return providers;
    }

    /**
     * The provider of an id.
     *
     * @throws IllegalArgumentException where there is none; says which there are
     */
    SmsProvider get(String id) {
        SmsProvider provider = byId.get(id);
        if (provider == null) {
            throw new IllegalArgumentException("There is no SMS provider '" + id + "'; there are: "
                    + String.join(", ", byId.keySet())
                    + " (others can be bound in the registry or named in META-INF/services/"
                    + SmsProvider.class.getName() + ")");
        }
        return provider;
    }

    private void addServices(ClassLoader loader) {
        ServiceLoader.load(SmsProvider.class, loader).forEach(this::add);
    }

    private void add(SmsProvider provider) {
        byId.put(provider.profile().id(), provider);
    }
}
