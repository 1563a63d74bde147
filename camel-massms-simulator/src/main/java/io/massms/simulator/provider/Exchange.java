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

import io.massms.simulator.Fault;
import io.massms.simulator.SimulatedMessage;
import io.massms.simulator.http.Call;
import io.massms.simulator.http.Params;
import io.massms.simulator.store.Draft;
import io.massms.simulator.store.Platform;
import java.util.Optional;
import java.util.function.LongFunction;

/** One call of a provider, handled by one thread. */
public final class Exchange {
    private final Call call;
    private final boolean rehearsal;
    private final Fault forced;
    private int accepted;

    /**
     * Wraps a request.
     *
     * @param rehearsal whether the answer is wanted without its effects
     * @param forced a fault that dictates the provider's code, or null
     */
    public Exchange(Call call, boolean rehearsal, Fault forced) {
        this.call = call;
        this.rehearsal = rehearsal;
        this.forced = forced;
    }

    public Call call() {
        return call;
    }

    public Params params() {
        return call.params();
    }

    /** Whether nothing may be remembered of this call. */
    public boolean rehearsal() {
        return rehearsal;
    }

    /** How many messages it has added. */
    public int accepted() {
        return accepted;
    }

    /** The code that a fault dictates for the whole request. */
    public Optional<String> forcedCode() {
        return forced == null || forced.where().recipient() != null
                ? Optional.empty()
                : Optional.of(forced.what().code());
    }

    /** The code that a fault dictates for one recipient. */
    public Optional<String> forcedCode(String recipient) {
        boolean hit = forced != null
                && (forced.where().recipient() == null
                        || recipient.matches(forced.where().recipient()));
        return hit ? Optional.of(forced.what().code()) : Optional.empty();
    }

    /** Charges and stores a message; empty when the balance does not suffice. */
    public Optional<SimulatedMessage> accept(Platform platform, Draft draft, LongFunction<String> providerId) {
        boolean paid = rehearsal
                ? platform.balances().covers(draft.provider(), draft.parts())
                : platform.balances().charge(draft.provider(), draft.parts());
        if (!paid) {
            return Optional.empty();
        }
        accepted += rehearsal ? 0 : 1;
        return Optional.of(platform.ledger().add(draft, call.id(), providerId, rehearsal));
    }
}
