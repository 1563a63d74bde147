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
package io.massms.gateway.page;

import io.massms.camel.hold.HeldInventory;
import io.massms.camel.model.SmsMessage;
import java.util.List;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.component.quartz.QuartzComponent;

/** Messages that wait in the gateway for their time. */
final class Held {
    private static final int MOST = 100;

    private final CamelContext context;

    Held(CamelContext context) {
        this.context = context;
    }

    /** How many requests wait. */
    int size() {
        return ask(HeldInventory::size, 0);
    }

    /** As many as somebody can look at, the soonest first. */
    List<Overview.Held> list() {
        return ask(inventory -> inventory.list(MOST).stream().map(Held::view).toList(), List.of());
    }

    /** Withdraws messages; how many, 0 where they are on their way or are held no more. */
    int cancel(String id) {
        return ask(inventory -> inventory.cancel(id), 0);
    }

    private <T> T ask(Function<HeldInventory, T> question, T unasked) {
        // in a dry run nothing is held, and no scheduler is there
        return context.hasComponent("quartz") instanceof QuartzComponent quartz
                ? question.apply(new HeldInventory(quartz.getScheduler()))
                : unasked;
    }

    private static Overview.Held view(HeldInventory.Entry entry) {
        SmsMessage first = entry.messages().get(0);
        return new Overview.Held(
                entry.id(),
                entry.clientId(),
                entry.due(),
                entry.attempt(),
                entry.messages().size(),
                first.to(),
                first.text());
    }
}
