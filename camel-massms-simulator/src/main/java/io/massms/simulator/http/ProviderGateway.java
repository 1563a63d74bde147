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
import io.vertx.core.Future;
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
    private record Visit(long id, HttpServerRequest http, ProviderFront front, Operation operation, RequestHead head) {
        FaultBook.Target target(List<String> recipients) {
            return new FaultBook.Target(front.id(), operation.word(), head.path(), recipients);
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
        RequestHead head = head(http, http.path().substring(mount.length() + 1));
        ProviderFront front = providers.find(mount).orElseThrow();
        Optional<Operation> operation = front.operation(head);
        if (operation.isEmpty()) {
            Replies.send(http, Answer.page(404, "404 Not Found"));
        } else if (!head.post() && !http.method().equals(HttpMethod.GET)) {
            Replies.send(http, Answer.page(405, "405 Method Not Allowed"));
        } else {
            admit(new Visit(platform.requests().nextId(), http, front, operation.get(), head));
        }
    }

    private static RequestHead head(HttpServerRequest http, String path) {
        return new RequestHead(
                http.method().name(),
                http.scheme() + "://" + http.getHeader("Host") + http.path(),
                path,
                orEmpty(http.query()),
                http.headers().entries());
    }

    private void admit(Visit visit) {
        Optional<Fault> reset = faults.isEmpty()
                ? Optional.empty()
                : faults.hit(
                        visit.target(List.of()),
                        fault -> isReset(fault) && fault.where().recipient() == null);
        if (reset.isPresent()) {
            Call unread = new Call(visit.id(), visit.head(), new Params(List.of()), "");
            finish(visit, unread, reset.get(), 0, player.play(reset.get(), null));
        } else {
            RequestBody.read(visit.http())
                    .compose(body -> {
                        process(visit, body);
                        return Future.succeededFuture();
                    })
                    .onFailure(failure -> Replies.fail(visit.http(), failure));
        }
    }

    private static boolean isReset(Fault fault) {
        return fault.what().kind() == Fault.Kind.RESET_BEFORE_READING;
    }

    private void process(Visit visit, Buffer bytes) {
        RequestHead head = visit.head();
        Charset charset = RequestBody.charset(head.contentType());
        String body = bytes.toString(charset);
        String form = head.post() && RequestBody.isForm(head.contentType()) ? body : "";
        Params plain = Params.parse(head.query(), form, charset);
        Call call = new Call(visit.id(), head, visit.front().params(head, body, plain), body);
        Optional<Fault> fault = faults.isEmpty()
                ? Optional.empty()
                : faults.hit(
                        visit.target(visit.front().recipients(visit.operation(), call.params())),
                        candidate -> !isReset(candidate) || candidate.where().recipient() != null);
        answer(visit, call, fault.orElse(null));
    }

    private void answer(Visit visit, Call call, Fault fault) {
        boolean code = fault != null && fault.what().kind() == Fault.Kind.PROVIDER_CODE;
        boolean rehearsal = fault != null && !code && !fault.what().accepted();
        Exchange exchange = new Exchange(call, rehearsal, code ? fault : null);
        Answer right = visit.front().answer(visit.operation(), exchange);
        Reaction reaction = fault == null || code ? Reaction.of(right) : player.play(fault, right);
        finish(visit, call, fault, exchange.accepted(), reaction);
    }

    private void finish(Visit visit, Call call, Fault fault, int accepted, Reaction reaction) {
        HttpServerRequest http = visit.http();
        List<Field> headers = new ArrayList<>(http.headers().size());
        http.headers().forEach((name, value) -> headers.add(new Field(name, value)));
        platform.requests()
                .add(new SimulatedRequest(
                        visit.id(),
                        visit.front().id(),
                        http.method().name(),
                        call.head().path(),
                        headers,
                        call.params().fields(),
                        call.head().query(),
                        call.body(),
                        fault == null ? null : fault.id(),
                        accepted,
                        reaction.status(),
                        reaction.body(),
                        platform.clock().instant()));
        reaction.delivery().handle(http);
    }

    private static String orEmpty(String value) {
        return value == null ? "" : value;
    }

    private static String mount(String path) {
        int end = path.indexOf('/', 1);
        return end < 0 ? path.substring(Math.min(1, path.length())) : path.substring(1, end);
    }
}
