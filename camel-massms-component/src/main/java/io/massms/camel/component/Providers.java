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
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds providers: in the Camel registry first, so that an application can put its own in the place of one that is built in, then
 * through {@link ServiceLoader}. One that cannot be used is left out, and the others stay.
 */
final class Providers {
    private static final Logger LOG = LoggerFactory.getLogger(Providers.class);
    private static final String SERVICE = SmsProvider.class.getName();

    /** Every endpoint looks for providers; what is wrong with one is said once. */
    private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

    private final Map<String, List<SmsProvider>> bound = new TreeMap<>();
    private final Map<String, List<SmsProvider>> services = new TreeMap<>();
    private final Set<String> leftOut = new TreeSet<>();

    private Providers() {}

    static Providers of(CamelContext context) {
        Providers providers = new Providers();
        providers.addServices(SmsProvider.class.getClassLoader());
        if (context.getApplicationContextClassLoader() != null) {
            providers.addServices(context.getApplicationContextClassLoader());
        }
        context.getRegistry()
                .findByType(SmsProvider.class)
                .forEach(bean -> providers.add(bean, providers.bound, (one, other) -> one == other));
        return providers;
    }

    /**
     * The provider of an id.
     *
     * @throws IllegalArgumentException where there is none, says which there are; where there are several, or its profile and its
     *                                  protocol do not fit, says what would be right
     */
    SmsProvider get(String id) {
        List<SmsProvider> claims = bound.getOrDefault(id, services.getOrDefault(id, List.of()));
        if (claims.isEmpty()) {
            throw new IllegalArgumentException("There is no SMS provider '" + id + "'; there are: "
                    + String.join(", ", ids())
                    + " (others can be bound in the registry or named in META-INF/services/" + SERVICE + ")"
                    + (leftOut.isEmpty() ? "" : "; left out: " + String.join("; ", leftOut)));
        }
        if (claims.size() > 1) {
            throw new IllegalArgumentException("Several SMS providers call themselves '" + id + "': "
                    + claims.stream()
                            .map(claim -> claim.getClass().getName())
                            .sorted()
                            .collect(Collectors.joining(", "))
                    + "; right is one of them, or one bean in the registry, which goes before META-INF/services/"
                    + SERVICE);
        }
        ProviderCheck.check(claims.get(0));
        return claims.get(0);
    }

    private Set<String> ids() {
        Set<String> ids = new TreeSet<>(services.keySet());
        ids.addAll(bound.keySet());
        return ids;
    }

    /** The application's class loader finds the component's providers again: the same class is the same provider. */
    private void addServices(ClassLoader loader) {
        Iterator<SmsProvider> entries =
                ServiceLoader.load(SmsProvider.class, loader).iterator();
        Throwable last = null;
        while (true) {
            try {
                if (!entries.hasNext()) {
                    return;
                }
                add(entries.next(), services, (one, other) -> one.getClass() == other.getClass());
            } catch (ServiceConfigurationError | LinkageError e) {
                leaveOut(Objects.toString(e.getMessage(), "").replace(SERVICE + ": ", ""), e);
                if (last != null && e.toString().equals(last.toString())) {
                    return; // the class path itself cannot be read, however often it is asked
                }
                last = e;
            }
        }
    }

    private void add(
            SmsProvider provider,
            Map<String, List<SmsProvider>> byId,
            BiPredicate<SmsProvider, SmsProvider> areTheSame) {
        try {
            String id = Objects.requireNonNull(provider.profile(), "profile()").id();
            List<SmsProvider> claims = byId.computeIfAbsent(id, i -> new ArrayList<>());
            if (claims.stream().noneMatch(known -> areTheSame.test(known, provider))) {
                claims.add(provider);
            }
        } catch (RuntimeException | LinkageError e) {
            leaveOut(provider.getClass().getName(), e);
        }
    }

    private void leaveOut(String which, Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        boolean saysItAll = cause == failure && failure instanceof ServiceConfigurationError;
        String said = saysItAll ? which : which + " (" + cause + ")";
        leftOut.add(said);
        if (SAID.add(said)) {
            LOG.warn("An SMS provider cannot be used and is left out: {}", said);
        }
    }
}
