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
package io.massms.simulator.store;

import io.massms.simulator.RecipientTrait;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What is special about which recipient. */
public final class Recipients {
    private final Map<String, RecipientTrait> initial;
    private final boolean magicNumbers;
    private final Map<String, RecipientTrait> traits = new ConcurrentHashMap<>();

    public Recipients(Map<String, RecipientTrait> initial, boolean magicNumbers) {
        this.initial = initial;
        this.magicNumbers = magicNumbers;
        reset();
    }

    public Optional<RecipientTrait> trait(String number) {
        RecipientTrait configured = traits.get(number);
        if (configured != null || !magicNumbers) {
            return Optional.ofNullable(configured);
        }
        return RecipientTrait.ofMagicNumber(number);
    }

    public void set(String number, RecipientTrait trait) {
        traits.put(number, trait);
    }

    /** Makes a number ordinary again; false where it was. */
    public boolean clear(String number) {
        return traits.remove(number) != null;
    }

    public Map<String, RecipientTrait> all() {
        return new TreeMap<>(traits);
    }

    public void reset() {
        traits.clear();
        traits.putAll(initial);
    }
}
