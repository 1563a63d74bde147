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

import java.util.BitSet;
import java.util.List;

/** How many SMS parts a text takes: GSM 03.38 in parts of 160 (153 each when joined), else UCS-2 in parts of 70 (67). */
public final class Parts {
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENDED = "^{}\\[~]|€\f";
    private static final BitSet SINGLE = set(BASIC);
    private static final BitSet DOUBLE = set(EXTENDED);

    private Parts() {}

    /** At least 1. */
    public static int of(String text) {
        int septets = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (SINGLE.get(c)) {
                septets++;
            } else if (DOUBLE.get(c)) {
                septets += 2;
            } else {
                return count(text.length(), 70, 67);
            }
        }
        return count(septets, 160, 153);
    }

    /** The same, with the reasons. */
    public static Encoding explain(String text) {
        List<String> beyondGsm = text.codePoints()
                .filter(point -> !SINGLE.get(point) && !DOUBLE.get(point))
                .mapToObj(Character::toString)
                .distinct()
                .toList();
        boolean ucs2 = !beyondGsm.isEmpty();
        int units = ucs2
                ? text.length()
                : (int) text.chars().mapToLong(c -> DOUBLE.get(c) ? 2 : 1).sum();
        int parts = of(text);
        int alone = ucs2 ? 70 : 160;
        int joined = ucs2 ? 67 : 153;
        return new Encoding(ucs2 ? "UCS-2" : "GSM 03.38", units, parts == 1 ? alone : joined, parts, beyondGsm);
    }

    private static int count(int units, int alone, int joined) {
        return units <= alone ? 1 : (units + joined - 1) / joined;
    }

    private static BitSet set(String characters) {
        BitSet set = new BitSet();
        characters.chars().forEach(set::set);
        return set;
    }
}
