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

import io.massms.camel.component.options.OwnCredentials;
import io.massms.camel.component.options.SmsConfiguration;
import io.massms.camel.component.options.StrictValues;
import io.massms.camel.spi.SmsProvider;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.Endpoint;
import org.apache.camel.ExtendedCamelContext;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.util.SensitiveUtils;

/** Sends, schedules, tracks and receives SMS through bulk providers of Latin America. */
@Component("sms")
public class SmsComponent extends HealthCheckComponent implements SSLContextParametersAware {
    private static final String SECRETS = "apiId,mailEndpoint,webhookSecret";
    private static final Set<String> MASKED = new LinkedHashSet<>(List.of(SECRETS.split(",")));

    @Metadata
    private SmsConfiguration configuration = new SmsConfiguration();

    @Metadata(label = "security", defaultValue = "false")
    private boolean useGlobalSslContextParameters;

    private final Map<String, Object> namedOptions = new HashMap<>();
    private SmsResources resources;
    private Clock clock = Clock.systemUTC();

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        SmsConfiguration copy = configuration == null ? new SmsConfiguration() : configuration.copy();
        if (copy.getProvider() != null) {
            throw new IllegalArgumentException("The component's options name the provider " + copy.getProvider()
                    + "; right is to name it in the URI, as in sms:" + copy.getProvider());
        }
        copy.setProvider(remaining);
        SmsEndpoint endpoint = new SmsEndpoint(uri, this, copy, OwnCredentials.in(parameters.keySet(), copy));
        RawSecrets.warn(uri, parameters);
        setProperties(endpoint, parameters);
        return endpoint;
    }

    @Override
    public PropertyConfigurer getComponentPropertyConfigurer() {
        return ComponentOptions.over(super.getComponentPropertyConfigurer());
    }

    /** What was set by its name, by a property for one; it goes before what a bean says. */
    Map<String, Object> namedOptions() {
        return namedOptions;
    }

    @Override
    public PropertyConfigurer getEndpointPropertyConfigurer() {
        return StrictValues.over(super.getEndpointPropertyConfigurer());
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        maskSecrets();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        IgnoredVariables.warn(this);
    }

    /**
     * Camel masks options by name, in URIs and where it logs its configuration, and knows all of this component's secrets but these. Its
     * list of further names can only be replaced, and is one for all contexts of the process, so the names that users gave are given again.
     */
    private void maskSecrets() {
        ExtendedCamelContext context = getCamelContext().getCamelContextExtension();
        String known = context.getAdditionalSensitiveKeywords();
        synchronized (MASKED) {
            if (known != null) {
                Stream.of(known.split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .forEach(MASKED::add);
            }
            context.setAdditionalSensitiveKeywords(String.join(",", MASKED));
        }
    }

    /**
     * Whether nobody may see an option's value.
     *
     * @param  option its name in any case, with dashes or without, and with anything before it that ends in a dot
     * @return        true for this component's secrets, and for what Camel takes for one by its name
     */
    public static boolean isSecret(String option) {
        String name = option.substring(option.lastIndexOf('.') + 1).replace("-", "");
        return SensitiveUtils.containsSensitive(name)
                || List.of(SECRETS.toLowerCase(Locale.ROOT).split(",")).contains(name.toLowerCase(Locale.ROOT));
    }

    @Override
    protected synchronized void doShutdown() throws Exception {
        ServiceHelper.stopAndShutdownService(resources);
        resources = null;
        super.doShutdown();
    }

    /**
     * The provider of an id, looked for as an endpoint does: in the registry first, then among the services.
     *
     * @param  id                       as URIs name it
     * @return                          the provider
     * @throws IllegalArgumentException where there is none or it cannot be used; says what would be right
     */
    public SmsProvider provider(String id) {
        return Providers.of(getCamelContext()).get(id);
    }

    /** Tells the time to decisions about when messages go. */
    Clock clock() {
        return clock;
    }

    void setClock(Clock clock) {
        this.clock = clock;
    }

    /**
     * What the component's endpoints share. Made when first needed: Camel hands a component to a second thread before the first has
     * started it.
     */
    synchronized SmsResources resources() {
        if (resources == null) {
            resources = new SmsResources(getCamelContext(), useGlobalSslContextParameters, clock);
        }
        return resources;
    }

    public SmsConfiguration getConfiguration() {
        return configuration;
    }

    /**
     * The options that endpoints start from.
     */
    public void setConfiguration(SmsConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    public boolean isUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    /**
     * Whether the TLS configuration of the Camel context is used where an endpoint has none of its own.
     */
    @Override
    public void setUseGlobalSslContextParameters(boolean useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
    }
}
