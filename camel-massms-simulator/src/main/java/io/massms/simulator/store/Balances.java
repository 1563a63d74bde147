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

import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What each provider's account has left. */
public final class Balances {
    private final BigDecimal initial;
    private final Map<String, BigDecimal> contracted = new ConcurrentHashMap<>();
    private final Map<String, BigDecimal> left = new ConcurrentHashMap<>();

    public Balances(BigDecimal initial) {
        this.initial = initial;
    }

    public BigDecimal of(String provider) {
        return left.getOrDefault(provider, initial);
    }

    /** What the balance was when it was last set: the size of the contract. */
    public BigDecimal contracted(String provider) {
        return contracted.getOrDefault(provider, initial);
    }

    public void set(String provider, BigDecimal amount) {
        contracted.put(provider, amount);
        left.put(provider, amount);
    }

    /** Takes the parts from the balance, all or (answering false) none. */
    public boolean charge(String provider, int parts) {
        BigDecimal price = BigDecimal.valueOf(parts);
        boolean[] paid = new boolean[1];
        left.compute(provider, (key, current) -> {
            BigDecimal before = current == null ? initial : current;
            paid[0] = before.compareTo(price) >= 0;
            return paid[0] ? before.subtract(price) : before;
        });
        return paid[0];
    }

    /** Whether the balance would suffice, taking nothing. */
    public boolean covers(String provider, int parts) {
        return of(provider).compareTo(BigDecimal.valueOf(parts)) >= 0;
    }

    public void reset() {
        contracted.clear();
        left.clear();
    }
}
