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

import io.massms.camel.component.route.RouteCall;
import io.massms.camel.hold.HoldException;
import io.massms.camel.tracker.TrackerException;
import java.util.function.Supplier;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;

/** What an exchange is answered with that takes a thread which may block, such as one that asks a database. */
final class BlockingAnswer {
    private BlockingAnswer() {}

    /**
     * Makes a body of the work, or a failure of what it throws; then ends the exchange, on a worker's thread. Routes know failures by the
     * component's exceptions.
     */
    static void give(SmsEndpoint endpoint, Exchange exchange, AsyncCallback callback, Supplier<?> work) {
        endpoint.getComponent().resources().workers().execute(() -> {
            try {
                exchange.getMessage().setBody(work.get());
            } catch (IllegalArgumentException wrong) {
                exchange.setException(Failures.notAsked(endpoint, wrong));
            } catch (TrackerException away) {
                exchange.setException(Failures.trackerAway(endpoint, away));
            } catch (HoldException away) {
                exchange.setException(Failures.schedulerAway(endpoint, away));
            } catch (Throwable e) { // whatever it is: the exchange waits for its end
                exchange.setException(e);
            }
            RouteCall.resume(exchange, callback);
        });
    }
}
