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

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.massms.camel.dispatch.ReceiptsKept;
import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsReceipt;
import io.massms.camel.model.SmsResult;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows that were never read are reported, however little of the result is kept: nothing else remembers them. */
class UnreadInputTest extends SmsTestSupport {
    private static final String READER = "io.massms.camel.dispatch.Batcher";

    @ParameterizedTest
    @EnumSource
    void anInputThatBreaksOffLeavesAReceiptAndALogLine(ReceiptsKept kept) {
        try (LogLines lines = LogLines.of(READER)) {
            SmsResult result = send(sms("linktosms", "receipts=" + kept), breakingOffAt(31))
                    .getMessage()
                    .getBody(SmsResult.class);

            assertThat(result.acceptedCount()).isEqualTo(30);
            assertThat(result.retryable()).isEmpty();
            assertThat(result.rejected()).singleElement().satisfies(UnreadInputTest::endsAt31);
            assertThat(lines.all())
                    .containsExactly("WARN linktosms: The input broke off at message 31 (" + DiskFailure.class.getName()
                            + "); what follows was not read");
        }
    }

    @Test
    void whatAStopLeavesUnreadIsReportedToo() throws Exception {
        context.getShutdownStrategy().setTimeout(1);
        Iterator<String> endless =
                IntStream.iterate(1, i -> i + 1).mapToObj(i -> "Hola " + i).iterator();
        try (LogLines lines = LogLines.of(READER)) {
            CompletableFuture<Exchange> bulk = template.asyncSend(
                    sms("natalia", "to=3001234567", "receipts=none"),
                    exchange -> exchange.getMessage().setBody(endless));
            await().until(() -> simulator.acceptedCount() > 10);
            context.stop();
            SmsResult result = bulk.get(5, TimeUnit.SECONDS).getMessage().getBody(SmsResult.class);

            String why = "The component stopped at message " + result.count() + "; what follows was not read";
            assertThat(result.receipts()).extracting(SmsReceipt::reason).containsExactly(why);
            assertThat(lines.all()).containsExactly("WARN natalia: " + why);
        }
    }

    @Test
    void ofAnInputThatWasReadToItsEndOnlyTheCountsAreKept() {
        SmsResult result = send(
                        sms("linktosms", "to=3001234567", "receipts=none"),
                        Stream.of("a", "").iterator())
                .getMessage()
                .getBody(SmsResult.class);

        assertThat(result.count()).isEqualTo(2);
        assertThat(result.receipts()).isEmpty();
    }

    private static void endsAt31(SmsReceipt receipt) {
        assertThat(receipt.error()).isEqualTo(SmsError.OTHER);
        assertThat(receipt.to()).isNull();
        assertThat(receipt.reason()).contains("broke off at message 31").doesNotContain("/data/rows.csv");
    }

    private static Stream<Object> breakingOffAt(int row) {
        return IntStream.rangeClosed(1, 500).mapToObj(i -> {
            if (i == row) {
                throw new DiskFailure();
            }
            return Map.of("to", "301" + (1_000_000 + i), "text", "t" + i);
        });
    }

    private static final class DiskFailure extends RuntimeException {
        DiskFailure() {
            super("/data/rows.csv: input/output error");
        }
    }
}
