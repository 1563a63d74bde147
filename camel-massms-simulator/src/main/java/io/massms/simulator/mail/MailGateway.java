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
package io.massms.simulator.mail;

import io.massms.simulator.Fault;
import io.massms.simulator.SimulatedRequest;
import io.massms.simulator.fault.FaultBook;
import io.massms.simulator.http.Call;
import io.massms.simulator.http.Params;
import io.massms.simulator.http.RequestHead;
import io.massms.simulator.provider.Exchange;
import io.massms.simulator.provider.Operation;
import io.massms.simulator.provider.smsmasivos.MailDesk;
import io.massms.simulator.store.Platform;
import java.util.List;
import java.util.Optional;

/** Leads each mail to smsmasivos' mail desk, through the faults, and into the log. */
final class MailGateway {
    static final String ADDRESS = "api@smsmasivos.com.ar";
    private static final String PROVIDER = "smsmasivos";

    private final Platform platform;
    private final FaultBook faults;
    private final MailDesk desk;

    /**
     * What became of a mail.
     *
     * @param reply what the client hears
     * @param error what an error mail says; empty when an SMS was sent, or when the mail was not taken at all
     */
    record Outcome(Reply reply, Optional<String> error) {}

    MailGateway(Platform platform, FaultBook faults) {
        this.platform = platform;
        this.faults = faults;
        this.desk = new MailDesk(platform);
    }

    Outcome take(Letter letter) {
        Params params = MailDesk.parse(letter.subject());
        List<String> recipients = params.optional("NUMERO").stream().toList();
        FaultBook.Target target = new FaultBook.Target(PROVIDER, Operation.SEND.word(), ADDRESS, recipients);
        Fault fault = faults.hit(target, any -> true).orElse(null);
        boolean code = fault != null && fault.what().kind() == Fault.Kind.PROVIDER_CODE;
        boolean rehearsal = fault != null && !code && !fault.what().accepted();
        RequestHead head = new RequestHead("SMTP", "mailto:" + ADDRESS, ADDRESS, "", List.of());
        Call call = new Call(platform.requests().nextId(), head, params, letter.raw());
        Exchange exchange = new Exchange(call, rehearsal, code ? fault : null);
        Optional<String> error = desk.take(exchange);
        Reply reply = Reply.to(fault);
        log(letter, exchange, fault, reply, error);
        return new Outcome(reply, rehearsal ? Optional.empty() : error);
    }

    private void log(Letter letter, Exchange exchange, Fault fault, Reply reply, Optional<String> error) {
        Call call = exchange.call();
        platform.requests()
                .add(new SimulatedRequest(
                        call.id(),
                        PROVIDER,
                        call.head().method(),
                        call.head().path(),
                        letter.headers(),
                        call.params().fields(),
                        "",
                        letter.raw(),
                        fault == null ? null : fault.id(),
                        exchange.accepted(),
                        reply.code(),
                        error.orElse(""),
                        platform.clock().instant()));
    }
}
