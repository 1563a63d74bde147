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
package io.massms.camel.component.push;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.CamelContext;
import org.apache.camel.ExtendedCamelContext;

/**
 * At which paths the webhooks of a context listen. A secret is a segment of any value to the HTTP server: of two webhooks with one path
 * the first would get all pushes, and refuse the other's for good.
 */
public final class WebhookPaths {
    private final Map<Object, Place> places = new IdentityHashMap<>();

    /**
     * Those of all components of a context, which may share an HTTP server.
     *
     * @param  context which keeps them
     * @return         always the same
     */
    public static synchronized WebhookPaths of(CamelContext context) {
        ExtendedCamelContext plugins = context.getCamelContextExtension();
        if (plugins.getContextPlugin(WebhookPaths.class) == null) {
            plugins.addContextPlugin(WebhookPaths.class, new WebhookPaths());
        }
        return plugins.getContextPlugin(WebhookPaths.class);
    }

    /**
     * Takes a path until it is left.
     *
     * @param  webhook                  who listens
     * @param  place                    where
     * @throws IllegalArgumentException where another webhook would get its pushes, or lose some to it; says what would be right
     */
    public synchronized void take(Object webhook, Place place) {
        for (Place taken : places.values()) {
            if (taken.meets(place)) {
                throw new IllegalArgumentException(
                        "The webhook of " + place.provider + " has the same path as that of "
                                + taken.provider + ", " + taken.path
                                + ", so that one of them would get the other's pushes; right is a webhookPath of its own. Where they have"
                                + " that, but all their sms: options in common, Camel takes them for one: let one of these differ too");
            }
        }
        places.put(webhook, place);
    }

    /**
     * Leaves a path to others.
     *
     * @param webhook that may have taken one
     */
    public synchronized void leave(Object webhook) {
        places.remove(webhook);
    }

    /**
     * Where a webhook listens.
     *
     * @param provider that pushes
     * @param server   the HTTP component; null where Camel finds one
     * @param path     may have variables in braces
     */
    public record Place(String provider, String server, String path) {
        private boolean meets(Place other) {
            boolean sameServer = server == null || other.server == null || Objects.equals(server, other.server);
            return sameServer && meet(segments(path), segments(other.path));
        }

        private static boolean meet(String[] some, String[] others) {
            boolean meet = some.length == others.length;
            for (int i = 0; meet && i < some.length; i++) {
                meet = some[i].equals(others[i]) || isVariable(some[i]) || isVariable(others[i]);
            }
            return meet;
        }

        private static String[] segments(String path) {
            return path.replaceAll("^/+", "").split("/+");
        }

        private static boolean isVariable(String segment) {
            return segment.startsWith("{");
        }
    }
}
