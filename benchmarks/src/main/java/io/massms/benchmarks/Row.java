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
package io.massms.benchmarks;

import java.util.function.ToDoubleFunction;

/**
 * A line of the table: ours against another, from the same round.
 *
 * @param title   the work and whom against
 * @param ours    a load
 * @param against another of the same group
 * @param value   what of a run counts
 * @param goal    the bound of the ratio
 * @param atLeast whether the goal is a lower bound; otherwise it is an upper one
 */
record Row(String title, Load ours, Load against, ToDoubleFunction<LoadResult> value, double goal, boolean atLeast) {

    static Row speed(String title, Load ours, Load against, double goal) {
        return new Row(title + ", messages/s", ours, against, LoadResult::perSecond, goal, true);
    }

    static Row cpu(String title, Load ours, Load against, double goal) {
        return new Row(title + ", CPU a message", ours, against, LoadResult::cpuMicros, goal, false);
    }

    boolean reached(double ratio) {
        return atLeast ? ratio >= goal : ratio <= goal;
    }
}
