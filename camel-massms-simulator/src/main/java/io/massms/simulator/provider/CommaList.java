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
package io.massms.simulator.provider;

import java.util.List;
import java.util.stream.Stream;

/** Reads the lists of recipients that several providers write with commas. */
public final class CommaList {
    private CommaList() {}

    public static List<String> split(String value) {
        return Stream.of(value.split(","))
                .map(String::trim)
                .filter(to -> !to.isEmpty())
                .toList();
    }
}
