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
package io.massms.gateway.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.massms.gateway.json.GatewayJson;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.UncheckedIOException;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;

/** What the server refuses before a route hears of it, said in the same shape as the gateway's other errors. */
public final class ServerErrors {
    private static final String RIGHT = "; right is POST /sms, GET /balance or GET /messages/{id}";

    private ServerErrors() {}

    /** To be called when the server listens. */
    public static void answerInJson(CamelContext context) {
        for (VertxPlatformHttpRouter routes : context.getRegistry().findByType(VertxPlatformHttpRouter.class)) {
            // the one that holds these routes: it has the last word where none of them fits
            if (routes.getServer().getServer().requestHandler() instanceof Router router) {
                answer(router, 404, "NOT_FOUND", "Nothing is here" + RIGHT);
                answer(router, 405, "METHOD_NOT_ALLOWED", "This is no method of this path" + RIGHT);
                answer(
                        router,
                        413,
                        "TOO_LARGE",
                        "The body is larger than camel.server.max-body-size; right is fewer messages at once, and a CSV"
                                + " file in the inbox for many");
            }
        }
    }

    private static void answer(Router router, int status, String error, String message) {
        router.errorHandler(status, request -> answer(request, status, error, message));
    }

    private static void answer(RoutingContext request, int status, String error, String message) {
        try {
            request.response()
                    .setStatusCode(status)
                    .putHeader("Content-Type", "application/json")
                    .end(GatewayJson.of(GatewayJson.error(error, message)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
