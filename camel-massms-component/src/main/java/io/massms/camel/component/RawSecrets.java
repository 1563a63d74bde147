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

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Secrets that Camel shows in part. It masks what stands in {@code RAW(...)} only up to the first parenthesis that closes, and the YAML DSL
 * writes every secret so that stands among the parameters of a step.
 */
final class RawSecrets {
    private static final Logger LOG = LoggerFactory.getLogger(RawSecrets.class);

    private RawSecrets() {}

    /** Warns of them; never says a value. */
    static void warn(String uri, Map<String, Object> parameters) {
        parameters.forEach((name, value) -> {
            if (SmsComponent.isSecret(name) && value instanceof String secret && isShown(name, secret, uri)) {
                LOG.warn(
                        "The option {} of an endpoint has a value with a parenthesis or a brace that closes, in RAW, where the YAML DSL"
                                + " puts it by itself: Camel shows what stands behind it in logs, errors and JMX. Right is a property of"
                                + " the component, such as camel.component.sms.password",
                        name);
            }
        });
    }

    private static boolean isShown(String name, String secret, String uri) {
        String raw = name + "=RAW";
        return secret.contains(")") && uri.contains(raw + "(")
                || secret.contains("}") && (uri.contains(raw + "{") || uri.contains(raw + "%7B"));
    }
}
