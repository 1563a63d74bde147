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
import io.massms.camel.model.SmsError;
import io.massms.camel.tracker.TrackerException;
import java.util.List;

/** Failures on this side, before the provider was asked anything, as the component's own exceptions. */
final class Refusals {
    private Refusals() {}

    /** What is wrong with a header or a body is a lasting refusal: nothing left, and the same again changes nothing. */
    static SmsException rejected(SmsEndpoint endpoint, IllegalArgumentException wrong) {
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
    static SmsException temporary(SmsEndpoint endpoint, TrackerException away) {
        return new SmsTemporaryException(
                "The tracker could not be asked: " + away.getMessage(),
                provider(endpoint),
                SmsError.CONNECT_FAILED,
                null,
                List.of(),
                null,
                away);
    }

    private static String provider(SmsEndpoint endpoint) {
        return endpoint.access().account().profile().id();
    }
}
