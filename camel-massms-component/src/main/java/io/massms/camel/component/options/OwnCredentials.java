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
package io.massms.camel.component.options;

import io.massms.camel.spi.Credential;
import io.massms.camel.spi.Credentials;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Decides which credentials an endpoint uses: its own, or also those of the component.
 *
 * <p>If the endpoint names all credentials that an account needs, and at least one differs from the component's, the endpoint uses its own
 * credentials only. The component's may belong to another provider or another account. They must not be sent along, and they must not
 * become part of the name of this account. In all other cases the endpoint uses the component's credentials, replaced by its own where it has
 * any.
 */
public final class OwnCredentials {
    private final Set<Credential> named;
    private final Credentials inherited;

    private OwnCredentials(Set<Credential> named, Credentials inherited) {
        this.named = named;
        this.inherited = inherited;
    }

    /**
     * Notes which credentials an endpoint names itself.
     *
     * @param options   the names of the options that the endpoint has of its own
     * @param component the options of the component, from which the endpoint starts
     */
    public static OwnCredentials in(Collection<String> options, SmsAccountConfiguration component) {
        Set<Credential> named = EnumSet.noneOf(Credential.class);
        for (Credential kind : Credential.values()) {
            if (options.stream().anyMatch(name -> kind.name().equalsIgnoreCase(name.replace("-", "")))) {
                named.add(kind);
            }
        }
        return new OwnCredentials(named, Credentials.of(all(component)));
    }

    /**
     * The credentials of an endpoint's account.
     *
     * @param options the options of the endpoint, its own and the component's together
     * @param needed  alternative sets of credentials; one of them is enough
     */
    public Credentials of(SmsAccountConfiguration options, List<Set<Credential>> needed) {
        Map<Credential, String> values = all(options);
        boolean complete = needed.stream().anyMatch(set -> !set.isEmpty() && named.containsAll(set));
        boolean other = named.stream().anyMatch(kind -> !Objects.equals(values.get(kind), inherited.get(kind)));
        if (complete && other) {
            values.keySet().retainAll(named);
        }
        return Credentials.of(values);
    }

    private static Map<Credential, String> all(SmsAccountConfiguration options) {
        Map<Credential, String> values = new EnumMap<>(Credential.class);
        values.put(Credential.apiId, options.getApiId());
        values.put(Credential.user, options.getUser());
        values.put(Credential.password, options.getPassword());
        values.put(Credential.token, options.getToken());
        values.put(Credential.apiKey, options.getApiKey());
        return values;
    }
}
