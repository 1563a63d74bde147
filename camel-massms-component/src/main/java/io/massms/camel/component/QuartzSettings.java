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

import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spi.Registry;
import org.quartz.Scheduler;

/**
 * Whether an application says anything of the scheduler that holds messages: by a Quartz component, by a scheduler that Camel gives to the
 * component when it makes one, as Spring Boot's starter for Quartz has it, or by what configures the component when it is made, as Camel's
 * own starters do.
 */
final class QuartzSettings {
    static final String COMPONENT = "quartz";

    private QuartzSettings() {}

    static boolean present(CamelContext context) {
        Registry registry = context.getRegistry();
        return context.hasComponent(COMPONENT) != null
                || registry.lookupByNameAndType(COMPONENT, Component.class) != null
                || registry.lookupByNameAndType(COMPONENT + "-component", Component.class) != null
                || !registry.findByType(Scheduler.class).isEmpty()
                || isCustomized(context);
    }

    private static boolean isCustomized(CamelContext context) {
        QuartzComponent made = new QuartzComponent(context);
        return context.getRegistry().findByType(ComponentCustomizer.class).stream()
                .anyMatch(customizer -> customizer.isEnabled(COMPONENT, made));
    }
}
