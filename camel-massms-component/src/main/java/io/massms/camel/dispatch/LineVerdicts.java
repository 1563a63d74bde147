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

import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsStatus;
import io.massms.camel.spi.Verdict;
import java.time.Duration;

/** The verdicts on the lines of a block, from the provider's reports on them or the lack of a report. */
final class LineVerdicts {
    private LineVerdicts() {}

    /** For a line that was reported. */
    static Verdict of(SmsStatus status) {
        return switch (status.state()) {
            case REJECTED ->
                Verdict.rejected(
                        status.error(),
                        status.providerCode(),
                        status.providerText(),
                        "The provider took the block, but refused this line");
            case UNKNOWN ->
                Verdict.uncertain(
                        SmsError.UNEXPECTED_RESPONSE,
                        status.providerText(),
                        "The provider reported a status of this line that its manual does not list");
            default ->
                new Verdict(
                        status.state(), status.messageId(), status.error(), status.providerCode(), null, null, null);
        };
    }

    /** For a line that was not reported in time. */
    static Verdict unreported(Duration most) {
        return Verdict.uncertain(
                SmsError.TIMEOUT,
                null,
                "The provider took the block, but did not report within " + most
                        + " (awaitBlock) the status of this line");
    }

    /** For a line that was not reported before the component stopped. */
    static Verdict stopped() {
        return Verdict.uncertain(
                SmsError.TIMEOUT,
                null,
                "The component stopped before the provider, which took the block, reported the status of this line");
    }

    /** For one of several lines whose reports cannot be distinguished. */
    static Verdict shared() {
        return Verdict.uncertain(
                SmsError.UNEXPECTED_RESPONSE,
                null,
                "Several lines of the block have this client id, so that their answers cannot be distinguished; give each its own");
    }
}
