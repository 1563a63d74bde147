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
package io.massms.camel.tracker;

import io.massms.camel.model.SmsState;

/** How much the tracker knows about a message. The {@link SmsState} is stored separately, once there is one. */
public enum Stage {
    /** It is being sent now: its intent is stored, its outcome is not. */
    IN_FLIGHT,
    /** It may have been sent: the answer was lost or unreadable, or the process that sent it died. It has to be settled. */
    UNCERTAIN,
    /** The provider accepted it, and may still report about it. */
    TAKEN,
    /** Nothing more will come: it was refused, it reached a final state, or the provider reports nothing more about it. */
    FINISHED;

    /**
     * Where a message stands once its state is known.
     *
     * @param  state what the provider's answer, its report or somebody's inquiry said
     * @return       never {@link #IN_FLIGHT}
     */
    static Stage of(SmsState state) {
        if (state == SmsState.UNKNOWN) {
            return UNCERTAIN;
        }
        return state.isFinal() ? FINISHED : TAKEN;
    }
}
