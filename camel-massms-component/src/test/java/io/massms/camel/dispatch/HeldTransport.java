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
package io.massms.camel.dispatch;

import io.massms.camel.spi.Call;
import io.massms.camel.spi.FormCall;
import io.massms.camel.spi.Reply;
import io.massms.camel.transport.Transport;
import io.massms.camel.transport.TransportException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A transport whose calls wait until the test answers them. */
final class HeldTransport implements Transport {
    final List<FormCall> calls = new ArrayList<>();
    private final List<ReplyHandler> handlers = new ArrayList<>();

    @Override
    public void exchange(Call call, Duration deadline, ReplyHandler handler) {
        calls.add((FormCall) call);
        handlers.add(handler);
    }

    void answer(int call, String body) {
        handlers.get(call).onReply(new Reply(200, body.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8, null));
    }

    void fail(int call, TransportException failure) {
        handlers.get(call).onFailure(failure);
    }

    /** The recipients of a call, as the fake provider writes them. */
    String to(int call) {
        return calls.get(call).parameters().get(0).value();
    }

    String text(int call) {
        return calls.get(call).parameters().get(1).value();
    }

    @Override
    public void close() {
        // nothing is held but memory
    }
}
