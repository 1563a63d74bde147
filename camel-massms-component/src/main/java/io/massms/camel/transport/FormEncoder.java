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

    private final Charset charset;
    private byte[] form = new byte[256];
    private int length;

    private FormEncoder(Charset charset) {
        this.charset = charset;
    }

    /** Encodes in one go; a character that the charset lacks becomes a question mark. */
    static byte[] encode(List<Parameter> parameters, Charset charset) {
        FormEncoder encoder = new FormEncoder(charset);
        for (int i = 0; i < parameters.size(); i++) {
            if (i > 0) {
                encoder.write('&');
            }
            Parameter parameter = parameters.get(i);
            encoder.text(parameter.name());
            encoder.write('=');
            encoder.text(parameter.value());
        }
        return Arrays.copyOf(encoder.form, encoder.length);
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(charset);
        room(3 * bytes.length);
        // in local variables: a list of recipients is thousands of bytes long
        byte[] encoded = form;
        int end = length;
        for (byte b : bytes) {
            if (b >= 0 && PLAIN[b]) {
                encoded[end++] = b;
            } else if (b == ' ') {
                encoded[end++] = '+';
            } else {
                encoded[end++] = '%';
                encoded[end++] = HEX[b >> 4 & 0xF];
                encoded[end++] = HEX[b & 0xF];
            }
        }
        length = end;
    }

    private void write(char separator) {
        room(1);
        form[length++] = (byte) separator;
    }

    private void room(int bytes) {
        if (form.length - length < bytes) {
            form = Arrays.copyOf(form, Math.max(2 * form.length, length + bytes));
        }
    }
}
