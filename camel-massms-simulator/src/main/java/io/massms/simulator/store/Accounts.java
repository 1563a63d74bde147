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

import io.massms.simulator.Account;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * Who may send. A provider without a configured account takes any credentials except the magic ones: the secret {@code wrong}
 * is refused, the user (or API key) {@code inactive} has no active product, {@code closed} is an inactive company, and
 * {@code expired} has an expired contract.
 */
public final class Accounts {
    private final List<Account> initial;
    private final List<Account> accounts = new CopyOnWriteArrayList<>();

    public Accounts(List<Account> initial) {
        this.initial = initial;
        reset();
    }

    /**
     * The status of the account that these credentials open; empty when they are wrong.
     *
     * @param matches whether a configured account is meant
     * @param name the user name or API key
     * @param secret the password or token, or the API key again
     */
    public Optional<Account.Status> open(String provider, Predicate<Account> matches, String name, String secret) {
        List<Account> own = accounts.stream()
                .filter(account -> account.provider().equals(provider))
                .toList();
        if (!own.isEmpty()) {
            return own.stream().filter(matches).findFirst().map(Account::status);
        }
        return name.isBlank() || secret.isBlank() || secret.equals("wrong")
                ? Optional.empty()
                : Optional.of(magicStatus(name));
    }

    private static Account.Status magicStatus(String name) {
        return switch (name) {
            case "inactive" -> Account.Status.PRODUCT_INACTIVE;
            case "closed" -> Account.Status.COMPANY_INACTIVE;
            case "expired" -> Account.Status.EXPIRED;
            default -> Account.Status.ACTIVE;
        };
    }

    public void add(Account account) {
        accounts.add(account);
    }

    public List<Account> all() {
        return List.copyOf(accounts);
    }

    public void clear() {
        accounts.clear();
    }

    public void reset() {
        accounts.clear();
        accounts.addAll(initial);
    }
}
