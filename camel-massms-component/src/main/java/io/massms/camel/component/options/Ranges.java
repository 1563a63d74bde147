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
package io.massms.camel.component.options;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/** Says what would be right. */
public final class Ranges {
    private Ranges() {}

    public static void atLeast(String option, long value, long least, String unit) {
        if (value < least) {
            throw new IllegalArgumentException(
                    option + "=" + value + " is out of range; right is " + least + unit + " or more");
        }
    }

    public static IllegalArgumentException unknown(String option, String value, Object[] known) {
        String all = names(Arrays.asList(known));
        int last = all.lastIndexOf(", ");
        String right = last < 0 ? all : all.substring(0, last) + " or " + all.substring(last + 2);
        return new IllegalArgumentException(option + "=" + value + " is not known; right is " + right);
    }

    public static String names(Collection<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
