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
package io.massms.gateway.campaign;

import io.massms.camel.model.SmsState;

/**
 * How many rows came to what.
 *
 * @param accepted  taken by the provider
 * @param rejected  surely not sent
 * @param uncertain may have been sent
 * @param skipped   left out on purpose
 */
public record Counts(long accepted, long rejected, long uncertain, long skipped) {
    static final Counts NONE = new Counts(0, 0, 0, 0);

    Counts plus(SmsState state) {
        if (state.isAccepted()) {
            return new Counts(accepted + 1, rejected, uncertain, skipped);
        }
        return switch (state) {
            case REJECTED -> new Counts(accepted, rejected + 1, uncertain, skipped);
            case SKIPPED -> new Counts(accepted, rejected, uncertain, skipped + 1);
            default -> new Counts(accepted, rejected, uncertain + 1, skipped);
        };
    }

    /** All of them. */
    public long rows() {
        return accepted + rejected + uncertain + skipped;
    }

    /** For people: {@code 941 accepted, 12 rejected, 0 uncertain}. */
    @Override
    public String toString() {
        return String.format("%,d accepted, %,d rejected, %,d uncertain", accepted, rejected, uncertain)
                + (skipped == 0 ? "" : String.format(", %,d skipped", skipped));
    }
}
