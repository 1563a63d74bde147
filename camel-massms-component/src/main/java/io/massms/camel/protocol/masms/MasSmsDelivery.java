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
package io.massms.camel.protocol.masms;

import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsState;

/** What became of a message (manual, section "Respuesta de consulta de estado de SMS"), in the order of the codes from 0. */
enum MasSmsDelivery {
    AT_PLATFORM(SmsState.ENROUTE, null),
    DELIVERED(SmsState.DELIVERED, null),
    HANDSET_NOT_REACHED(SmsState.UNDELIVERABLE, SmsError.OTHER),
    INVALID_NUMBER(SmsState.REJECTED, SmsError.INVALID_NUMBER),
    SCHEDULED(SmsState.SCHEDULED, null),
    BLOCKED(SmsState.REJECTED, SmsError.BLOCKED),
    NO_BALANCE(SmsState.REJECTED, SmsError.NO_BALANCE),
    NOT_COVERED(SmsState.REJECTED, SmsError.NOT_COVERED),
    /** In linktosms' manual alone. */
    AT_OPERATOR(SmsState.ENROUTE, null);

    private static final MasSmsDelivery[] CODES = values();

    private final SmsState state;
    private final SmsError error;

    MasSmsDelivery(SmsState state, SmsError error) {
        this.state = state;
        this.error = error;
    }

    /** Null for a code that no manual has. */
    static MasSmsDelivery of(int code) {
        return code >= 0 && code < CODES.length ? CODES[code] : null;
    }

    SmsState state() {
        return state;
    }

    SmsError error() {
        return error;
    }
}
