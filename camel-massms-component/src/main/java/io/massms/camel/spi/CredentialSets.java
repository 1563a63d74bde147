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
package io.massms.camel.spi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which credentials a provider asks for: alternatives, any of which will do, for everything, an operation, or sending by a channel. */
final class CredentialSets {
    private final List<Set<Credential>> usual;
    private final Map<Operation, List<Set<Credential>>> byOperation = new EnumMap<>(Operation.class);
    private final Map<Channel, List<Set<Credential>>> byChannel = new EnumMap<>(Channel.class);

    CredentialSets() {
        this(new ArrayList<>());
    }

    private CredentialSets(List<Set<Credential>> usual) {
        this.usual = usual;
    }

    void add(Set<Credential> needed) {
        usual.add(needed);
    }

    void add(Operation operation, Set<Credential> needed) {
        byOperation.computeIfAbsent(operation, o -> new ArrayList<>()).add(needed);
    }

    void add(Channel channel, Set<Credential> needed) {
        byChannel.computeIfAbsent(channel, c -> new ArrayList<>()).add(needed);
    }

    List<Set<Credential>> of(Operation operation) {
        return byOperation.getOrDefault(operation, usual);
    }

    List<Set<Credential>> ofSendingBy(Channel channel) {
        List<Set<Credential>> own = byChannel.get(channel);
        return own == null ? of(Operation.send) : own;
    }

    boolean contain(Credential kind) {
        return Stream.of(List.of(usual), byOperation.values(), byChannel.values())
                .flatMap(Collection::stream)
                .flatMap(List::stream)
                .anyMatch(needed -> needed.contains(kind));
    }

    /** One to which nothing more is added. */
    CredentialSets copy() {
        CredentialSets copy = new CredentialSets(List.copyOf(usual));
        byOperation.forEach((operation, sets) -> copy.byOperation.put(operation, List.copyOf(sets)));
        byChannel.forEach((channel, sets) -> copy.byChannel.put(channel, List.copyOf(sets)));
        return copy;
    }
}
