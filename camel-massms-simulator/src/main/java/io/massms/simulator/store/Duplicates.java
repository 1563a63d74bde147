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
package io.massms.simulator.store;

import io.massms.simulator.SimulatedDuplicate;
import io.massms.simulator.SimulatedMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds messages that repeat an earlier one to the same number within a window. */
public final class Duplicates {
    private Duplicates() {}

    private record Key(String to, String text) {}

    /** The duplicates in order of their last message. */
    public static List<SimulatedDuplicate> among(List<SimulatedMessage> messages, Duration window) {
        Map<Key, List<SimulatedMessage>> open = new LinkedHashMap<>();
        List<List<SimulatedMessage>> runs = new ArrayList<>();
        for (SimulatedMessage message : messages) {
            Key key = new Key(message.to(), message.text());
            List<SimulatedMessage> run = open.get(key);
            if (run == null || !follows(run, message, window)) {
                run = new ArrayList<>(1);
                open.put(key, run);
                runs.add(run);
            }
            run.add(message);
        }
        return runs.stream()
                .filter(run -> run.size() > 1)
                .map(Duplicates::describe)
                .sorted(Comparator.comparing(SimulatedDuplicate::last))
                .toList();
    }

    private static boolean follows(List<SimulatedMessage> run, SimulatedMessage message, Duration window) {
        SimulatedMessage previous = run.get(run.size() - 1);
        return Duration.between(previous.receivedTime(), message.receivedTime()).compareTo(window) <= 0;
    }

    private static SimulatedDuplicate describe(List<SimulatedMessage> run) {
        SimulatedMessage first = run.get(0);
        return new SimulatedDuplicate(
                first.to(),
                first.text(),
                run.size(),
                first.receivedTime(),
                run.get(run.size() - 1).receivedTime(),
                run.stream().map(SimulatedMessage::provider).distinct().toList(),
                run.stream().map(SimulatedMessage::id).toList());
    }
}
