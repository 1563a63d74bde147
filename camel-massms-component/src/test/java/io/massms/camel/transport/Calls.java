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
package io.massms.camel.transport;

import io.massms.camel.spi.BodyCall;
import io.massms.camel.spi.Call;
import io.massms.camel.spi.FormCall;
import io.massms.camel.spi.HttpMethod;
import io.massms.camel.spi.Parameter;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Calls for tests. */
final class Calls {
    static final Duration LONG = Duration.ofSeconds(15);
    static final Duration SHORT = Duration.ofMillis(300);
    static final List<Parameter> FORM = List.of(
            new Parameter("user", "ana"),
            new Parameter("password", "s3cr3t-p4ss"),
            new Parameter("text", "Hola año & más"));

    private Calls() {}

    static FormCall post(URI uri) {
        return new FormCall(HttpMethod.POST, uri, FORM, StandardCharsets.UTF_8);
    }

    static FormCall get(URI uri) {
        return new FormCall(HttpMethod.GET, uri, FORM, StandardCharsets.UTF_8);
    }

    static FormCall post(URI uri, Charset charset) {
        return new FormCall(HttpMethod.POST, uri, FORM, charset);
    }

    static FormCall large(URI uri, int size) {
        return new FormCall(
                HttpMethod.POST, uri, List.of(new Parameter("text", "x".repeat(size))), StandardCharsets.UTF_8);
    }

    static BodyCall json(URI uri) {
        return BodyCall.json(uri, List.of(BodyCall.bearer("s3cr3t-t0ken")), "{\"text\":\"Hola\"}");
    }

    static Outcome send(Transport transport, Call call, Duration deadline) {
        Outcome outcome = new Outcome();
        transport.exchange(call, deadline, outcome);
        return outcome;
    }
}
