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
package io.massms.simulator;

import java.time.Instant;

/**
 * From when on a message is reported in a state.
 *
 * @param time by the simulator's clock
 * @param state the state from then on
 * @param reached whether that time has come
 */
public record TimelineStep(Instant time, MessageState state, boolean reached) {}
