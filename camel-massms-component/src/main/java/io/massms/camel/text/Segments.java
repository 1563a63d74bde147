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
package io.massms.camel.text;

/** Into how many parts the networks divide a text (3GPP TS 23.040, section 9.2.3.24.1). */
final class Segments {
    /** Septets in a message of one part. */
    static final int GSM7_ALONE = 160;
    /** Septets in each of several parts: the concatenation header takes seven. */
    static final int GSM7_CONCATENATED = 153;
    /** UTF-16 code units in a message of one part. */
    static final int UCS2_ALONE = 70;
    /** UTF-16 code units in each of several parts. */
    static final int UCS2_CONCATENATED = 67;

    private Segments() {}

    static int ofGsm7(String text, int septets) {
        if (septets <= GSM7_ALONE) {
            return septets == 0 ? 0 : 1;
        }
        int segments = 1;
        int used = 0;
        for (int i = 0; i < text.length(); i++) {
            int width = Gsm0338.septets(text.charAt(i));
            if (used + width > GSM7_CONCATENATED) {
                segments++;
                used = 0;
            }
            used += width;
        }
        return segments;
    }

    static int ofUcs2(String text) {
        if (text.length() <= UCS2_ALONE) {
            return 1;
        }
        int segments = 0;
        for (int start = 0; start < text.length(); segments++) {
            int end = Math.min(start + UCS2_CONCATENATED, text.length());
            start = Graphemes.dividesPair(text, end) ? end - 1 : end;
        }
        return segments;
    }
}
