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

import io.massms.camel.docs.Documents;
import io.massms.camel.error.SmsRejectedException;
import io.massms.camel.error.SmsTemporaryException;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** The manual's table of faults says what really happened. */
class FaultTableDocumentationTest extends SmsTestSupport {
    @Test
    void theTableOfFaultsSaysWhatHappened() {
        StringBuilder table = new StringBuilder(
                "[%header,cols=\"4,3,1,4\"]\n|===\n|what the provider does |exception |arrived |what a retry would do\n");
        FaultCatalogue.faults().forEach(named -> table.append(row(named)));
        Documents.Document document = Documents.read(Documents.root().resolve("src/manual/generated/faults.adoc"));
        String expected = table.append("|===\n").toString();

        assertThat(document.updatable(document.text(), expected)).isEqualTo(expected);
    }

    private String row(FaultCatalogue.Named named) {
        simulator.reset();
        simulator.fault(named.fault().provider("itcloud").always());
        String options = "&requestTimeout=2000&rateLimitWait=0&to=3001234567&user="
                + named.name().hashCode();
        Exchange exchange = send(
                "sms:itcloud?token=t0ken-two&requestInterval=0&baseUrl=" + simulator.baseUrl("itcloud") + options,
                "Hola");
        Exception failure = exchange.getException();
        return "\n|" + named.name() + "\n|`" + failure.getClass().getSimpleName() + "`\n|"
                + simulator.acceptedCount("itcloud") + "\n|" + retry(failure, simulator.acceptedCount("itcloud"))
                + "\n";
    }

    private static String retry(Exception failure, long arrived) {
        if (failure instanceof SmsTemporaryException) {
            return "send it, later";
        }
        if (failure instanceof SmsRejectedException) {
            return "fail the same way; another provider may take it";
        }
        return arrived > 0 ? "send it *twice*" : "send it, but nobody can know that";
    }
}
