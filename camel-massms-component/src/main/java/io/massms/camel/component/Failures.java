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

import io.massms.camel.error.SmsException;
import io.massms.camel.error.SmsRejectedException;
import io.massms.camel.error.SmsTemporaryException;
import io.massms.camel.hold.HoldException;
import io.massms.camel.model.SmsError;
import io.massms.camel.spi.Verdict;
import io.massms.camel.tracker.TrackerException;
import java.time.Instant;
import java.util.List;

/** Why what was asked for cannot be told, as the component's own exceptions: none of them sent a message. */
final class Failures {
    private Failures() {}

    /** A question that failed sent no message, so even a lost answer is only worth another try. */
    static SmsException unanswered(SmsEndpoint endpoint, Verdict verdict) {
        String provider = provider(endpoint);
        SmsError error = verdict.error();
        String code = verdict.providerCode();
        String message = provider + " did not answer: " + SmsError.describe(error, code, verdict.reason());
        if (error.action() == SmsError.Action.PERMANENT) {
            return new SmsRejectedException(message, provider, error, code, List.of(), null);
        }
        Instant retryTime = verdict.retryAfter() == null
                ? null
                : endpoint.getComponent().clock().instant().plus(verdict.retryAfter());
        return new SmsTemporaryException(message, provider, error, code, List.of(), retryTime, null);
    }

    /** What is wrong with a header or a body is a lasting refusal: nothing left, and the same again changes nothing. */
    static SmsException notAsked(SmsEndpoint endpoint, IllegalArgumentException wrong) {
        String provider = provider(endpoint);
        return new SmsRejectedException(
                provider + " was not asked: " + wrong.getMessage(),
                provider,
                SmsError.MISSING_PARAMETER,
                null,
                List.of(),
                wrong);
    }

    /** A tracker that is away may be back later; what it was asked to do can be asked of it again. */
    static SmsException trackerAway(SmsEndpoint endpoint, TrackerException away) {
        return new SmsTemporaryException(
                "The tracker could not be asked: " + away.getMessage(),
                provider(endpoint),
                SmsError.CONNECT_FAILED,
                null,
                List.of(),
                null,
                away);
    }

    /** A scheduler that is away may be back later: what it still holds can be withdrawn then. */
    static SmsException schedulerAway(SmsEndpoint endpoint, HoldException away) {
        return new SmsTemporaryException(
                away.getMessage(), provider(endpoint), SmsError.CONNECT_FAILED, null, List.of(), null, away);
    }

    private static String provider(SmsEndpoint endpoint) {
        return endpoint.access().account().profile().id();
    }
}
