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
package io.massms.simulator.http;

import io.massms.simulator.Fault;
import io.massms.simulator.SimulatedRequest;
import io.massms.simulator.SimulatedRequest.Field;
import io.massms.simulator.fault.FaultBook;
import io.massms.simulator.provider.Exchange;
import io.massms.simulator.provider.Operation;
import io.massms.simulator.provider.ProviderFront;
import io.massms.simulator.provider.Providers;
import io.massms.simulator.store.Platform;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Leads each request below a provider's mount to the provider, through the faults, and into the log. */
public final class ProviderGateway implements Handler<HttpServerRequest> {
    private final Platform platform;
    private final Providers providers;
    private final FaultBook faults;
    private final FaultPlayer player;

    /** A request on its way. */
    private record Visit(
            long id, HttpServerRequest http, ProviderFront front, Operation operation, String path, boolean post) {
        FaultBook.Target target(List<String> recipients) {
            return new FaultBook.Target(front.id(), operation.word(), path, recipients);
        }
    }

    public ProviderGateway(Platform platform, Providers providers, FaultBook faults, FaultPlayer player) {
        this.platform = platform;
        this.providers = providers;
        this.faults = faults;
        this.player = player;
    }

    /** Whether a path lies below a provider's mount. */
    public boolean owns(String path) {
        return providers.find(mount(path)).isPresent();
    }

    @Override
    public void handle(HttpServerRequest http) {
        String mount = mount(http.path());
        String path = http.path().substring(mount.length() + 1);
        ProviderFront front = providers.find(mount).orElseThrow();
        Optional<Operation> operation = front.operation(path);
        boolean post = http.method().equals(HttpMethod.POST);
        if (operation.isEmpty()) {
            Replies.send(http, Answer.page(404, "404 Not Found"));
        } else if (!post && !http.method().equals(HttpMethod.GET)) {
            Replies.send(http, Answer.page(405, "405 Method Not Allowed"));
        } else {
            admit(new Visit(platform.requests().nextId(), http, front, operation.get(), path, post));
        }
    }

    private void admit(Visit visit) {
        Optional<Fault> reset = faults.isEmpty()
                ? Optional.empty()
                : faults.hit(
                        visit.target(List.of()),
                        fault -> isReset(fault) && fault.where().recipient() == null);
        if (reset.isPresent()) {
            finish(visit, new Params(List.of()), "", reset.get(), 0, player.play(reset.get(), null));
        } else {
            RequestBody.read(visit.http())
                    .onSuccess(body -> process(visit, body))
                    .onFailure(failure -> Replies.refuseBody(visit.http(), failure));
        }
    }

    private static boolean isReset(Fault fault) {
        return fault.what().kind() == Fault.Kind.RESET_BEFORE_READING;
    }

    private void process(Visit visit, Buffer bytes) {
        String contentType = visit.http().getHeader("Content-Type");
        Charset charset = RequestBody.charset(contentType);
        String body = bytes.toString(charset);
        String form = visit.post() && RequestBody.isForm(contentType) ? body : "";
        Params params = Params.parse(query(visit), form, charset);
        Optional<Fault> fault = faults.isEmpty()
                ? Optional.empty()
                : faults.hit(
                        visit.target(visit.front().recipients(visit.operation(), params)),
                        candidate -> !isReset(candidate) || candidate.where().recipient() != null);
        answer(visit, params, body, fault.orElse(null));
    }

    private void answer(Visit visit, Params params, String body, Fault fault) {
        boolean code = fault != null && fault.what().kind() == Fault.Kind.PROVIDER_CODE;
        boolean rehearsal = fault != null && !code && !fault.what().accepted();
        Exchange exchange = new Exchange(visit.id(), params, rehearsal, code ? fault : null);
        Answer right = visit.front().answer(visit.operation(), exchange);
        Reaction reaction = fault == null || code ? Reaction.of(right) : player.play(fault, right);
        finish(visit, params, body, fault, exchange.accepted(), reaction);
    }

    private void finish(Visit visit, Params params, String body, Fault fault, int accepted, Reaction reaction) {
        HttpServerRequest http = visit.http();
        List<Field> headers = new ArrayList<>(http.headers().size());
        http.headers().forEach((name, value) -> headers.add(new Field(name, value)));
        platform.requests()
                .add(new SimulatedRequest(
                        visit.id(),
                        visit.front().id(),
                        http.method().name(),
                        visit.path(),
                        headers,
                        params.fields(),
                        query(visit),
                        body,
                        fault == null ? null : fault.id(),
                        accepted,
                        reaction.status(),
                        reaction.body(),
                        platform.clock().instant()));
        reaction.delivery().handle(http);
    }

    private static String query(Visit visit) {
        String query = visit.http().query();
        return query == null ? "" : query;
    }

    private static String mount(String path) {
        int end = path.indexOf('/', 1);
        return end < 0 ? path.substring(Math.min(1, path.length())) : path.substring(1, end);
    }
}
