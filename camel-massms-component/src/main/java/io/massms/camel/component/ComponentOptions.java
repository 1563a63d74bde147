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

import io.massms.camel.component.options.ConfigurerAround;
import io.massms.camel.component.options.SmsConfiguration;
import io.massms.camel.component.options.StrictValues;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurerGetter;

/**
 * Sets the options of components by their names. Camel sets a bean as the whole configuration after the options that stand beside it, so
 * that the bean would undo them, dryRun=true too. And it would set what is named later on the bean itself: components that share one would
 * send with each other's credentials. So a component takes a copy of the bean, and what was set one by one stays.
 */
final class ComponentOptions extends ConfigurerAround {
    private static final String ALL = "configuration";

    private final PropertyConfigurer strict;

    private ComponentOptions(PropertyConfigurer strict, PropertyConfigurerGetter types) {
        super(types);
        this.strict = strict;
    }

    /** One that sets the options which Camel generates; null where Camel has not found its own yet. */
    static PropertyConfigurer over(PropertyConfigurer generated) {
        PropertyConfigurer strict = StrictValues.over(generated);
        return strict instanceof PropertyConfigurerGetter types ? new ComponentOptions(strict, types) : strict;
    }

    @Override
    public boolean configure(CamelContext context, Object target, String name, Object value, boolean ignoreCase) {
        boolean known = strict.configure(context, target, name, value, ignoreCase);
        if (known && target instanceof SmsComponent component) {
            if (name.equalsIgnoreCase(ALL)) {
                replace(context, component);
            } else {
                component.namedOptions().put(name, value);
            }
        }
        return known;
    }

    private void replace(CamelContext context, SmsComponent component) {
        SmsConfiguration bean = component.getConfiguration();
        if (bean != null) {
            component.setConfiguration(bean.copy());
        }
        component.namedOptions().forEach((name, value) -> strict.configure(context, component, name, value, true));
    }
}
