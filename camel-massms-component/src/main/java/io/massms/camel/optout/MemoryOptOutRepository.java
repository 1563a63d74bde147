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
package io.massms.camel.optout;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Keeps opt-outs in memory. They are lost when the process ends: export them with {@link OptOutCsv}, or use {@link JdbcOptOutRepository}.
 */
public final class MemoryOptOutRepository implements OptOutRepository {
    private final Map<String, OptOut> optOuts = new ConcurrentSkipListMap<>();

    @Override
    public boolean add(OptOut optOut) {
        return optOuts.putIfAbsent(optOut.number(), optOut) == null;
    }

    @Override
    public Set<String> among(Collection<String> numbers) {
        return numbers.stream().filter(optOuts::containsKey).collect(Collectors.toSet());
    }

    @Override
    public boolean remove(String number) {
        return optOuts.remove(number) != null;
    }

    @Override
    public void forEach(Consumer<OptOut> action) {
        optOuts.values().forEach(action);
    }
}
