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
package io.massms.simulator.control;

import io.massms.simulator.Account;
import io.massms.simulator.RecipientTrait;
import io.massms.simulator.Simulator;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the providers' answers depend on: balances, accounts, recipients, maintenance. */
final class Conditions {
    private final Simulator simulator;

    record Amount(BigDecimal amount) {
        Amount {
            if (amount == null) {
                throw new IllegalArgumentException("A balance is set by {\"amount\": 100}");
            }
        }
    }

    record Trait(RecipientTrait trait) {
        Trait {
            if (trait == null) {
                throw new IllegalArgumentException("A recipient's trait is set by {\"trait\": \"LANDLINE\"}");
            }
        }
    }

    record Switch(Boolean on) {
        Switch {
            if (on == null) {
                throw new IllegalArgumentException("Maintenance is set by {\"on\": true} or {\"on\": false}");
            }
        }
    }

    /** An account without its credentials. */
    record Shown(String provider, String apiId, String user, Account.Status status) {}

    Conditions(Simulator simulator) {
        this.simulator = simulator;
    }

    void mount(Router router) {
        router.get("/api/balances").handler(context -> Json.reply(context, 200, balances()));
        router.put("/api/balances/:provider").handler(this::setBalance);
        router.get("/api/accounts").handler(context -> Json.reply(context, 200, accounts()));
        router.post("/api/accounts").handler(this::addAccount);
        router.delete("/api/accounts").handler(context -> {
            simulator.clearAccounts();
            ControlApi.done(context);
        });
        router.get("/api/recipients").handler(context -> Json.reply(context, 200, simulator.recipients()));
        router.put("/api/recipients/:number").handler(this::setTrait);
        router.delete("/api/recipients/:number").handler(context -> {
            simulator.recipient(context.pathParam("number"), null);
            ControlApi.done(context);
        });
        router.get("/api/maintenance").handler(context -> Json.reply(context, 200, simulator.maintenance()));
        router.put("/api/maintenance/:provider").handler(this::setMaintenance);
    }

    private Map<String, BigDecimal> balances() {
        Map<String, BigDecimal> balances = new TreeMap<>();
        simulator.providers().forEach(provider -> balances.put(provider, simulator.balance(provider)));
        return balances;
    }

    private List<Shown> accounts() {
        return simulator.accounts().stream()
                .map(account -> new Shown(account.provider(), account.apiId(), account.user(), account.status()))
                .toList();
    }

    private void setBalance(RoutingContext context) {
        Json.body(context, Amount.class, wanted -> {
            simulator.balance(context.pathParam("provider"), wanted.amount());
            ControlApi.done(context);
        });
    }

    private void addAccount(RoutingContext context) {
        Json.body(context, Account.class, account -> {
            simulator.account(account);
            ControlApi.done(context);
        });
    }

    private void setTrait(RoutingContext context) {
        Json.body(context, Trait.class, wanted -> {
            simulator.recipient(context.pathParam("number"), wanted.trait());
            ControlApi.done(context);
        });
    }

    private void setMaintenance(RoutingContext context) {
        Json.body(context, Switch.class, wanted -> {
            simulator.maintenance(context.pathParam("provider"), wanted.on());
            ControlApi.done(context);
        });
    }
}
