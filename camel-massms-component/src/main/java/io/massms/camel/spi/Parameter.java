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

import java.util.Objects;

/**
 * A named value of a call, not yet encoded.
 *
 * @param name  as the provider spells it
 * @param value never null
 */
public record Parameter(String name, String value) {

    /** Refuses what no form can carry. */
    public Parameter {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
    }

    /** The name alone: the value can be a secret or personal data. */
    @Override
    public String toString() {
        return name;
    }
}
