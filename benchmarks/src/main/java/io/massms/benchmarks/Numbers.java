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

import java.util.StringJoiner;

/** Colombian mobile numbers without end. */
final class Numbers {
    private static final int LISTS = 64;
    private static final long FIRST = 573_000_000_000L;
    private static final long COUNT = 10_000_000L;

    private final String[] lists;

    /** Gives one number at a time, or one of a few lists of several, which are made once. */
    Numbers(int recipients) {
        lists = new String[recipients == 1 ? 0 : LISTS];
        for (int i = 0; i < lists.length; i++) {
            StringJoiner list = new StringJoiner(",");
            for (int j = 0; j < recipients; j++) {
                list.add(one((long) i * recipients + j));
            }
            lists[i] = list.toString();
        }
    }

    String of(long request) {
        return lists.length == 0 ? one(request) : lists[(int) (request % LISTS)];
    }

    private static String one(long n) {
        return Long.toString(FIRST + n % COUNT);
    }
}
