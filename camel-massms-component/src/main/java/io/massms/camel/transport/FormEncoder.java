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
package io.massms.camel.transport;

import io.massms.camel.spi.Parameter;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;

/**
 * Writes parameters as {@code application/x-www-form-urlencoded} (URL Standard, section 5.2): a space is {@code +}, what is
 * neither a letter, a digit nor one of {@code * - . _} is percent-encoded.
 */
final class FormEncoder {
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'};
    private static final boolean[] PLAIN = new boolean[128];

    static {
        Arrays.fill(PLAIN, 'a', 'z' + 1, true);
        Arrays.fill(PLAIN, 'A', 'Z' + 1, true);
        Arrays.fill(PLAIN, '0', '9' + 1, true);
        PLAIN['*'] = true;
        PLAIN['-'] = true;
        PLAIN['.'] = true;
        PLAIN['_'] = true;
    }

    private FormEncoder() {}

    /** Encodes in one go; a character that the charset lacks becomes a question mark. */
    static byte[] encode(List<Parameter> parameters, Charset charset) {
        byte[][] texts = new byte[2 * parameters.size()][];
        int length = Math.max(0, texts.length - 1);
        for (int i = 0; i < texts.length; i++) {
            Parameter parameter = parameters.get(i / 2);
            texts[i] = (isName(i) ? parameter.name() : parameter.value()).getBytes(charset);
            length += encodedLength(texts[i]);
        }
        byte[] form = new byte[length];
        int end = 0;
        for (int i = 0; i < texts.length; i++) {
            if (i > 0) {
                form[end++] = (byte) (isName(i) ? '&' : '=');
            }
            end = write(texts[i], form, end);
        }
        return form;
    }

    private static boolean isName(int text) {
        return text % 2 == 0;
    }

    private static int encodedLength(byte[] text) {
        int length = text.length;
        for (byte b : text) {
            if (!isPlain(b) && b != ' ') {
                length += 2;
            }
        }
        return length;
    }

    /** Gives where the text ends. */
    private static int write(byte[] text, byte[] form, int start) {
        int end = start;
        for (byte b : text) {
            if (isPlain(b)) {
                form[end++] = b;
            } else if (b == ' ') {
                form[end++] = '+';
            } else {
                form[end++] = '%';
                form[end++] = HEX[b >> 4 & 0xF];
                form[end++] = HEX[b & 0xF];
            }
        }
        return end;
    }

    private static boolean isPlain(byte b) {
        return b >= 0 && PLAIN[b];
    }
}
