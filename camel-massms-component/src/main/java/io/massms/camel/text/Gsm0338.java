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

/**
 * The GSM 7-bit default alphabet (3GPP TS 23.038, section 6.2.1) and its extension table (section 6.2.1.1).
 *
 * <p>National language shift tables (section 6.2.1.2) are left out: no provider here offers them.
 */
final class Gsm0338 {
    /** In the order of the standard's table, code 0x00 to 0x7F; 0x1B is the escape to the extension table. */
    static final String DEFAULT_ALPHABET = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001BÆæßÉ"
            + " !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
            + "¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /** Codes 0x0A (form feed), 0x14, 0x28, 0x29, 0x2F, 0x3C, 0x3D, 0x3E, 0x40 and 0x65 after the escape. */
    static final String EXTENSION_TABLE = "\f^{}\\[~]|€";

    private static final char ESCAPE = '\u001B';

    /** Every character that a text in GSM-7 can have. */
    static final String CHARACTERS = DEFAULT_ALPHABET.replace(String.valueOf(ESCAPE), "") + EXTENSION_TABLE;

    private static final byte[] SEPTETS = new byte['€' + 1];

    static {
        for (char c : DEFAULT_ALPHABET.toCharArray()) {
            SEPTETS[c] = 1;
        }
        for (char c : EXTENSION_TABLE.toCharArray()) {
            SEPTETS[c] = 2;
        }
        SEPTETS[ESCAPE] = 0;
    }

    private Gsm0338() {}

    /** How many septets a character takes: 1, 2 from the extension table, 0 when the alphabet has no such character. */
    static int septets(char c) {
        return c < SEPTETS.length ? SEPTETS[c] : 0;
    }
}
