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
package io.massms.camel.component.push;

import io.massms.camel.spi.Parameter;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a query or a form. What is UTF-8 is read so, whatever charset is stated: HTTP servers state ISO-8859-1 where nobody did, and
 * text in another charset is practically never well-formed in UTF-8. What is not is in the charset that is stated, and where none is,
 * or it is not in that either, in Windows-1252.
 */
final class FormDecoder {
    /** ISO-8859-1 with signs in the place of control characters, as all browsers take the one for the other. */
    private static final Charset LEGACY = Charset.forName("windows-1252");

    private static final int HEX = 16;
    private static final int LAST_BYTE = 0xFF;

    private final List<Charset> charsets;

    /**
     * A decoder.
     *
     * @param stated the charset that the request states; null where it does not
     */
    FormDecoder(Charset stated) {
        charsets = stated == null || stated.equals(StandardCharsets.ISO_8859_1)
                ? List.of(StandardCharsets.UTF_8, LEGACY)
                : List.of(StandardCharsets.UTF_8, stated, LEGACY);
    }

    List<Parameter> decode(String form) {
        List<Parameter> parameters = new ArrayList<>();
        for (String pair : form.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                parameters.add(new Parameter(text(name), equals < 0 ? "" : text(pair.substring(equals + 1))));
            }
        }
        return parameters;
    }

    /** Reads a name or a value. Nothing is lost in what is in none of the charsets: its bytes become letters one by one. */
    String text(String escaped) {
        return text(unescape(escaped));
    }

    /** The same without escapes. */
    String text(byte[] bytes) {
        for (Charset charset : charsets) {
            try {
                return strictly(charset, bytes);
            } catch (CharacterCodingException e) {
                // it is in another one
            }
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String strictly(Charset charset, byte[] bytes) throws CharacterCodingException {
        return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    /** What is no escape stands for itself. */
    private static byte[] unescape(String escaped) {
        byte[] raw = bytes(escaped);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length);
        for (int i = 0; i < raw.length; i++) {
            boolean escape = raw[i] == '%' && i + 2 < raw.length && hex(raw[i + 1]) >= 0 && hex(raw[i + 2]) >= 0;
            if (escape) {
                bytes.write(hex(raw[i + 1]) * HEX + hex(raw[i + 2]));
                i += 2;
            } else {
                bytes.write(raw[i] == '+' ? ' ' : raw[i]);
            }
        }
        return bytes.toByteArray();
    }

    /** HTTP servers hand on what was not escaped byte by byte, in characters of ISO-8859-1; others are those that were meant. */
    private static byte[] bytes(String escaped) {
        boolean isBytes = escaped.chars().allMatch(character -> character <= LAST_BYTE);
        return escaped.getBytes(isBytes ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    private static int hex(byte digit) {
        return Character.digit(digit, HEX);
    }
}
