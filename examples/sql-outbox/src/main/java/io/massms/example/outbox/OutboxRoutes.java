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
package io.massms.example.outbox;

import io.massms.camel.error.SmsException;
import io.massms.camel.model.SmsReceipt;
import io.massms.camel.model.SmsResult;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/**
 * Sends what is NEW in the table and writes back what became of it. The row's id is the idempotency key, so a row that comes again,
 * after a crash or because somebody set it to NEW, is not sent again: its stored receipt is the answer.
 */
final class OutboxRoutes extends RouteBuilder {
    static final String SETTLE = "direct:settle";

    @Override
    public void configure() {
        from("sql:classpath:claim.sql?useIterator=false&greedy=true&initialDelay=0&delay=500")
                .routeId("outbox")
                .doTry()
                .to("sms:natalia?idempotent=true")
                .process(OutboxRoutes::receipts)
                .doCatch(SmsException.class)
                .process(OutboxRoutes::receiptsOfFailure)
                .end()
                .to("sql:classpath:write-back.sql?batch=true");

        // takes CamelSmsClientId and CamelSmsState of an UNCERTAIN row; the row then goes the usual way, and is sent
        // only where the state was REJECTED: it did not leave
        from(SETTLE).routeId("settle").to("sms:natalia?operation=settle").to("sql:classpath:again.sql");
    }

    /** Some were taken, or all; those that were not are among the receipts, too. */
    private static void receipts(Exchange exchange) {
        write(exchange, exchange.getMessage().getBody(SmsResult.class).receipts());
    }

    /** None was taken. */
    private static void receiptsOfFailure(Exchange exchange) {
        write(
                exchange,
                exchange.getProperty(Exchange.EXCEPTION_CAUGHT, SmsException.class)
                        .getReceipts());
    }

    private static void write(Exchange exchange, List<SmsReceipt> receipts) {
        exchange.getMessage().setBody(receipts.stream().map(RowOutcome::of).toList());
    }
}
