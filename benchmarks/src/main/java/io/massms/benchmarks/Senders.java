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
package io.massms.benchmarks;

import java.net.URI;

/** The senders by name. */
final class Senders {
    private Senders() {}

    /**
     * Starts a sender.
     *
     * @param name     which
     * @param provider scheme, host and port
     * @param inFlight how many requests are under way at a time
     */
    static Sender start(String name, URI provider, int inFlight) throws Exception {
        String direct = "direct:start";
        String seda =
                "seda:start?size=" + 2 * inFlight + "&limitConcurrentConsumers=false&concurrentConsumers=" + inFlight;
        String uri = provider + Wire.PATH;
        return switch (name) {
            case "sms" -> CamelRoute.sms(direct, sms("linktosms", provider), false);
            case "sms-threads" -> CamelRoute.sms(direct, sms("linktosms", provider), true);
            case "sms-seda" -> CamelRoute.sms(seda, sms("linktosms", provider), false);
            case "sms-markettext" -> CamelRoute.sms(direct, sms("markettext", provider), false);
            case "sms-tracked" -> CamelRoute.tracked(direct, sms("linktosms", provider));
            case "sms-markettext-tracked" -> CamelRoute.tracked(direct, sms("markettext", provider));
            case "camel-http" -> CamelRoute.http(seda, uri, true, false);
            case "camel-http-lean-seda" -> CamelRoute.http(seda, uri, false, false);
            case "camel-http-lean" -> CamelRoute.http(direct, uri, false, true);
            case "vertx-http" ->
                CamelRoute.http(direct, "vertx-http:" + uri + "?webClientOptions=#tuned", false, false);
            case "netty-http" ->
                CamelRoute.http(direct, "netty-http:" + uri + "?producerPoolMaxTotal=1000", false, false);
            case "plain" -> new PlainClient(provider);
            default -> throw new IllegalArgumentException("There is no sender '" + name + "'");
        };
    }

    private static String sms(String id, URI provider) {
        return "sms:" + id + "?baseUrl=" + provider + "&apiId=acme&user=ana&password=s3cret-one";
    }
}
