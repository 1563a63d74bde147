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
package io.massms.simulator.provider;

import io.massms.simulator.provider.contacto.ContactoFront;
import io.massms.simulator.provider.masms.MasmsFront;
import io.massms.simulator.provider.smsmasivos.SmsMasivosFront;
import io.massms.simulator.store.Platform;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The providers by their ids. */
public final class Providers {
    private final Map<String, ProviderFront> fronts = new LinkedHashMap<>();

    public Providers(Platform platform) {
        Stream.of(
                        MasmsFront.linktosms(platform),
                        MasmsFront.markettext(platform),
                        ContactoFront.itcloud(platform),
                        ContactoFront.natalia(platform),
                        new SmsMasivosFront(platform))
                .forEach(front -> fronts.put(front.id(), front));
    }

    public Optional<ProviderFront> find(String id) {
        return Optional.ofNullable(fronts.get(id));
    }

    public Set<String> ids() {
        return fronts.keySet();
    }

    /** The id itself, if it is one; otherwise an error that names those there are. */
    public String require(String id) {
        if (!fronts.containsKey(id)) {
            throw new IllegalArgumentException(
                    "There is no provider '" + id + "'; the providers are " + String.join(", ", List.copyOf(ids())));
        }
        return id;
    }

    /** The id of a provider that can be under maintenance; otherwise an error that names those that can. */
    public String requireMaintenance(String id) {
        if (!fronts.get(require(id)).tellsMaintenance()) {
            List<String> able = fronts.values().stream()
                    .filter(ProviderFront::tellsMaintenance)
                    .map(ProviderFront::id)
                    .toList();
            throw new IllegalArgumentException("Only " + String.join(" and ", able) + " can be under maintenance; " + id
                    + " has no answer for that");
        }
        return id;
    }
}
