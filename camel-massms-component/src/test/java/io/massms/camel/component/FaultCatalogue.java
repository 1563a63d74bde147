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

import io.massms.simulator.Fault;
import java.time.Duration;
import java.util.stream.Stream;

/** Everything that the simulator can do to a request that sends. */
final class FaultCatalogue {
    private static final Duration LONG = Duration.ofMinutes(5);

    private FaultCatalogue() {}

    static Stream<Named> faults() {
        return Stream.of(
                named("takes it, then closes the connection", Fault.acceptThenDrop()),
                named("takes it, never answers", Fault.acceptThenTimeout()),
                named("resets the connection before reading", Fault.resetBeforeReading()),
                named("takes it, answers later than waited for", Fault.delay(LONG)),
                named("takes it, answers a byte at a time", Fault.slowDrip(Duration.ofSeconds(1))),
                named("takes it, breaks off in the answer", Fault.cutConnection()),
                named("takes it, floods the answer", Fault.oversize()),
                named("HTTP 503", Fault.httpStatus(503)),
                named("HTTP 503 with Retry-After", Fault.httpStatus(503).retryAfter(Duration.ofSeconds(60))),
                named("takes it, HTTP 500", Fault.httpStatusAfterAccept(500)),
                named("a web page as the answer", Fault.htmlPage()),
                named("takes it, a web page as the answer", Fault.htmlPage().accepted(true)),
                named("an empty answer", Fault.empty().accepted(false)),
                named("takes it, an empty answer", Fault.empty().accepted(true)),
                named("takes it, random bytes as the answer", Fault.garbage().accepted(true)),
                named("HTTP 429 with Retry-After", Fault.rateLimit(Duration.ofSeconds(60))),
                named("HTTP 401", Fault.httpStatus(401)),
                named("HTTP 404", Fault.httpStatus(404)),
                named("own code: no balance", Fault.providerCode("-3")),
                named("own code: outside the sending hours", Fault.providerCode("-2")),
                named("own code: maintenance", Fault.providerCode("-6")));
    }

    private static Named named(String name, Fault fault) {
        return new Named(name, fault);
    }

    /** A fault with the name that documents give it. */
    record Named(String name, Fault fault) {
        @Override
        public String toString() {
            return name;
        }
    }
}
